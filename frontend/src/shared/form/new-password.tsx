import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

const MIN_PASSWORD = 10;

/** Why a new password is not taken, or null. */
export function usePasswordRule(): (value: string) => string | null {
  const { t } = useLingui();
  return (value) => (value.length < MIN_PASSWORD ? t`At least ${MIN_PASSWORD} characters` : null);
}

/** Where a person chooses a password. `hint` says what it must be before they do. */
export function NewPassword({ hint, ...props }: PasswordInputProps & { hint?: boolean }) {
  const { t } = useLingui();
  return (
    <PasswordInput
      label={t`Password`}
      name="password"
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
      {...(hint && { description: t`At least ${MIN_PASSWORD} characters; a sentence is easy to remember.` })}
      {...props}
    />
  );
}
