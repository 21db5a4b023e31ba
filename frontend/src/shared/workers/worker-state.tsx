import { Tooltip } from '@mantine/core';
import type { WorkerStatus } from '@/api/generated/model';
import { useExplanation, useWorkerWord } from './worker-text';
import classes from './worker-state.module.css';

/** The lamp of a worker with its word; on hover why it waits and what the server said. */
export function WorkerState({ worker }: { worker: WorkerStatus }) {
  const word = useWorkerWord();
  const explanation = useExplanation()(worker);
  return (
    <Tooltip label={explanation} disabled={explanation === ''} multiline maw={360}>
      <span className={classes.state} data-state={worker.state}>
        <span className={classes.lamp} aria-hidden />
        {word(worker)}
        {explanation !== '' && <span className="k-hidden">: {explanation}</span>}
      </span>
    </Tooltip>
  );
}
