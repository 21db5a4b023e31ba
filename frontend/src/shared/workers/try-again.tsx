import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { WorkerStatus } from '@/api/generated/model';
import { useSwitchWorker } from './queries';

/** Lets an account go on that the program has stopped: nothing else does. One that only rests goes on by itself. */
export function TryAgain({ worker: { accountId, accountName, stopped } }: { worker: WorkerStatus }) {
  const { t } = useLingui();
  const change = useSwitchWorker();
  if (!stopped) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t`Try again: ${accountName}`}
      onClick={() => change.mutate({ accountId, wanted: 'ON' })}
    >
      <Trans>Try again</Trans>
    </Button>
  );
}
