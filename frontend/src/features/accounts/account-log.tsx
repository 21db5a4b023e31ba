import { Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useStreamEvent } from '@/api/event-stream';
import { LogLine } from '@/shared/log/log-line';
import { ErrorState } from '@/shared/ui/error-state';
import { accountLogQuery } from './queries';

/** The last lines of one account, live. */
export function AccountLog({ account }: { account: string }) {
  const client = useQueryClient();
  const options = accountLogQuery(account);
  const log = useQuery(options);
  useStreamEvent('log', (entry) => {
    if (entry.accountId !== account) return;
    client.setQueryData(
      options.queryKey,
      (page) =>
        page && { ...page, items: [entry, ...page.items.filter(({ id }) => id !== entry.id)].slice(0, 15) },
    );
  });
  if (log.isError) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />;
  if (!log.data) return null;
  if (log.data.items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing has happened yet.</Trans>
      </Text>
    );
  }
  return (
    <div>
      {log.data.items.map((entry) => (
        <LogLine key={entry.id} entry={entry} withAccount={false} />
      ))}
    </div>
  );
}
