import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteContact } from '@/api/generated/contact/contact';
import type { Contact } from '@/api/generated/model';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { toast } from '@/shared/ui/toast';
import { nameOf } from './contact-table';
import { refreshContacts } from './refresh';

type Props = { contact: Contact | undefined; onClose: () => void; onDeleted: (id: string) => void };

/** Yes or No before a person is removed. */
export function DeleteContact({ contact, onClose, onDeleted }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const name = contact ? nameOf(contact) : '';
  const remove = useMutation({
    mutationFn: (id: string) => deleteContact(id),
    onSuccess: async (_nothing, id) => {
      toast.say(t`${name} was deleted`);
      onDeleted(id);
      onClose();
      await refreshContacts(client);
    },
  });
  return (
    <ConfirmDialog
      opened={contact !== undefined}
      title={t`Delete ${name}?`}
      yes={t`Yes, delete`}
      busy={remove.isPending}
      onYes={() => contact && remove.mutate(contact.id)}
      onNo={onClose}
    >
      <Text size="sm">
        <Trans>
          The person leaves all lists and tags. Messages that were already made stay in the outbox, and an
          address that may not be mailed stays suppressed.
        </Trans>
      </Text>
    </ConfirmDialog>
  );
}
