import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/shared/ui/error-state';
import { CardsSkeleton } from '@/shared/ui/skeletons';
import { useCommand } from '@/shared/keys/use-command';
import { workersQuery } from './queries';
import { WorkerCard } from './worker-card';
import { useToggleWorker } from './worker-switch';
import classes from './worker-strip.module.css';

/** All active accounts side by side. `w` switches the one that has the focus, or the only one. */
export function WorkerStrip() {
  const { t } = useLingui();
  const workers = useQuery(workersQuery);
  const toggle = useToggleWorker();
  useCommand('worker.toggle', () => {
    const focused = document.activeElement?.closest('[data-account]')?.getAttribute('data-account');
    const all = workers.data ?? [];
    const chosen =
      all.find(({ accountId }) => accountId === focused) ?? (all.length === 1 ? all[0] : undefined);
    if (chosen) toggle(chosen);
  });
  if (workers.isPending) return <CardsSkeleton height={104} />;
  if (workers.isError) return <ErrorState error={workers.error} onRetry={() => void workers.refetch()} />;
  return (
    <div className={classes.strip} role="group" aria-label={t`Accounts and their workers`}>
      {workers.data.map((worker) => (
        <WorkerCard key={worker.accountId} worker={worker} />
      ))}
    </div>
  );
}
