import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { LogEntry } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { LogLine } from '@/shared/log/log-line';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { NoResults } from '@/shared/ui/no-results';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { logQuery } from './queries';
import type { LogsSearch } from './search';
import { useScrolledAway } from './use-scrolled-away';
import { useTail } from './use-tail';
import classes from './logs-page.module.css';

type Props = { filter: LogsSearch; onShown: (lines: readonly LogEntry[]) => void; onClear: () => void };

/** Newest on top. Who has scrolled down reads in peace: new lines wait until they are asked for. */
export function LogTail({ filter, onShown, onClear }: Props) {
  const { t } = useLingui();
  const formats = useFormats();
  const log = useInfiniteQuery(logQuery(filter));
  const [away, toTop] = useScrolledAway();
  const tail = useTail(filter, away);
  const { waiting, release } = tail;
  useEffect(() => {
    if (!away) release();
  }, [away, release]);
  const lines = useMemo(() => {
    const seen = new Set(tail.lines.map(({ id }) => id));
    const stored = log.data?.pages.flatMap((page) => page.items) ?? [];
    return [...tail.lines, ...stored.filter(({ id }) => !seen.has(id))];
  }, [tail.lines, log.data]);
  useEffect(() => onShown(lines), [lines, onShown]);
  const jump = () => {
    release();
    toTop();
  };
  const count = formats.number(waiting);

  if (log.isPending) return <TableSkeleton columns={3} />;
  if (log.isError) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />;
  if (lines.length === 0) {
    return Object.keys(filter).length > 0 ? (
      <NoResults query={filter.q} onClear={onClear} />
    ) : (
      <EmptyState drawing="log" title={t`Nothing has happened yet`}>
        <Trans>Logins, switches, refusals and what was sent appear here as they happen.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={classes.tail} role="log" aria-live="off" aria-label={t`Log`}>
      {waiting > 0 && (
        <div className={classes.jump}>
          <Button size="compact-sm" onClick={jump}>
            <Trans>Jump to newest ({count})</Trans>
          </Button>
        </div>
      )}
      {lines.map((entry) => (
        <LogLine key={entry.id} entry={entry}>
          {entry.messageId && (
            <Link to="/outbox" search={{ message: entry.messageId }} style={{ marginLeft: 8 }}>
              <Trans>Open the message</Trans>
            </Link>
          )}
        </LogLine>
      ))}
      {log.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          size="xs"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          <Trans>Load older lines</Trans>
        </Button>
      )}
    </div>
  );
}
