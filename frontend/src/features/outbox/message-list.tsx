import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { ErrorState } from '@/shared/ui/error-state';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { BulkBar } from './bulk-bar';
import { ListHead } from './list-head';
import { MessageRow } from './message-row';
import { NoMessages } from './no-messages';
import { OutboxToolbar } from './outbox-toolbar';
import { isFiltered, type OutboxFilter } from './search';
import { useBusy } from './use-busy';
import { useLeaving } from './use-leaving';
import { useListKeys } from './use-list-keys';
import { useMessageList } from './use-list';
import { useSelection } from './use-selection';
import { useVirtualRows } from './use-virtual-rows';
import { useVisibleSync } from './use-visible-sync';
import classes from './message-list.module.css';

const ROW = { wide: 44, phone: 76 };

const route = getRouteApi('/shell/outbox');

/** All messages of the filter. Only the rows on the screen exist; the order stands still while somebody is in the list. */
export function MessageList({ filter }: { filter: OutboxFilter }) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  const body = useRef<HTMLDivElement>(null);
  const { busy, ...busyProps } = useBusy();
  const { list, rows: loaded, added, cursors, total, reload } = useMessageList(filter);
  const leaving = useLeaving(loaded, filter, busy);
  const rows = useMemo(() => loaded.filter(({ id }) => !leaving.has(id)), [loaded, leaving]);
  const selection = useSelection();
  const [active, setActive] = useState(0);
  const rowHeight = phone ? ROW.phone : ROW.wide;
  const virtual = useVirtualRows({ body, count: rows.length, rowHeight, list, added, busy, reload });
  const items = virtual.rows.getVirtualItems();
  useVisibleSync(filter, () => ({
    rows: loaded,
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? 0,
    cursors,
  }));
  const open = (id: string) => void navigate({ search: (before) => ({ ...before, message: id }) });
  const onKeyDown = useListKeys({ rows, active, setActive, virtual: virtual.rows, body, selection, open });

  return (
    <section className={classes.section} aria-label={t`Messages`}>
      <div className={classes.sticky}>
        {selection.ids.size > 0 ? (
          <BulkBar selection={selection} rows={rows} />
        ) : (
          <OutboxToolbar filter={filter} refreshing={list.isFetching} onRefresh={() => void reload()} />
        )}
        {!phone && rows.length > 0 && <ListHead rows={rows} selection={selection} />}
        {added > 0 && busy && (
          <Button size="compact-sm" className={classes.added} onClick={() => void reload()}>
            <Plural value={added} one="# new · show" other="# new · show" />
          </Button>
        )}
      </div>
      {list.isPending && <TableSkeleton />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <NoMessages filtered={isFiltered(filter)} query={filter.q} />}
      <div
        ref={body}
        role="grid"
        aria-label={t`Messages`}
        aria-rowcount={total}
        aria-multiselectable
        className={classes.body}
        data-stale={list.isPlaceholderData || undefined}
        style={{ height: virtual.rows.getTotalSize() }}
        hidden={rows.length === 0}
        onKeyDown={onKeyDown}
        {...busyProps}
      >
        {items.map((item) => {
          const message = rows[item.index];
          if (!message) return null;
          return (
            <MessageRow
              key={message.id}
              message={message}
              index={item.index}
              top={item.start - virtual.margin}
              height={rowHeight}
              focusable={item.index === Math.min(active, rows.length - 1)}
              selected={selection.ids.has(message.id)}
              filter={filter}
              onSelect={selection.toggle}
              onOpen={open}
              onFocus={setActive}
            />
          );
        })}
      </div>
      {list.isFetchingNextPage && (
        <p className={classes.more}>
          <Trans>Loading more…</Trans>
        </p>
      )}
    </section>
  );
}
