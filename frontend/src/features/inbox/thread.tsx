import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useStreamEvent } from '@/api/event-stream';
import { ErrorState } from '@/shared/ui/error-state';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { Composer } from './composer';
import { EntryItem } from './entry-item';
import { MergedAway } from './merged-away';
import { conversationQuery, entriesQuery } from './queries';
import { useSeen } from './seen';
import { ThreadHead } from './thread-head';
import type { Info } from './use-info';
import { useReadWhenOpened } from './use-read-when-opened';
import classes from './thread.module.css';

type Props = { id: string; info: Info; onClose: () => void };

/** One conversation: its head, what was written and what happened, and the place to answer. */
export function Thread({ id, info, onClose }: Props) {
  const conversation = useQuery(conversationQuery(id));
  const entries = useInfiniteQuery(entriesQuery(id));
  const shown = useMemo(
    () => (entries.data?.pages.flatMap(({ items }) => items) ?? []).toReversed(),
    [entries.data],
  );
  const isNew = !conversation.isFetching && !entries.isFetching;
  const { unread = 0, mentioned = false } = conversation.data ?? {};
  const seen = useSeen(id);
  const newestMail = shown.findLast(({ mail }) => mail != null);
  useReadWhenOpened(id, isNew ? seen : undefined, unread > 0 || mentioned);
  useStreamEvent('outbox', ({ campaignId, rows }) => {
    const known = new Set(shown.flatMap(({ sent }) => sent?.messages.map((message) => message.id) ?? []));
    if (!campaignId && rows.some((row) => known.has(row.id))) void entries.refetch();
  });
  const end = useScrollToEnd(shown.at(-1)?.id);

  if (!conversation.data)
    return conversation.isError ? (
      <ErrorState error={conversation.error} onRetry={() => void conversation.refetch()} />
    ) : (
      <TableSkeleton rows={6} columns={1} />
    );
  if (conversation.data.mergedInto)
    return (
      <MergedAway
        conversation={conversation.data}
        into={conversation.data.mergedInto}
        entries={shown}
        onClose={onClose}
      />
    );
  return (
    <>
      <ThreadHead conversation={conversation.data} seen={seen} info={info} onClose={onClose} />
      <div className={classes.scroll} tabIndex={-1}>
        {entries.isError && shown.length === 0 && (
          <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />
        )}
        {entries.isPending && <TableSkeleton rows={4} columns={1} />}
        <Older query={entries} />
        <ol className={classes.entries}>
          {shown.map((entry, at) => (
            <EntryItem
              key={entry.id}
              entry={entry}
              conversation={conversation.data}
              last={at === shown.length - 1}
              newest={entry === newestMail}
              splittable={entries.hasNextPage || shown.slice(0, at).some(({ kind }) => kind !== 'line')}
            />
          ))}
        </ol>
        <div ref={end} />
      </div>
      <Composer conversation={conversation.data} entries={shown} />
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

function useScrollToEnd(last: string | undefined) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last !== undefined) end.current?.scrollIntoView({ block: 'end' });
  }, [last]);
  return end;
}
