import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useFieldError } from './field-error';
import { SummaryRow, type RowProps } from './summary-row';
import type { DraftForm } from './use-draft';

export function BasicsRow({ form, ...row }: RowProps & { form: DraftForm }) {
  const { t } = useLingui();
  const error = useFieldError(form);
  const { name } = form.values;
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
    </SummaryRow>
  );
}
