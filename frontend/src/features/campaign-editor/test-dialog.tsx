import { Button, Group, Modal, TagsInput, Text } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconTestPipe } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { sendTest } from '@/api/generated/campaign/campaign';
import type { Campaign, NamedAddress } from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { FormProblem } from '@/shared/form/form-problem';
import { useFieldErrorText } from '@/shared/form/field-error-text';
import { useMe } from '@/shared/session/me';
import { toast } from '@/shared/ui/toast';
import { ContactPicker } from './contact-picker';

const MOST = 5;

type Props = { campaign: Campaign; before: () => Promise<boolean>; sample: readonly NamedAddress[] };

/** Sends the draft to a few addresses of one's own, as one contact would get it. */
export function TestDialog({ campaign, before, sample }: Props) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTestPipe size={16} aria-hidden />}
        onClick={() => void before().then((stored) => setOpened(stored))}
      >
        <Trans>Test send</Trans>
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t`Test send`}>
        {opened && <TestForm campaign={campaign} sample={sample} onClose={() => setOpened(false)} />}
      </Modal>
    </>
  );
}

function TestForm({ campaign, sample, onClose }: Omit<Props, 'before'> & { onClose: () => void }) {
  const { t } = useLingui();
  const me = useMe();
  const navigate = useNavigate();
  const errorText = useFieldErrorText();
  const [to, setTo] = useState<string[]>(me ? [me.user.email] : []);
  const [contact, setContact] = useState<string | null>(null);
  const send = useMutation({
    meta: { handlesProblem: true },
    mutationFn: () => sendTest(campaign.id, { to, ...(contact && { contactId: contact }) }),
    onSuccess: ({ messages }) => {
      onClose();
      toast.action(
        plural(messages.length, {
          one: '# test message is in the outbox',
          other: '# test messages are in the outbox',
        }),
        t`Open the outbox`,
        () => void navigate({ to: '/outbox' }),
      );
    },
  });
  const refused = send.isError
    ? Problem.of(send.error).errors.find(({ pointer }) => pointer.startsWith('/to'))
    : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to.length > 0 && !send.isPending) send.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      {send.isError && <FormProblem error={send.error} />}
      <Text size="sm" c="dimmed" mb="sm">
        <Trans>
          The message goes through the outbox like every other. The unsubscribe link in it does nothing.
        </Trans>
      </Text>
      <TagsInput
        label={t`Send to`}
        description={t`At most five addresses; press Enter after each`}
        maxTags={MOST}
        acceptValueOnBlur
        data-autofocus
        value={to}
        onChange={setTo}
        splitChars={[',', ';', ' ']}
        error={refused && errorText(refused)}
      />
      <ContactPicker label={t`With the values of`} value={contact} onChange={setContact} sample={sample} />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={send.isPending} disabled={to.length === 0}>
          <Trans>Send the test</Trans>
        </Button>
      </Group>
    </form>
  );
}
