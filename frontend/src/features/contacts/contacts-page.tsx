import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Contact } from '@/api/generated/model';
import { useCommand } from '@/shared/keys/use-command';
import { LoadMore } from '@/shared/table/load-more';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { NoResults } from '@/shared/ui/no-results';
import { PageHeader } from '@/shared/ui/page-header';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { BulkBar } from './bulk-bar';
import { ContactDrawer } from './contact-drawer';
import { ContactFilters } from './contact-filters';
import { ContactTable } from './contact-table';
import { DeleteContact } from './delete-contact';
import { DirectMessageDialog } from './direct-message-dialog';
import { contactsQuery } from './queries';
import type { ContactsSearch } from './search';

const NOBODY: ReadonlySet<string> = new Set();

/** Everybody we may mail: search, filters, the drawer of one person, and changes to many at once. */
export function ContactsPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useLingui();
  const search = useSearch({ from: '/shell/contacts' });
  const navigate = useNavigate({ from: '/contacts' });
  const [selected, setSelected] = useState(NOBODY);
  const [writingTo, setWritingTo] = useState<Contact>();
  const [deleting, setDeleting] = useState<Contact>();
  const query = useInfiniteQuery(contactsQuery(search));

  const change = (next: Partial<ContactsSearch>) => {
    setSelected(NOBODY);
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  };
  const open = (id: string | undefined) => void navigate({ search: (old) => ({ ...old, open: id }) });
  useCommand('page.new', () => open('new'));

  const contacts = query.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = search.q !== undefined || search.list !== undefined || search.tag !== undefined;
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open('new')}>
      <Trans>Add contact</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader title={t`Contacts`} actions={add} tabs={tabs} />
      <ContactFilters search={search} onChange={change} />
      {query.isPending ? (
        <TableSkeleton columns={5} />
      ) : query.isError && contacts.length === 0 ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : contacts.length === 0 && filtered ? (
        <NoResults
          query={search.q}
          onClear={() => change({ q: undefined, list: undefined, tag: undefined })}
        />
      ) : contacts.length === 0 ? (
        <NobodyYet onAdd={() => open('new')} />
      ) : (
        <>
          <ContactTable
            contacts={contacts}
            dimmed={query.isPlaceholderData}
            selection={{ selected, onChange: setSelected }}
            sort={{
              value: search.sort ?? 'newest',
              onChange: (sort) => change({ sort: sort as ContactsSearch['sort'] }),
            }}
            openId={search.open}
            onOpen={(contact) => open(contact.id)}
            onWrite={setWritingTo}
            onDelete={setDeleting}
          />
          <LoadMore
            shown={contacts.length}
            total={query.data?.pages.at(-1)?.total}
            more={query.hasNextPage}
            loading={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        </>
      )}
      <BulkBar contacts={contacts.filter(({ id }) => selected.has(id))} onDone={() => setSelected(NOBODY)} />
      <ContactDrawer
        id={search.open}
        onClose={() => open(undefined)}
        onWrite={setWritingTo}
        onDelete={setDeleting}
      />
      <DirectMessageDialog contact={writingTo} onClose={() => setWritingTo(undefined)} />
      <DeleteContact
        contact={deleting}
        onClose={() => setDeleting(undefined)}
        onDeleted={(id) => {
          setSelected(NOBODY);
          if (search.open === id) open(undefined);
        }}
      />
    </>
  );
}

function NobodyYet({ onAdd }: { onAdd: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      drawing="people"
      title={t`No contacts yet`}
      action={
        <>
          <Button
            leftSection={<IconUpload size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/contacts/import" {...props} />}
          >
            <Trans>Import a CSV file</Trans>
          </Button>
          <Button variant="default" onClick={onAdd}>
            <Trans>Add one by hand</Trans>
          </Button>
        </>
      }
    >
      <Trans>
        The people you write to live here, with their lists, tags and the values your templates use.
      </Trans>
    </EmptyState>
  );
}
