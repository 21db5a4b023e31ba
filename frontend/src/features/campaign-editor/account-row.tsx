import { Anchor, Select, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFieldError } from './field-error';
import { accountsQuery } from './queries';
import { SummaryRow, type RowProps } from './summary-row';
import type { DraftForm } from './use-draft';

/** The one account that sends. Only active ones can be chosen; one that was deactivated since is said to be so. */
export function AccountRow({ form, ...row }: RowProps & { form: DraftForm }) {
  const { t } = useLingui();
  const error = useFieldError(form);
  const accounts = useQuery(accountsQuery);
  const { accountId } = form.values;
  const chosen = accounts.data?.find(({ id }) => id === accountId);
  const inactive = accountId !== null && accounts.isSuccess && chosen === undefined;
  const stored = form.stored.account;
  const summary = chosen
    ? `${chosen.name} · ${chosen.fromAddress}`
    : inactive
      ? t`${stored?.name ?? t`The account`} is not active`
      : accountId !== null && stored
        ? stored.name
        : t`Not chosen yet`;
  return (
    <SummaryRow
      {...row}
      title={t`Account`}
      status={inactive ? 'wrong' : accountId === null ? 'empty' : 'done'}
      summary={summary}
    >
      <Select
        data-field="account"
        label={t`From account`}
        description={t`Only active accounts can be chosen.`}
        placeholder={t`Choose an account`}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t`Nothing found`}
        data={
          accounts.data?.map(({ id, name, fromAddress }) => ({
            value: id,
            label: `${name} · ${fromAddress}`,
          })) ?? []
        }
        value={chosen ? accountId : null}
        onChange={(id) => form.change({ accountId: id })}
        error={
          error('accountId') ??
          (inactive && t`This account is not active. Activate it, or choose another one.`)
        }
      />
      {accounts.data?.length === 0 && (
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
