import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCommand } from '@/shared/keys/use-command';
import { compact } from '@/shared/search-params';
import { useMayManage } from '@/shared/session/me';
import { LoadMore } from '@/shared/table/load-more';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { NoResults } from '@/shared/ui/no-results';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { accountNamesQuery } from '@/shared/names';
import { BulkBar } from './bulk-bar';
import { ConversationRow } from './conversation-row';
import { conversationsQuery } from './queries';
import { useBulk } from './use-bulk';
import { usePlace } from './use-place';
import { filterOf, isFiltered, type InboxSearch } from './search';
import classes from './conversation-list.module.css';

const route = getRouteApi('/shell/inbox');

/** The conversations of the tab; the keys j and k open the next and the one before. */
export function ConversationList({ search }: { search: InboxSearch }) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(conversationsQuery(filterOf(search)));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const bulk = useBulk(rows);
  const { at, next, previous } = usePlace(rows, search, list.isPlaceholderData);
  const open = (id: string | undefined) => {
    if (id !== undefined)
      void navigate({ search: (before) => ({ ...before, open: id }), replace: search.open !== undefined });
  };
  useCommand('list.next', () => open(next?.id), rows.length > 0);
  useCommand('list.previous', () => open(previous?.id), rows.length > 0);
  useCommand('list.select', () => bulk.toggle(rows[at]!.id), at >= 0);

  if (list.isPending) return <TableSkeleton rows={8} columns={1} />;
  if (list.isError && rows.length === 0)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) {
    return isFiltered(search) ? (
      <NoResults
        query={search.q}
        onClear={() => void navigate({ search: compact({ tab: search.tab }), replace: true })}
      />
    ) : (
      <Empty search={search} />
    );
  }
  return (
    <div className={classes.scroll}>
      {bulk.selected.length > 0 && (
        <BulkBar
          selected={bulk.selected}
          busy={bulk.busy}
          onChange={bulk.change}
          onMerge={bulk.merge}
          onNone={bulk.none}
        />
      )}
      <ul className={classes.list} aria-label={t`Conversations`} aria-busy={list.isPlaceholderData}>
        {rows.map((row) => (
          <ConversationRow
            key={row.id}
            row={row}
            search={search}
            open={row.id === search.open}
            selected={bulk.isSelected(row.id)}
            onSelect={() => bulk.toggle(row.id)}
          />
        ))}
      </ul>
      <LoadMore
        shown={rows.length}
        total={undefined}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </div>
  );
}

function Empty({ search }: { search: InboxSearch }) {
  const { t } = useLingui();
  const accounts = useQuery(accountNamesQuery).data;
  const mayManage = useMayManage();
  if (accounts?.every(({ watched }) => !watched)) {
    return (
      <EmptyState
        drawing="mailbox"
        title={t`No mailbox is read yet`}
        action={
          mayManage && (
            <Button component={Link} to="/accounts">
              <Trans>Go to Accounts</Trans>
            </Button>
          )
        }
      >
        <Trans>Give an account its incoming server (IMAP), and its replies appear here.</Trans>
      </EmptyState>
    );
  }
  if (search.tab === 'mentions')
    return (
      <EmptyState drawing="mailbox" title={t`Nobody has mentioned you yet`}>
        <Trans>When a colleague writes @ and your name in a note, you find it here.</Trans>
      </EmptyState>
    );
  return (search.tab ?? 'new') === 'new' ? (
    <EmptyState drawing="mailbox" title={t`Everything is taken care of`}>
      <Trans>New replies appear here by themselves.</Trans>
    </EmptyState>
  ) : (
    <EmptyState drawing="mailbox" title={t`Nothing here`}>
      <Trans>Conversations that belong under this tab appear here.</Trans>
    </EmptyState>
  );
}
