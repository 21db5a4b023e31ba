import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { FormProblem } from '@/shared/form/form-problem';
import { LanguageSwitch } from '@/shared/ui/language-switch';
import { Door } from './door';
import { useLogIn } from './queries';

/** The login. Where the person wanted to go is kept by the route. */
export function LoginPage({ onEntered }: { onEntered: () => void }) {
  const { t } = useLingui();
  const login = useLogIn();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t`Enter your email address` : null),
      password: (value) => (value === '' ? t`Enter your password` : null),
    },
  });
  const submit = form.onSubmit(({ email, password }) =>
    login.mutate({ email: email.trim(), password }, { onSuccess: onEntered }),
  );
  return (
    <Door title={t`Log in`} corner={<LanguageSwitch />}>
      <Text c="dimmed" size="sm" mb="lg">
        <Trans>Email automation from your own mailboxes.</Trans>
      </Text>
      <FormProblem error={login.error} />
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t`Email`}
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t`Password`}
            name="password"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={login.isPending} fullWidth size="md">
            <Trans>Log in</Trans>
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
