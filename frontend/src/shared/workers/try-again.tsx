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
      flex="none"
      variant="default"
      aria-label={t`Try again: ${accountName}`}
      onClick={({ currentTarget }) => {
        // the button goes away at once: the keyboard stays with the account
        currentTarget.closest('[data-account]')?.querySelector<HTMLElement>('[role="switch"]')?.focus();
        change.mutate({ accountId, wanted: 'ON' });
      }}
    >
      <Trans>Try again</Trans>
    </Button>
  );
}
