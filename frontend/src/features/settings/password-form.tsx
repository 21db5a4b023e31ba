import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { PasswordChange } from '@/api/generated/model';
import { changePassword } from '@/api/generated/session/session';
import { focusFirstError } from '@/shared/form/focus-first-error';
import { FormProblem } from '@/shared/form/form-problem';
import { NewPassword, usePasswordRule } from '@/shared/form/new-password';
import { useRefusal } from '@/shared/form/use-refusal';
import { useMe } from '@/shared/session/me';
import { toast } from '@/shared/ui/toast';
import classes from './settings-page.module.css';

/** A new password; every other session of the person ends. */
export function PasswordForm() {
  const { t } = useLingui();
  const me = useMe();
  const rule = usePasswordRule();
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: (value) => (value === '' ? t`Please fill this in` : null),
      password: rule,
    },
  });
  const refused = useRefusal(form);
  const save = useMutation({
    meta: { handlesProblem: true },
    mutationFn: (passwords: PasswordChange) => changePassword(passwords),
    onSuccess: () => {
      form.reset();
      toast.say(t`Your password is changed; you are logged out everywhere else.`);
    },
    onError: refused,
  });
  const eye = { 'aria-label': t`Show or hide the password` };
  return (
    <form
      noValidate
      className={classes.profile}
      onSubmit={form.onSubmit((values) => save.mutate(values), focusFirstError)}
    >
      {save.isError && <FormProblem error={save.error} />}
      <input type="hidden" name="username" autoComplete="username" value={me?.user.email ?? ''} readOnly />
      <PasswordInput
        label={t`Current password`}
        autoComplete="current-password"
        visibilityToggleButtonProps={eye}
        {...form.getInputProps('current')}
      />
      <NewPassword label={t`New password`} {...form.getInputProps('password')} />
      <Button type="submit" variant="default" disabled={!form.isDirty()} loading={save.isPending}>
        <Trans>Change</Trans>
      </Button>
    </form>
  );
}
