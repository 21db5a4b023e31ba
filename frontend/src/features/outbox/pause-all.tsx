import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { toast } from '@/shared/ui/toast';
import { useSwitchAllWorkers, workersQuery } from '@/shared/workers/queries';

/** One switch for all accounts: stop everything now, or let everything go on. */
export function PauseAll() {
  const { t } = useLingui();
  const workers = useQuery(workersQuery);
  const change = useSwitchAllWorkers();
  if (!workers.data || workers.data.length < 2) return null;
  const anyOn = workers.data.some(({ wanted }) => wanted === 'ON');
  const pause = () =>
    change.mutate('OFF', {
      onSuccess: ({ state, inFlight }) =>
        toast.action(
          state === 'stopping'
            ? t`All workers are stopping; not confirmed yet, ${inFlight} in flight.`
            : t`All workers are off. ${inFlight} in flight can still leave.`,
          t`Undo`,
          () => change.mutate('ON'),
        ),
    });
  return anyOn ? (
    <Button
      variant="default"
      leftSection={<IconPlayerPause size={16} />}
      loading={change.isPending}
      onClick={pause}
    >
      <Trans>Pause all</Trans>
    </Button>
  ) : (
    <Button
      leftSection={<IconPlayerPlay size={16} />}
      loading={change.isPending}
      onClick={() => change.mutate('ON')}
    >
      <Trans>Resume all</Trans>
    </Button>
  );
}
