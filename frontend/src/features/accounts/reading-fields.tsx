import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { AccountFormState } from './group';
import classes from './account-form.module.css';

/** What is done in the mailbox beside reading it. */
export function ReadingFields({ form }: { form: AccountFormState }) {
  const { t } = useLingui();
  return (
    <>
      <Select
        label={t`Copies of answers`}
        description={t`In the Sent folder of the mailbox.`}
        allowDeselect={false}
        data={[
          { value: 'automatic', label: t`Unless the provider keeps them` },
          { value: 'always', label: t`Always put there by Kurir` },
          { value: 'never', label: t`Never put there by Kurir` },
        ]}
        {...form.getInputProps('reading.sentCopies')}
      />
      <TextInput
        label={t`Sent folder`}
        description={t`Only if Kurir does not find it by itself.`}
        placeholder={t`Found by itself`}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        {...form.getInputProps('reading.sentFolder')}
      />
      <Checkbox
        className={classes.wide ?? ''}
        label={t`Mark as read on the server`}
        description={t`What was read in Kurir is read in other mail programs, too. Otherwise Kurir changes nothing there.`}
        {...form.getInputProps('reading.markRead', { type: 'checkbox' })}
      />
      <Textarea
        className={classes.wide ?? ''}
        label={t`Answer new mail automatically`}
        description={t`While nobody is there: once a week to the same person, never to machines and lists. Empty: nothing is answered.`}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        {...form.getInputProps('reading.awayText')}
      />
      <TextInput
        type="date"
        label={t`Until the end of this day`}
        description={t`Empty: until you clear the text.`}
        disabled={form.values.reading.awayText.trim() === ''}
        {...form.getInputProps('reading.awayUntil')}
      />
    </>
  );
}
