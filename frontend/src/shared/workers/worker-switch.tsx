import { Switch } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { WorkerStatus, WorkerSwitchWanted } from '@/api/generated/model';
import { toast } from '@/shared/ui/toast';
import { useSwitchWorker } from './queries';
import classes from './worker-switch.module.css';

/** Where the program stopped an account nothing runs, whatever is wanted: the switch stands at OFF and ON tries again. */
const isOn = ({ wanted, stopped }: WorkerStatus) => wanted === 'ON' && !stopped;

/** How a switch says what it did: with the number that can still leave, and a way back. */
export function useToggleWorker() {
  const { t } = useLingui();
  const change = useSwitchWorker();
  const toggle = (worker: WorkerStatus): void => {
    const { accountId, accountName } = worker;
    const next: WorkerSwitchWanted = isOn(worker) ? 'OFF' : 'ON';
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
  return (
    <Switch
      size="md"
      role="switch"
      checked={isOn(worker)}
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
