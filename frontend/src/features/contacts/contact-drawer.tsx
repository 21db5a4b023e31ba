import { Drawer, Skeleton, Stack } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Contact } from '@/api/generated/model';
import { ErrorState } from '@/shared/ui/error-state';
import { ContactForm } from './contact-form';
import { nameOf } from './contact-table';
import { contactQuery } from './queries';

type Props = {
  /** A contact, `new`, or nothing: closed. */
  id: string | undefined;
  onClose: () => void;
  onWrite: (contact: Contact) => void;
  onDelete: (contact: Contact) => void;
};

/** One person, to add or to edit, over the list it was opened from. */
export function ContactDrawer({ id, onClose, ...actions }: Props) {
  const { t } = useLingui();
  const { data } = useQuery({ ...contactQuery(id ?? ''), enabled: id !== undefined && id !== 'new' });
  const title = id === 'new' ? t`Add contact` : data ? nameOf(data) : t`Contact`;
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      title={title}
      size="md"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {id === 'new' && <ContactForm onClose={onClose} {...actions} />}
      {id !== undefined && id !== 'new' && <Existing key={id} id={id} onClose={onClose} {...actions} />}
    </Drawer>
  );
}

function Existing({ id, ...rest }: Omit<Props, 'id'> & { id: string }) {
  const query = useQuery(contactQuery(id));
  if (query.data) return <ContactForm contact={query.data} onReload={() => query.refetch()} {...rest} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack aria-busy>
      {[0, 1, 2, 3].map((field) => (
        <Skeleton key={field} height={36} />
      ))}
    </Stack>
  );
}
