import { Alert, Button, Input, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconKey } from '@tabler/icons-react';
import { FormProblem } from '@/shared/form/form-problem';
import { NewPassword, usePasswordRule } from '@/shared/form/new-password';
import { useRefusal } from '@/shared/form/use-refusal';
import { useLanguage } from '@/shared/language';
import { LanguageSwitch } from '@/shared/ui/language-switch';
import { Door } from './door';
import { useJoin } from './use-join';

/** Where the link of an invitation leads. */
export function JoinPage({ token, onEntered }: { token: string | undefined; onEntered: () => void }) {
  const { t } = useLingui();
  return (
    <Door title={t`Join your colleagues`} corner={<LanguageSwitch />}>
      {token ? (
        <JoinForm token={token} onEntered={onEntered} />
      ) : (
        <Alert color="yellow" variant="outline" icon={<IconKey />} title={t`This link is not whole`} mt="md">
          <Trans>Open the whole link that you were given; it ends with “?token=…”.</Trans>
        </Alert>
      )}
    </Door>
  );
}

function JoinForm({ token, onEntered }: { token: string; onEntered: () => void }) {
  const { t } = useLingui();
  const { language } = useLanguage();
  const join = useJoin();
  const rule = usePasswordRule();
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t`Enter your name` : null),
      password: rule,
    },
  });
  const refused = useRefusal(form);
  const submit = form.onSubmit(({ name, password }) =>
    join.mutate({ token, language, name: name.trim(), password }, { onSuccess: onEntered, onError: refused }),
  );
  return (
    <>
      <Text c="dimmed" size="sm" mb="lg">
        <Trans>You were invited. Say who you are and choose a password.</Trans>
      </Text>
      <FormProblem error={join.error} />
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Input.Wrapper label={t`Language`} labelElement="div">
            <LanguageSwitch fullWidth />
          </Input.Wrapper>
          <TextInput label={t`Your name`} name="name" autoComplete="name" {...form.getInputProps('name')} />
          <NewPassword hint {...form.getInputProps('password')} />
          <Button type="submit" loading={join.isPending} fullWidth size="md">
            <Trans>Join</Trans>
          </Button>
        </Stack>
      </form>
    </>
  );
}
