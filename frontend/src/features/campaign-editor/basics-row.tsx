import { Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { teamsQuery } from '@/shared/teams';
import { useFieldError } from './field-error';
import { SummaryRow, type RowProps } from './summary-row';
import type { DraftForm } from './use-draft';

export function BasicsRow({ form, ...row }: RowProps & { form: DraftForm }) {
  const { t } = useLingui();
  const error = useFieldError(form);
  const teams = useQuery(teamsQuery).data ?? [];
  const { name, teamId } = form.values;
  const empty = name.trim() === '';
  return (
    <SummaryRow
      {...row}
      title={t`Basics`}
      status={empty ? 'wrong' : 'done'}
      summary={empty ? t`No name` : t`${name} · Email`}
    >
      <TextInput
        data-field="name"
        label={t`Name`}
        description={t`Only you see it.`}
        maxLength={200}
        value={name}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
        error={error('name') ?? (empty && t`Please fill this in`)}
      />
      {(teams.length > 0 || teamId !== null) && (
        <Select
          mt="md"
          data-field="teamId"
          label={t`Team for the replies`}
          description={t`Its members see the conversations that begin with this campaign; without a team everybody does.`}
          placeholder={t`Everybody`}
          clearable
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={teamId}
          onChange={(chosen) => form.change({ teamId: chosen })}
          error={error('teamId')}
        />
      )}
    </SummaryRow>
  );
}
