import { NumberInput, Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { EndpointPort, Security } from './endpoint';
import { PORTS } from './endpoint';
import type { AccountFormState } from './group';
import classes from './account-form.module.css';

type Props = { form: AccountFormState; protocol: 'smtp' | 'imap' };

/** Server, port and how the connection is secured. Another security brings its usual port along. */
export function EndpointFields({ form, protocol }: Props) {
  const { t } = useLingui();
  const path = (field: string) => `${protocol}.${field}`;
  const port = form.getInputProps(path('port'));
  const security = form.getInputProps(path('security'));
  const secure = (value: string | null) => {
    if (value === null) return;
    const usual = Object.values(PORTS[protocol]) as EndpointPort[];
    security.onChange(value);
    if (usual.includes(Number(port.value))) port.onChange(PORTS[protocol][value as Security]);
  };
  return (
    <div className={classes.endpoint}>
      <TextInput
        label={t`Server`}
        withAsterisk
        spellCheck={false}
        maxLength={253}
        {...form.getInputProps(path('host'))}
      />
      <NumberInput
        label={t`Port`}
        withAsterisk
        min={1}
        max={65535}
        hideControls
        allowDecimal={false}
        {...port}
      />
      <Select
        label={t`Security`}
        withAsterisk
        allowDeselect={false}
        data={[
          { value: 'tls', label: 'TLS' },
          { value: 'starttls', label: 'STARTTLS' },
          { value: 'none', label: t`None` },
        ]}
        {...security}
        onChange={secure}
      />
    </div>
  );
}
