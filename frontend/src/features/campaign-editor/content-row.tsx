import { Group, SegmentedControl, Text, TextInput, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type FocusEvent, type SyntheticEvent } from 'react';
import classes from './content-row.module.css';
import { useFieldError } from './field-error';
import { insertAt } from './insert-at';
import { SummaryRow, type RowProps } from './summary-row';
import { VariableMenu } from './variable-menu';
import type { DraftForm } from './use-draft';

const LONG_SUBJECT = 78;
type ContentField = 'subject' | 'preheader' | 'html' | 'text';
type Input = HTMLInputElement | HTMLTextAreaElement;

/** What the mail says. Variables go where the cursor was last. */
export function ContentRow({ form, ...row }: RowProps & { form: DraftForm }) {
  const { t } = useLingui();
  const error = useFieldError(form);
  const { values } = form;
  const jumpedToText = row.focus?.field === 'text';
  const [part, setPart] = useState<'html' | 'text'>(jumpedToText ? 'text' : 'html');
  const [seen, setSeen] = useState(row.focus);
  if (seen !== row.focus) {
    setSeen(row.focus);
    const field = row.focus?.field;
    if (field === 'html' || field === 'text') setPart(field);
  }
  const last = useRef<{ field: ContentField; input: Input } | undefined>(undefined);

  const field = (name: ContentField) => ({
    'data-field': name,
    value: values[name],
    error: error(name),
    onChange: (event: SyntheticEvent<Input>) => form.change({ [name]: event.currentTarget.value }),
  });
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const name = target.dataset.field as ContentField | undefined;
    if (name !== undefined) last.current = { field: name, input: target };
  };
  const insert = (variable: string) => {
    const { field: name, input } = last.current?.input.isConnected
      ? last.current
      : { field: part, input: undefined };
    const { text, cursor } = insertAt(values[name], variable, input);
    form.change({ [name]: text });
    requestAnimationFrame(() => {
      input?.focus();
      input?.setSelectionRange(cursor, cursor);
    });
  };
  const body = values.html.trim() !== '' || values.text.trim() !== '';
  const status =
    values.subject.trim() !== '' && body ? 'done' : values.subject === '' && !body ? 'empty' : 'wrong';
  const summary =
    status === 'empty'
      ? t`Nothing written yet`
      : values.subject.trim() === ''
        ? t`No subject`
        : body
          ? values.subject
          : t`No content`;
  return (
    <SummaryRow {...row} title={t`Content`} status={status} summary={summary}>
      <div onFocus={remember}>
        <TextInput
          label={t`Subject`}
          maxLength={500}
          description={
            values.subject.length > LONG_SUBJECT
              ? t`Many mail programs cut a subject after 78 letters.`
              : undefined
          }
          {...field('subject')}
        />
        <TextInput
          mt="sm"
          label={t`Preheader`}
          description={t`The line that mail programs show after the subject.`}
          maxLength={500}
          {...field('preheader')}
        />
        <Group justify="space-between" mt="md" mb={6}>
          <SegmentedControl
            size="xs"
            aria-label={t`Part of the message`}
            value={part}
            onChange={(value) => setPart(value as 'html' | 'text')}
            data={[
              { value: 'html', label: 'HTML' },
              { value: 'text', label: t`Text` },
            ]}
          />
          <VariableMenu onInsert={insert} />
        </Group>
        {part === 'html' ? (
          <Textarea
            key="html"
            aria-label={t`HTML of the message`}
            classNames={{ input: classes.code }}
            autosize
            minRows={14}
            maxRows={28}
            spellCheck={false}
            maxLength={1_000_000}
            {...field('html')}
          />
        ) : (
          <>
            <Textarea
              key="text"
              aria-label={t`Text of the message`}
              classNames={{ input: classes.code }}
              autosize
              minRows={14}
              maxRows={28}
              maxLength={500_000}
              {...field('text')}
            />
            <Text size="sm" c="dimmed" mt={6}>
              <Trans>For readers without HTML. When it is empty it is made from the HTML.</Trans>
            </Text>
          </>
        )}
      </div>
    </SummaryRow>
  );
}
