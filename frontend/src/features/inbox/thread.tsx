import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useStreamEvent } from '@/api/event-stream';
import { ErrorState } from '@/shared/ui/error-state';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { Composer } from './composer';
import { EntryItem } from './entry-item';
import { conversationQuery, entriesQuery, useChange } from './queries';
import { ThreadHead } from './thread-head';
import type { Written } from './use-composer';
import classes from './thread.module.css';

type Props = { id: string; onClose: () => void };

/** One conversation: its head, what was written and what happened, and the place to answer. */
export function Thread({ id, onClose }: Props) {
  const conversation = useQuery(conversationQuery(id));
  const entries = useInfiniteQuery(entriesQuery(id));
  const [restored, setRestored] = useState<Written | undefined>(undefined);
  const shown = useMemo(
    () => (entries.data?.pages.flatMap(({ items }) => items) ?? []).toReversed(),
    [entries.data],
  );
  useReadWhenOpened(id, conversation.data?.unread ?? 0);
  useStreamEvent('outbox', ({ campaignId, rows }) => {
    const known = new Set(shown.flatMap(({ sent }) => sent?.messages.map((message) => message.id) ?? []));
    if (!campaignId && rows.some((row) => known.has(row.id))) void entries.refetch();
  });
  const end = useScrollToEnd(shown.at(-1)?.id);

  if (conversation.isError)
    return <ErrorState error={conversation.error} onRetry={() => void conversation.refetch()} />;
  if (!conversation.data) return <TableSkeleton rows={6} columns={1} />;
  return (
    <>
      <ThreadHead conversation={conversation.data} onClose={onClose} />
      <div className={classes.scroll} tabIndex={-1}>
        {entries.isError && <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />}
        {entries.isPending && <TableSkeleton rows={4} columns={1} />}
        <Older query={entries} />
        <ol className={classes.entries}>
          {shown.map((entry, at) => (
            <EntryItem
              key={entry.id}
              entry={entry}
              conversation={conversation.data}
              last={at === shown.length - 1}
              onUndone={setRestored}
            />
          ))}
        </ol>
        <div ref={end} />
      </div>
      <Composer
        key={restored?.id ?? 'fresh'}
        conversation={conversation.data}
        entries={shown}
        start={restored}
        onSent={() => setRestored(undefined)}
      />
    </>
  );
}

function Older({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}) {
  const { t } = useLingui();
  if (!query.hasNextPage) return null;
  return (
    <Button
      m="md"
      variant="default"
      size="xs"
      aria-label={t`Show older messages`}
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      <Trans>Show older messages</Trans>
    </Button>
  );
}

/** Who has it before their eyes has read it. */
function useReadWhenOpened(id: string, unread: number) {
  const change = useChange();
  const read = useEffectEvent(() => change.mutate({ id, change: { read: true } }));
  useEffect(() => {
    if (unread === 0) return;
    const timer = setTimeout(() => document.visibilityState === 'visible' && read(), 600);
    return () => clearTimeout(timer);
  }, [id, unread]);
}

function useScrollToEnd(last: string | undefined) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last !== undefined) end.current?.scrollIntoView({ block: 'end' });
  }, [last]);
  return end;
}
