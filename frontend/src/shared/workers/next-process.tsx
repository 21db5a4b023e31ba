import { useLingui } from '@lingui/react/macro';
import type { WorkerStatus } from '@/api/generated/model';
import { useNow } from '@/shared/hooks/use-now';
import { Countdown } from '@/shared/ui/time';
import { useReason } from './worker-text';

/** "Next process 00:12", or why there is none. */
export function NextProcess({ worker }: { worker: WorkerStatus }) {
  const { t } = useLingui();
  const reasonText = useReason();
  const now = useNow(1_000);
  // The card says why below.
  if (worker.stopped) return null;
  if (worker.state === 'off') return <>{t`Stopped`}</>;
  if (worker.state === 'pausing') return <>{t`Stopping…`}</>;
  const later = worker.nextAt ? new Date(worker.nextAt).getTime() > now : false;
  if (worker.state === 'blocked' && !later)
    return <>{worker.reason ? reasonText(worker.reason) : t`Waiting`}</>;
  if (worker.waiting === 0) return <>{t`Nothing waits`}</>;
  if (worker.nextAt && later) {
    return (
      <>
        {t`Next process`} <Countdown until={worker.nextAt} />
      </>
    );
  }
  return <>{t`Sending now`}</>;
}
