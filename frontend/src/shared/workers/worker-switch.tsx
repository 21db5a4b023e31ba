import { Switch } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { WorkerStatus, WorkerSwitchWanted } from '@/api/generated/model';
import { toast } from '@/shared/ui/toast';
import { useSwitchWorker } from './queries';
import classes from './worker-switch.module.css';

/** How a switch says what it did: with the number that can still leave, and a way back. */
export function useToggleWorker() {
  const { t } = useLingui();
  const change = useSwitchWorker();
  const toggle = ({ accountId, accountName, wanted }: WorkerStatus): void => {
    const next: WorkerSwitchWanted = wanted === 'ON' ? 'OFF' : 'ON';
    change.mutate(
      { accountId, wanted: next },
      {
        onSuccess: ({ state, inFlight }) => {
          if (next === 'ON') return;
          const said =
            state === 'stopping'
              ? t`Worker ${accountName} is stopping; not confirmed yet, ${inFlight} in flight.`
              : t`Worker ${accountName} is off. ${inFlight} in flight can still leave.`;
          toast.action(said, t`Undo`, () => change.mutate({ accountId, wanted: 'ON' }));
        },
      },
    );
  };
  return toggle;
}

type Props = { worker: WorkerStatus; withLabel?: boolean };

/** The switch of one account. It acts at once and never asks. */
export function WorkerSwitch({ worker, withLabel = false }: Props) {
  const { t } = useLingui();
  const toggle = useToggleWorker();
  const on = worker.wanted === 'ON';
  return (
    <Switch
      size="md"
      role="switch"
      checked={on}
      onChange={() => toggle(worker)}
      onLabel={t`ON`}
      offLabel={t`OFF`}
      data-worker={worker.accountId}
      {...(withLabel ? { label: t`Worker` } : {})}
      aria-label={t`Worker ${worker.accountName}`}
      withThumbIndicator={false}
      classNames={{ input: classes.input ?? '', track: classes.track ?? '', trackLabel: classes.label ?? '' }}
    />
  );
}
