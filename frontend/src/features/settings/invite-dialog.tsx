import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getListInvitesQueryKey, inviteUser } from '@/api/generated/people/people';
import type { Invited, Role } from '@/api/generated/model';
import { focusFirstError } from '@/shared/form/focus-first-error';
import { FormProblem } from '@/shared/form/form-problem';
import { useRefusal } from '@/shared/form/use-refusal';
import { CopyButton } from '@/shared/ui/copy-button';
import { useRoleMeanings, useRoleNames } from './roles';

/** Asks for address and role, then shows the link once. */
export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      // the link is shown once: a click beside it must not lose it
      closeOnClickOutside={false}
      title={t`Invite somebody`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {opened && <Inviting onClose={onClose} />}
    </Modal>
  );
}

function Inviting({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const names = useRoleNames();
  const meanings = useRoleMeanings();
  const form = useForm<{ email: string; role: Role }>({
    initialValues: { email: '', role: 'agent' },
    validate: { email: (value) => (value.trim() === '' ? t`Please fill this in` : null) },
  });
  const refused = useRefusal(form);
  const invite = useMutation({
    meta: { handlesProblem: true },
    mutationFn: ({ email, role }: { email: string; role: Role }) => inviteUser({ email: email.trim(), role }),
    onSuccess: () => client.invalidateQueries({ queryKey: getListInvitesQueryKey() }),
    onError: refused,
  });
  if (invite.data) return <Link invited={invite.data} onClose={onClose} />;
  return (
    <form noValidate onSubmit={form.onSubmit((values) => invite.mutate(values), focusFirstError)}>
      {invite.isError && <FormProblem error={invite.error} />}
      <TextInput
        label={t`Email`}
        type="email"
        autoComplete="off"
        maxLength={254}
        data-autofocus
        {...form.getInputProps('email')}
      />
      <Radio.Group mt="md" label={t`Role`} {...form.getInputProps('role')}>
        <Stack gap="xs" mt={6}>
          {(['agent', 'manager', 'owner'] as const).map((role) => (
            <Radio key={role} value={role} label={names[role]} description={meanings[role]} />
          ))}
        </Stack>
      </Radio.Group>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={invite.isPending}>
          <Trans>Make the link</Trans>
        </Button>
      </Group>
    </form>
  );
}

function Link({ invited: { invite, link }, onClose }: { invited: Invited; onClose: () => void }) {
  const { t } = useLingui();
  const { email } = invite;
  return (
    <>
      <Text size="sm" mb="sm">
        <Trans>
          Give this link to {email}. It is shown only now, works once, and for seven days. Kurir does not mail
          it.
        </Trans>
      </Text>
      <TextInput
        label={t`Link of the invitation`}
        value={link}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
        rightSection={<CopyButton value={link} />}
      />
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose} data-autofocus>
          <Trans>Done</Trans>
        </Button>
      </Group>
    </>
  );
}
