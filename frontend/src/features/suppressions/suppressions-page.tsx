import { Button, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { getListSuppressionsQueryKey, listSuppressions } from '@/api/generated/suppression/suppression';
import type { Suppression, SuppressionPage } from '@/api/generated/model';
import { useCommand } from '@/shared/keys/use-command';
import { DataTable, RowAction, type Column } from '@/shared/table/data-table';
import { LoadMore } from '@/shared/table/load-more';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { NoResults } from '@/shared/ui/no-results';
import { PageHeader } from '@/shared/ui/page-header';
import { SearchField } from '@/shared/ui/search-field';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { SuppressionBadge } from '@/shared/ui/suppression-badge';
import { DateTime } from '@/shared/ui/time';
import { Toolbar } from '@/shared/ui/toolbar';
import { AllowDialog } from './allow-dialog';
import { SuppressDialog } from './suppress-dialog';

const suppressionsQuery = (q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...getListSuppressionsQueryKey(q === undefined ? {} : { q }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      listSuppressions({ limit: 50, ...(q && { q }), ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page: SuppressionPage) => page.next,
    placeholderData: keepPreviousData,
  });

/** Who must not be mailed, and why. */
export function SuppressionsPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useLingui();
  const { q } = useSearch({ from: '/shell/contacts/suppressions' });
  const navigate = useNavigate({ from: '/contacts/suppressions' });
  const [adding, setAdding] = useState(false);
  const [allowing, setAllowing] = useState<Suppression>();
  const query = useInfiniteQuery(suppressionsQuery(q));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const search = (next: string) => void navigate({ search: next === '' ? {} : { q: next }, replace: true });
  useCommand('page.new', () => setAdding(true));

  const columns: Column<Suppression>[] = [
    {
      id: 'email',
      header: t`Email`,
      card: 'title',
      cell: ({ email }) => (
        <Text size="sm" fw={500} truncate="end">
          {email}
        </Text>
      ),
    },
    {
      id: 'reason',
      header: t`Reason`,
      width: '210px',
      cell: ({ reason }) => <SuppressionBadge reason={reason} />,
    },
    {
      id: 'note',
      header: t`Note`,
      cell: ({ note }) =>
        note !== null && (
          <Text size="sm" c="dimmed" truncate="end" title={note ?? ''}>
            {note}
          </Text>
        ),
    },
    {
      id: 'since',
      header: t`Since`,
      width: '180px',
      cell: ({ since }) => (
        <Text size="sm" c="dimmed">
          <DateTime value={since} />
        </Text>
      ),
    },
    {
      id: 'menu',
      header: '',
      width: '64px',
      align: 'right',
      card: 'corner',
      cell: (row) => {
        const { email } = row;
        return (
          <RowAction label={t`Allow ${email} again`} onClick={() => setAllowing(row)}>
            <IconTrash size={16} />
          </RowAction>
        );
      },
    },
  ];
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      <Trans>Suppress an address</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader title={t`Suppressions`} actions={add} tabs={tabs} />
      <Toolbar>
        <SearchField
          label={t`Search suppressed addresses`}
          placeholder={t`Email address`}
          value={q ?? ''}
          onChange={search}
        />
      </Toolbar>
      {query.isPending ? (
        <TableSkeleton columns={4} />
      ) : query.isError && rows.length === 0 ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : rows.length === 0 && q !== undefined ? (
        <NoResults query={q} onClear={() => search('')} />
      ) : rows.length === 0 ? (
        <EmptyState drawing="mailbox" title={t`Nobody is suppressed`}>
          <Trans>
            Who unsubscribes, bounces or complains will stand here, and is never mailed again until you allow
            it.
          </Trans>
        </EmptyState>
      ) : (
        <>
          <DataTable
            label={t`Suppressions`}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            nameOf={({ email }) => email}
            dimmed={query.isPlaceholderData}
            onDelete={setAllowing}
          />
          <LoadMore
            shown={rows.length}
            total={query.data?.pages.at(-1)?.total}
            more={query.hasNextPage}
            loading={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        </>
      )}
      <SuppressDialog opened={adding} onClose={() => setAdding(false)} />
      <AllowDialog suppression={allowing} onClose={() => setAllowing(undefined)} />
    </>
  );
}
