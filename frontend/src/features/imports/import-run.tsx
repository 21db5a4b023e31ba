import { Alert, Progress, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useStreamEvent, useStreamState } from '@/api/event-stream';
import type { Import } from '@/api/generated/model';
import { ErrorState } from '@/shared/ui/error-state';
import { Count } from '@/shared/ui/number';
import { Panel } from '@/shared/ui/page';
import { CardsSkeleton } from '@/shared/ui/skeletons';
import { ImportBadge } from './import-badge';
import classes from './imports.module.css';
import { importQuery } from './queries';
import { Refusals } from './refusals';

const POLL = 1_500;
const AFFECTED = new Set([
  '/api/v1/contacts',
  '/api/v1/contacts/imports',
  '/api/v1/lists',
  '/api/v1/tags',
  '/api/v1/fields',
]);

/** One import while it runs and after: live by the stream, by asking again where the stream is away. */
export function ImportRun({ id }: { id: string }) {
  const client = useQueryClient();
  const { status } = useStreamState();
  const query = useQuery({
    ...importQuery(id),
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' && status !== 'live' ? POLL : false),
  });
  useStreamEvent('import', (news) => {
    if (news.id === id) client.setQueryData(importQuery(id).queryKey, news);
  });
  const over = query.data !== undefined && query.data.state !== 'running';
  useEffect(() => {
    // Without the stream nobody else says that people, lists and the list of imports are others now.
    if (over)
      void client.invalidateQueries({ predicate: ({ queryKey: [url] }) => AFFECTED.has(String(url)) });
  }, [over, client]);
  if (query.isPending) return <CardsSkeleton cards={1} height={140} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <Panel className={classes.run}>
        <Course run={query.data} />
      </Panel>
      {query.data.refused > 0 && <Refusals run={query.data} />}
    </>
  );
}

function Course({ run }: { run: Import }) {
  const { t } = useLingui();
  const running = run.state === 'running';
  const percent = running ? (run.progress ?? 0) : 100;
  return (
    <>
      <div className={classes.runHead}>
        <h2 className={classes.fileName}>{run.fileName}</h2>
        <ImportBadge state={run.state} />
      </div>
      {run.state === 'failed' && (
        <Alert
          color="red"
          variant="outline"
          icon={<IconAlertTriangle />}
          role="alert"
          title={<Trans>The import stopped</Trans>}
        >
          {run.problem ?? <Trans>The reason is not known. What was counted below is stored.</Trans>}
        </Alert>
      )}
      {running && <Progress value={percent} aria-label={t`Progress of the import`} size="sm" />}
      <dl className={classes.counts}>
        <Figure label={t`Lines`} value={run.lines} />
        <Figure label={t`New`} value={run.created} />
        <Figure label={t`Updated`} value={run.updated} />
        <Figure label={t`Left as they were`} value={run.skipped} />
        <Figure label={t`Refused`} value={run.refused} bad={run.refused > 0} />
      </dl>
      {running && (
        <Text size="sm" c="dimmed">
          <Trans>It runs on the server: you may leave this page.</Trans>
        </Text>
      )}
    </>
  );
}

function Figure({ label, value, bad = false }: { label: ReactNode; value: number; bad?: boolean }) {
  return (
    <div className={classes.figure} data-bad={bad || undefined}>
      <dt>{label}</dt>
      <dd>
        <Count value={value} />
      </dd>
    </div>
  );
}
