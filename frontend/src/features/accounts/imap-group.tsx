import { Switch, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { EndpointFields } from './endpoint-fields';
import { Group, type AccountFormState } from './group';
import { PasswordField } from './password-field';
import { ReadingFields } from './reading-fields';
import classes from './account-form.module.css';

/** How replies arrive. */
export function ImapGroup({ form, stored }: { form: AccountFormState; stored: boolean }) {
  const { t } = useLingui();
  const { receives } = form.values;
  return (
    <Group title={t`Incoming mail (IMAP)`}>
      <Switch
        className={classes.wide ?? ''}
        label={t`Read the replies of this mailbox`}
        {...form.getInputProps('receives', { type: 'checkbox' })}
      />
      {receives && (
        <>
          <EndpointFields form={form} protocol="imap" />
          <TextInput
            label={t`User name`}
            placeholder={t`Like for sending`}
            autoComplete="off"
            spellCheck={false}
            maxLength={254}
            {...form.getInputProps('imapUsername')}
          />
          <PasswordField
            form={form}
            field="imapPassword"
            label={t`Password`}
            placeholder={t`Like for sending`}
            stored={stored}
          />
          <ReadingFields form={form} />
        </>
      )}
    </Group>
  );
}
