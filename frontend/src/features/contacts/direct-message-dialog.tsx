import { Button, Checkbox, Group, Modal, Select, Text, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useIsMutating, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { getListAccountsQueryKey, listAccounts } from '@/api/generated/account/account';
import type { Contact } from '@/api/generated/model';
import { sendMessage } from '@/api/generated/outbox/outbox';
import { remembered } from '@/shared/browser';
import { focusFirstError } from '@/shared/form/focus-first-error';
import { FormProblem } from '@/shared/form/form-problem';
import { useRefusal } from '@/shared/form/use-refusal';
import { useRequestKey } from '@/shared/hooks/use-request-key';
import { toast } from '@/shared/ui/toast';
import { nameOf } from './contact-table';

const LAST_ACCOUNT = 'direct-account';
const KEY = ['direct-message'];

type Values = { accountId: string | null; subject: string; text: string; urgent: boolean };

/** One message to one person, through the same outbox as every campaign. */
export function DirectMessageDialog({
  contact,
  onClose,
}: {
  contact: Contact | undefined;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const name = contact ? nameOf(contact) : '';
  // whoever wrote it is told what became of it, and a click beside it loses nothing
  const sending = useIsMutating({ mutationKey: KEY }) > 0;
  return (
    <Modal
      opened={contact !== undefined}
      onClose={() => !sending && onClose()}
      closeOnClickOutside={false}
      title={t`Message to ${name}`}
      size="lg"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {contact && <Letter key={contact.id} contact={contact} onClose={onClose} />}
    </Modal>
  );
}

function Letter({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const request = useRequestKey();
  const accounts = useQuery({
    queryKey: getListAccountsQueryKey({ active: true }),
    queryFn: ({ signal }) => listAccounts({ active: true }, { signal }),
  });
  const form = useForm<Values>({
    initialValues: { accountId: null, subject: '', text: '', urgent: false },
    validate: {
      subject: (value) => (value.trim() === '' ? t`Please fill this in` : null),
      text: (value) => (value.trim() === '' ? t`Please fill this in` : null),
    },
  });
  const refused = useRefusal(form);
  const remembers = accounts.data?.find(({ id }) => id === remembered.get(LAST_ACCOUNT));
  const accountId = form.values.accountId ?? remembers?.id ?? accounts.data?.[0]?.id ?? null;

  const send = useMutation({
    mutationKey: KEY,
    meta: { handlesProblem: true },
    mutationFn: ({ subject, text, urgent }: Values) =>
      sendMessage(
        { accountId: accountId!, contactId: contact.id, subject: subject.trim(), text, urgent },
        { headers: request.header() },
      ),
    onSuccess: (message) => {
      remembered.set(LAST_ACCOUNT, message.accountId);
      onClose();
      toast.action(
        t`The message to ${message.to} is in the outbox`,
        t`Open the outbox`,
        () => void navigate({ to: '/outbox' }),
      );
    },
    onError: (error) => {
      request.settle(error);
      refused(error);
    },
  });
  const nobody = accounts.data?.length === 0;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        if (!send.isPending) send.mutate(values);
      }, focusFirstError)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      {send.isError && <FormProblem error={send.error} />}
      <Text size="sm" c="dimmed" mb="sm">
        <Trans>To {contact.email}</Trans>
      </Text>
      <Select
        label={t`From account`}
        allowDeselect={false}
        data={
          accounts.data?.map(({ id, name, fromAddress }) => ({
            value: id,
            label: `${name} (${fromAddress})`,
          })) ?? []
        }
        {...form.getInputProps('accountId')}
        value={accountId}
        error={nobody ? t`There is no active account. Add or activate one first.` : form.errors.accountId}
      />
      <TextInput
        mt="sm"
        label={t`Subject`}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('subject')}
      />
      <Textarea
        mt="sm"
        label={t`Message`}
        autosize
        minRows={8}
        maxRows={18}
        {...form.getInputProps('text')}
      />
      <Checkbox
        mt="md"
        label={t`Urgent: before all others of this account`}
        {...form.getInputProps('urgent', { type: 'checkbox' })}
      />
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" disabled={send.isPending} onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={send.isPending} disabled={accountId === null}>
          <Trans>Send</Trans>
        </Button>
      </Group>
    </form>
  );
}
