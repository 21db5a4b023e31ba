import { Alert, Anchor, Button, Input, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { IconKey } from '@tabler/icons-react';
import { FormProblem } from '@/shared/form/form-problem';
import { NewPassword, usePasswordRule } from '@/shared/form/new-password';
import { useRefusal } from '@/shared/form/use-refusal';
import { useLanguage } from '@/shared/language';
import { ErrorState } from '@/shared/ui/error-state';
import { LanguageSwitch } from '@/shared/ui/language-switch';
import { Door } from './door';
import { setupQuery, useSetUp } from './queries';

type Props = { token: string | undefined; onEntered: () => void; loginHref: string };

/** The first page of a new installation: language and owner. Only who has the printed link gets in. */
export function SetupPage({ token, onEntered, loginHref }: Props) {
  const { t } = useLingui();
  const status = useQuery(setupQuery);
  return (
    <Door title={t`Set up Kurir`} corner={<LanguageSwitch />}>
      {status.isError && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
      {status.data?.needed === false && <AlreadyDone loginHref={loginHref} />}
      {status.data?.needed === true &&
        (token ? <OwnerForm token={token} onEntered={onEntered} /> : <NoToken />)}
    </Door>
  );
}

function AlreadyDone({ loginHref }: { loginHref: string }) {
  return (
    <>
      <Text c="dimmed" size="sm" mb="lg">
        <Trans>Kurir is already set up.</Trans>
      </Text>
      <Anchor href={loginHref}>
        <Trans>Go to the login</Trans>
      </Anchor>
    </>
  );
}

function NoToken() {
  const { t } = useLingui();
  return (
    <Alert
      color="yellow"
      variant="outline"
      icon={<IconKey />}
      title={t`This link has no set-up token`}
      mt="md"
    >
      <Trans>
        So that nobody else can take over a new installation, this page opens only with the link that Kurir
        printed when it started: look in the terminal or the log for “setup?token=…” and open that whole link.
      </Trans>
    </Alert>
  );
}

function OwnerForm({ token, onEntered }: { token: string; onEntered: () => void }) {
  const { t } = useLingui();
  const { language } = useLanguage();
  const setup = useSetUp();
  const rule = usePasswordRule();
  const form = useForm({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t`Enter your name` : null),
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t`Enter a valid email address`),
      password: rule,
    },
  });
  const refused = useRefusal(form);
  const submit = form.onSubmit(({ name, email, password }) =>
    setup.mutate(
      { token, language, name: name.trim(), email: email.trim(), password },
      { onSuccess: onEntered, onError: refused },
    ),
  );
  return (
    <>
      <Text c="dimmed" size="sm" mb="lg">
        <Trans>Choose the language and create the owner. Everything else comes later.</Trans>
      </Text>
      <FormProblem error={setup.error} />
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Input.Wrapper label={t`Language`} labelElement="div">
            <LanguageSwitch fullWidth />
          </Input.Wrapper>
          <TextInput label={t`Your name`} name="name" autoComplete="name" {...form.getInputProps('name')} />
          <TextInput
            label={t`Email`}
            type="email"
            name="email"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <NewPassword hint {...form.getInputProps('password')} />
          <Button type="submit" loading={setup.isPending} fullWidth size="md">
            <Trans>Create the owner and start</Trans>
          </Button>
        </Stack>
      </form>
    </>
  );
}
