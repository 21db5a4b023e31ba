import { Button, Input, PasswordInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { AccountFormState } from './group';
import classes from './account-form.module.css';

type Props = {
  form: AccountFormState;
  field: 'password' | 'imapPassword';
  label: string;
  placeholder?: string;
  stored: boolean;
};

/** A password that is stored is never shown again, only replaced. */
export function PasswordField({ form, field, label, placeholder, stored }: Props) {
  const { t } = useLingui();
  const [replacing, setReplacing] = useState(!stored);
  const input = form.getInputProps(field);
  if (!replacing && !input.error) {
    return (
      <Input.Wrapper label={label} labelElement="div">
        <div className={classes.stored}>
          <Trans>Stored, never shown</Trans>
          <Button size="compact-sm" flex="none" variant="default" onClick={() => setReplacing(true)}>
            <Trans>Replace</Trans>
          </Button>
        </div>
      </Input.Wrapper>
    );
  }
  return (
    <PasswordInput
      label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      autoComplete="new-password"
      maxLength={500}
      visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
      {...input}
    />
  );
}
