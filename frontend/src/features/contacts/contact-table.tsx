import { Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDots, IconMail, IconPencil, IconTrash } from '@tabler/icons-react';
import type { Contact, NamedRef } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { DataTable, RowName, type Column } from '@/shared/table/data-table';
import { RowMenu } from '@/shared/table/row-menu';
import { SuppressionBadge } from '@/shared/ui/suppression-badge';
import classes from './contact-table.module.css';

type Props = {
  contacts: readonly Contact[];
  dimmed: boolean;
  selection: { selected: ReadonlySet<string>; onChange: (selected: ReadonlySet<string>) => void };
  sort: { value: string; onChange: (value: string) => void };
  openId: string | undefined;
  onOpen: (contact: Contact) => void;
  onWrite: (contact: Contact) => void;
  onDelete: (contact: Contact) => void;
};

/** What a contact is called where only one word fits. */
export function nameOf(contact: Pick<Contact, 'name' | 'email' | 'phone'>): string {
  return contact.name || contact.email || contact.phone || '—';
}

export function ContactTable({ contacts, onWrite, ...table }: Props) {
  const { t } = useLingui();
  const formats = useFormats();
  const columns: Column<Contact>[] = [
    {
      id: 'name',
      header: t`Name`,
      sort: 'name',
      card: 'title',
      cell: (contact) => (
        <RowName title={nameOf(contact)} onOpen={() => table.onOpen(contact)}>
          {contact.name || <span className={classes.quiet}>{t`No name`}</span>}
        </RowName>
      ),
    },
    { id: 'email', header: t`Email`, sort: 'email', cell: (contact) => <Address contact={contact} /> },
    {
      id: 'company',
      header: t`Company`,
      width: '16%',
      card: 'none',
      cell: ({ company }) => <span className={classes.one}>{company}</span>,
    },
    {
      id: 'groups',
      header: t`Lists and tags`,
      width: '24%',
      cell: (contact) => <Groups lists={contact.lists} tags={contact.tags} />,
    },
    {
      id: 'added',
      header: t`Added`,
      sort: 'newest',
      width: '116px',
      card: 'none',
      cell: ({ createdAt }) => <span className={classes.quiet}>{formats.date(createdAt)}</span>,
    },
    {
      id: 'menu',
      header: '',
      width: '64px',
      align: 'right',
      card: 'corner',
      cell: (contact) => (
        <ContactMenu contact={contact} onOpen={table.onOpen} onWrite={onWrite} onDelete={table.onDelete} />
      ),
    },
  ];
  return (
    <DataTable
      label={t`Contacts`}
      columns={columns}
      rows={contacts}
      idOf={({ id }) => id}
      nameOf={nameOf}
      {...table}
    />
  );
}

function Address({ contact }: { contact: Contact }) {
  return (
    <span className={classes.address}>
      <span className={classes.email}>{contact.email ?? <Trans>No address</Trans>}</span>
      {contact.suppressed !== null && <SuppressionBadge reason={contact.suppressed} />}
    </span>
  );
}

function Groups({ lists, tags }: { lists: readonly NamedRef[]; tags: readonly NamedRef[] }) {
  if (lists.length + tags.length === 0) return null;
  return (
    <span className={classes.groups}>
      {lists.map(({ id, name }) => (
        <span key={id} className={classes.list}>
          {name}
        </span>
      ))}
      {tags.map(({ id, name }) => (
        <span key={id} className={classes.tag}>
          #{name}
        </span>
      ))}
    </span>
  );
}

type MenuProps = { contact: Contact } & Pick<Props, 'onOpen' | 'onWrite' | 'onDelete'>;

function ContactMenu({ contact, onOpen, onWrite, onDelete }: MenuProps) {
  const { t } = useLingui();
  const name = nameOf(contact);
  const closed = contact.email === null || contact.suppressed !== null;
  return (
    <RowMenu label={t`Actions for ${name}`} icon={<IconDots size={16} />}>
      <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onOpen(contact)}>
        <Trans>Edit</Trans>
      </Menu.Item>
      <Menu.Item leftSection={<IconMail size={15} />} disabled={closed} onClick={() => onWrite(contact)}>
        <Trans>Write a message</Trans>
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={() => onDelete(contact)}>
        <Trans>Delete</Trans>
      </Menu.Item>
    </RowMenu>
  );
}
