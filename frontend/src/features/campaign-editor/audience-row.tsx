import { MultiSelect, Text } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Audience, Group } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { ErrorState } from '@/shared/ui/error-state';
import { Count } from '@/shared/ui/number';
import classes from './audience-row.module.css';
import { useFieldError } from './field-error';
import { listsQuery, tagsQuery } from './queries';
import { SummaryRow, type RowProps } from './summary-row';
import type { DraftForm } from './use-draft';

type Props = RowProps & { form: DraftForm; audience: UseQueryResult<Audience> };

/** Who gets it: lists and tags, and how many people that is once those who must not be mailed are left out. */
export function AudienceRow({ form, audience, ...row }: Props) {
  const { t } = useLingui();
  const formats = useFormats();
  const error = useFieldError(form);
  const lists = useQuery(listsQuery);
  const tags = useQuery(tagsQuery);
  const { values } = form;
  const chosen = [...named(lists.data, values.lists), ...named(tags.data, values.tags)];
  const nothing = values.lists.length + values.tags.length === 0;
  const counting = audience.isFetching || form.saving.state === 'dirty' || form.saving.state === 'saving';
  const people = audience.data?.recipients;
  const summary = nothing
    ? t`Not chosen yet`
    : people === undefined
      ? t`Counting…`
      : `${formats.list(chosen)} · ${plural(people, { one: '# person', other: '# people' })}`;
  return (
    <SummaryRow
      {...row}
      title={t`Audience`}
      status={nothing ? 'empty' : people === 0 ? 'wrong' : 'done'}
      summary={summary}
    >
      <MultiSelect
        data-field="audience"
        label={t`Lists`}
        description={t`Everybody on one of these lists or with one of these tags gets it, once.`}
        searchable
        nothingFoundMessage={t`Nothing found`}
        data={options(lists.data)}
        value={values.lists}
        onChange={(next) => form.change({ lists: next })}
        error={error('lists')}
      />
      <MultiSelect
        mt="sm"
        label={t`Tags`}
        searchable
        nothingFoundMessage={t`Nothing found`}
        data={options(tags.data)}
        value={values.tags}
        onChange={(next) => form.change({ tags: next })}
        error={error('tags')}
      />
      {audience.isError && <ErrorState error={audience.error} onRetry={() => void audience.refetch()} />}
      {!nothing && audience.data && <AudienceCount audience={audience.data} counting={counting} />}
    </SummaryRow>
  );
}

function AudienceCount({ audience, counting }: { audience: Audience; counting: boolean }) {
  const { t } = useLingui();
  const { skipped } = audience;
  const reasons = [
    [t`suppressed`, skipped.suppressed],
    [t`unsubscribed`, skipped.unsubscribed],
    [t`twice in the audience`, skipped.duplicate],
    [t`without an address`, skipped.noAddress],
  ] as const;
  const left = reasons.filter(([, count]) => count > 0);
  return (
    <div className={classes.audience} data-counting={counting || undefined} aria-busy={counting}>
      <p className={classes.count} role="status">
        {counting ? (
          <Trans>Counting…</Trans>
        ) : (
          <Plural value={audience.recipients} one="# person gets it" other="# people get it" />
        )}
      </p>
      {left.length > 0 && (
        <ul className={classes.reasons} aria-label={t`Left out, by reason`}>
          {left.map(([label, count]) => (
            <li key={label}>
              <Count value={count} /> {label}
            </li>
          ))}
        </ul>
      )}
      {audience.sample.length > 0 && (
        <>
          <Text size="xs" c="dimmed" mt="sm">
            <Trans>The first of them</Trans>
          </Text>
          <ul className={classes.sample}>
            {audience.sample.slice(0, 10).map(({ contactId, name, email }) => (
              <li key={contactId}>
                {name !== '' && <b>{name}</b>} {email}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const options = (groups: readonly Group[] | undefined) =>
  groups?.map(({ id, name }) => ({ value: id, label: name })) ?? [];

const named = (groups: readonly Group[] | undefined, ids: readonly string[]) =>
  (groups ?? []).filter(({ id }) => ids.includes(id)).map(({ name }) => name);
