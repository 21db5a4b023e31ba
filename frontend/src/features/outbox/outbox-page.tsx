import { lazy, Suspense } from 'react';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { PageHeader } from '@/shared/ui/page-header';
import { WorkerStrip } from '@/shared/workers/worker-strip';
import { MessageList } from './message-list';
import { OutboxTotals } from './outbox-totals';
import { PauseAll } from './pause-all';
import { RateChart } from './rate-chart';
import { filterOf } from './search';
import { StatusLine } from '@/shared/log/status-line';
import classes from './outbox-page.module.css';

const MessageDrawer = lazy(() =>
  import('./message-drawer').then((module) => ({ default: module.MessageDrawer })),
);

const route = getRouteApi('/shell/outbox');

/** Everything that leaves or waits to leave, live. */
export function OutboxPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const filter = filterOf(search);
  return (
    <div className={classes.page}>
      <PageHeader title={t`Outbox`} actions={<PauseAll />} />
      <div className={classes.top}>
        <WorkerStrip />
        <div className={classes.overview}>
          <OutboxTotals filter={filter} />
          <RateChart />
        </div>
      </div>
      <MessageList key={JSON.stringify(filter)} filter={filter} />
      <StatusLine />
      <Suspense fallback={null}>
        {search.message !== undefined && <MessageDrawer id={search.message} />}
      </Suspense>
    </div>
  );
}
