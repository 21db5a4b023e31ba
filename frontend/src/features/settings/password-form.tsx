import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { PasswordChange } from '@/api/generated/model';
import { changePassword } from '@/api/generated/session/session';
import { Problem } from '@/api/problem';
import { useFieldErrorText } from '@/shared/form/field-error-text';
import { focusFirstError } from '@/shared/form/focus-first-error';
import { pathOf } from '@/shared/form/problem-errors';
import { useMe } from '@/shared/session/me';
import { toast } from '@/shared/ui/toast';
import classes from './settings-page.module.css';

const MIN_PASSWORD = 10;

/** A new password; every other session of the person ends. */
export function PasswordForm() {
  const { t } = useLingui();
  const me = useMe();
  const errorText = useFieldErrorText();
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: (value) => (value === '' ? t`Please fill this in` : null),
      password: (value) => (value.length < MIN_PASSWORD ? t`At least ${MIN_PASSWORD} characters` : null),
    },
  });
  const save = useMutation({
    mutationFn: (passwords: PasswordChange) => changePassword(passwords),
    onSuccess: () => {
      form.reset();
      toast.say(t`Your password is changed; you are logged out everywhere else.`);
    },
    onError: (error) => {
      form.setErrors(
        Object.fromEntries(Problem.of(error).errors.map((each) => [pathOf(each.pointer), errorText(each)])),
      );
      focusFirstError();
    },
  });
  const eye = { 'aria-label': t`Show or hide the password` };
  return (
    <form
      noValidate
      className={classes.profile}
      onSubmit={form.onSubmit((values) => save.mutate(values), focusFirstError)}
    >
      <input type="hidden" name="username" autoComplete="username" value={me?.user.email ?? ''} readOnly />
      <PasswordInput
        label={t`Current password`}
        autoComplete="current-password"
        visibilityToggleButtonProps={eye}
        {...form.getInputProps('current')}
      />
      <PasswordInput
        label={t`New password`}
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        {...form.getInputProps('password')}
      />
      <Button type="submit" variant="default" disabled={!form.isDirty()} loading={save.isPending}>
        <Trans>Change</Trans>
      </Button>
    </form>
  );
}
