import { Button, Checkbox, SegmentedControl, Stack, TextInput, useMantineColorScheme } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { getGetOnboardingQueryKey, updateOnboarding } from '@/api/generated/onboarding/onboarding';
import { updateMe } from '@/api/generated/session/session';
import { remembered } from '@/shared/browser';
import { enableSingleKeys, singleKeysEnabled } from '@/shared/keys/dispatcher';
import { meQuery, useMayManage, useMe } from '@/shared/session/me';
import { LanguageSwitch } from '@/shared/ui/language-switch';
import { PageBody, Section } from '@/shared/ui/page';
import { PageHeader } from '@/shared/ui/page-header';
import { toast } from '@/shared/ui/toast';
import { InboxSection } from './inbox-section';
import { PasswordForm } from './password-form';
import { People } from './people';
import { Teams } from './teams';
import classes from './settings-page.module.css';

/** What a person sets for themselves. */
export function SettingsPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useLingui();
  const mayManage = useMayManage();
  return (
    <>
      <PageHeader title={t`Settings`} tabs={tabs} />
      <PageBody narrow>
        <Section title={t`You`}>
          <Profile />
        </Section>
        <Section title={t`Password`}>
          <PasswordForm />
        </Section>
        <People />
        <Teams />
        {mayManage && <InboxSection />}
        <Section title={t`Appearance`}>
          <Stack gap="md" align="flex-start">
            <LanguageSwitch />
            <SchemeSwitch />
          </Stack>
        </Section>
        <Section title={t`Keyboard and screen reader`}>
          <Ease />
        </Section>
        {mayManage && (
          <Section title={t`Help`}>
            <ShowFirstSteps />
          </Section>
        )}
        <Section title={t`About`}>
          <About />
        </Section>
      </PageBody>
    </>
  );
}

function Profile() {
  const { t } = useLingui();
  const client = useQueryClient();
  const me = useMe();
  const form = useForm({
    initialValues: { name: me?.user.name ?? '' },
    validate: { name: (value) => (value.trim() === '' ? t`Enter your name` : null) },
  });
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) => updateMe({ name: name.trim() }),
    onSuccess: (saved) => {
      client.setQueryData(meQuery.queryKey, saved);
      form.resetDirty();
      toast.say(t`Saved`);
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} className={classes.profile} noValidate>
      <TextInput label={t`Your name`} maxLength={100} {...form.getInputProps('name')} />
      <TextInput label={t`Email`} value={me?.user.email ?? ''} readOnly />
      <Button type="submit" variant="default" disabled={!form.isDirty()} loading={save.isPending}>
        <Trans>Save</Trans>
      </Button>
    </form>
  );
}

function SchemeSwitch() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={t`Appearance`}
      size="xs"
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={[
        { value: 'auto', label: t`Like the device` },
        { value: 'light', label: t`Light` },
        { value: 'dark', label: t`Dark` },
      ]}
    />
  );
}

function Ease() {
  const { t } = useLingui();
  const [single, setSingle] = useState(singleKeysEnabled);
  const [announced, setAnnounced] = useState(() => remembered.get('announcements') !== 'off');
  return (
    <Stack gap="sm">
      <Checkbox
        label={t`Shortcuts of a single key`}
        description={t`j, k, x, w and others. Switch them off if you speak or type with help and they get in the way.`}
        checked={single}
        onChange={({ currentTarget: { checked } }) => {
          setSingle(checked);
          enableSingleKeys(checked);
        }}
      />
      <Checkbox
        label={t`Read progress aloud`}
        description={t`A screen reader hears the figures of the outbox, at most every ten seconds.`}
        checked={announced}
        onChange={({ currentTarget: { checked } }) => {
          setAnnounced(checked);
          remembered.set('announcements', checked ? 'on' : 'off');
        }}
      />
    </Stack>
  );
}

function ShowFirstSteps() {
  const { t } = useLingui();
  const client = useQueryClient();
  const show = useMutation({
    mutationFn: () => updateOnboarding({ dismissed: false }),
    onSuccess: (onboarding) => {
      client.setQueryData(getGetOnboardingQueryKey(), onboarding);
      toast.say(t`The first steps are on Home again.`);
    },
  });
  return (
    <Button variant="default" loading={show.isPending} onClick={() => show.mutate()}>
      <Trans>Show the first steps on Home</Trans>
    </Button>
  );
}

function About() {
  const { t } = useLingui();
  const me = useMe();
  const build = me?.buildId ?? '';
  return (
    <dl className={classes.about}>
      <dt>{t`Workspace`}</dt>
      <dd>{me?.workspace.name}</dd>
      <dt>{t`Build`}</dt>
      <dd className="k-mono">{build}</dd>
      <dt>{t`API reference`}</dt>
      <dd>
        <a href="/api-docs">/api-docs</a>
      </dd>
      <dt>{t`Licence`}</dt>
      <dd>Apache-2.0</dd>
    </dl>
  );
}
