import { Anchor, Button, Select, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import type { Provider } from '@/api/generated/model';
import { CUSTOM, presetOf, providerOf } from './account-values';
import { EndpointFields } from './endpoint-fields';
import { Group, type AccountFormState } from './group';
import { PasswordField } from './password-field';
import classes from './account-form.module.css';

type Props = { form: AccountFormState; providers: readonly Provider[]; stored: boolean };

/** How mail leaves. A preset fills the servers and folds them away; "Advanced" shows them. */
export function SmtpGroup({ form, providers, stored }: Props) {
  const { t } = useLingui();
  const { provider: chosen, fromAddress } = form.values;
  const preset = providers.find(({ id }) => id === chosen);
  const [advanced, setAdvanced] = useState(false);
  const failing = ['smtp.host', 'smtp.port', 'smtp.security', 'username'].some((field) => form.errors[field]);
  const shown = chosen === CUSTOM || (chosen !== null && !preset) || advanced || failing;
  const choose = (id: string | null) => {
    const next = providers.find((each) => each.id === id);
    if (next) form.setValues(presetOf(next));
    else form.setFieldValue('provider', id);
  };
  const detect = () => {
    const found = chosen === null ? providerOf(fromAddress, providers) : undefined;
    if (found) choose(found.id);
  };
  const address = form.getInputProps('fromAddress');
  return (
    <Group title={t`Sending (SMTP)`}>
      <TextInput
        label={t`From: address`}
        withAsterisk
        type="email"
        maxLength={254}
        {...address}
        onBlur={(event) => {
          address.onBlur(event);
          detect();
        }}
      />
      <TextInput
        label={t`From: name`}
        placeholder={t`Your shop or your name`}
        maxLength={100}
        {...form.getInputProps('fromName')}
      />
      <Select
        className={classes.wide ?? ''}
        label={t`SMTP option`}
        description={t`Who runs the mailbox. Known providers need no server names.`}
        withAsterisk
        searchable
        allowDeselect={false}
        placeholder={t`Choose…`}
        data={[
          { value: CUSTOM, label: t`Another server (custom)` },
          ...providers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.getInputProps('provider')}
        onChange={choose}
      />
      {preset && <ProviderHint provider={preset} />}
      <PasswordField form={form} field="password" label={t`Password`} stored={stored} />
      {preset && !shown && (
        <div className={classes.stored}>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconChevronDown size={14} />}
            onClick={() => setAdvanced(true)}
          >
            <Trans>Advanced: server and user name</Trans>
          </Button>
        </div>
      )}
      {shown && (
        <>
          <TextInput
            label={t`User name`}
            placeholder={t`Like the address`}
            autoComplete="off"
            spellCheck={false}
            maxLength={254}
            {...form.getInputProps('username')}
          />
          <EndpointFields form={form} protocol="smtp" />
        </>
      )}
    </Group>
  );
}

function ProviderHint({ provider: { smtp, note, help } }: { provider: Provider }) {
  return (
    <p className={classes.hint}>
      <span className="k-mono">
        {smtp.host}:{smtp.port}
      </span>{' '}
      · {smtp.security === 'tls' ? 'TLS' : 'STARTTLS'}
      {note && <> · {note}</>}
      {help && (
        <>
          {' '}
          <Anchor href={help} target="_blank" rel="noreferrer" size="sm" underline="always">
            <Trans>Make an app password</Trans> <IconExternalLink size={13} aria-hidden />
          </Anchor>
        </>
      )}
    </p>
  );
}
