import { Anchor, MultiSelect, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '@/shared/format/format';
import { useFieldError } from './field-error';
import { accountsQuery } from './queries';
import { RotationFields } from './rotation-fields';
import { SummaryRow, type RowProps } from './summary-row';
import type { DraftForm } from './use-draft';

const MOST = 50;

/** Who sends: one account, or several that share it out. Only active ones can be added; one that was deactivated is said to be so. */
export function AccountRow({ form, ...row }: RowProps & { form: DraftForm }) {
  const { t } = useLingui();
  const formats = useFormats();
  const error = useFieldError(form);
  const query = useQuery(accountsQuery);
  const active = query.data ?? [];
  const chosen = form.values.accounts;
  const nameOf = (id: string) =>
    [...active, ...form.stored.accounts].find((each) => each.id === id)?.name ?? t`The account`;
  const inactive = query.isSuccess ? chosen.filter(({ id }) => !active.some((each) => each.id === id)) : [];
  const names = formats.list(inactive.map(({ id }) => nameOf(id)));
  const alone = chosen.length === 1 ? active.find(({ id }) => id === chosen[0]?.id) : undefined;
  const summary =
    chosen.length === 0
      ? t`Not chosen yet`
      : inactive.length > 0
        ? t`Not active: ${names}`
        : alone
          ? `${alone.name} · ${alone.fromAddress}`
          : formats.list(chosen.map(({ id }) => nameOf(id)));
  const choose = (ids: string[]) =>
    form.change({
      accounts: ids.map((id) => chosen.find((each) => each.id === id) ?? { id, weight: 1 }),
    });
  return (
    <SummaryRow
      {...row}
      title={t`Account`}
      status={inactive.length > 0 ? 'wrong' : chosen.length === 0 ? 'empty' : 'done'}
      summary={summary}
    >
      <MultiSelect
        data-field="account"
        label={t`From accounts`}
        description={t`One account, or several that share it out. Only active ones can be chosen.`}
        {...(chosen.length === 0 && { placeholder: t`Choose an account` })}
        searchable
        hidePickedOptions
        maxValues={MOST}
        nothingFoundMessage={t`Nothing found`}
        data={[
          ...active.map(({ id, name, fromAddress }) => ({ value: id, label: `${name} · ${fromAddress}` })),
          ...inactive.map(({ id }) => ({ value: id, label: nameOf(id), disabled: true })),
        ]}
        value={chosen.map(({ id }) => id)}
        onChange={choose}
        error={
          error('accounts') ?? (inactive.length > 0 && t`${names}: not active. Activate it, or take it out.`)
        }
      />
      {chosen.length > 1 && <RotationFields form={form} nameOf={nameOf} />}
      {query.data?.length === 0 && (
        <Text size="sm" mt="xs">
          <Trans>There is no active account yet.</Trans>{' '}
          <Anchor size="sm" renderRoot={(props) => <Link to="/accounts" {...props} />}>
            <Trans>Go to the accounts</Trans>
          </Anchor>
        </Text>
      )}
    </SummaryRow>
  );
}
