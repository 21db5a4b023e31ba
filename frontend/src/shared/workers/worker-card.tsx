import { Tooltip } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { WorkerStatus } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { Count } from '@/shared/ui/number';
import { ToneBadge } from '@/shared/ui/state-badge';
import { PaceLine } from './pace-line';
import { NextProcess } from './next-process';
import { TryAgain } from './try-again';
import { WorkerState } from './worker-state';
import { WorkerSwitch } from './worker-switch';
import { useExplanation } from './worker-text';
import classes from './worker-card.module.css';

/** One account as its worker sees it: lamp, switch, queue, rate, and when the next message may go. */
export function WorkerCard({ worker }: { worker: WorkerStatus }) {
  const { t } = useLingui();
  return (
    <article className={classes.card} aria-label={worker.accountName} data-account={worker.accountId}>
      <div className={classes.head}>
        <Tooltip label={worker.accountName}>
          <strong className={classes.name}>{worker.accountName}</strong>
        </Tooltip>
        {worker.sandbox && <ToneBadge tone="violet">{t`Sandbox`}</ToneBadge>}
        <span className={classes.switch}>
          <WorkerSwitch worker={worker} />
        </span>
      </div>
      <div className={classes.line}>
        <WorkerState worker={worker} />
        <span className={classes.next}>
          <NextProcess worker={worker} />
        </span>
      </div>
      <div className={classes.line}>
        <span>
          <Trans>
            Queue <Count value={worker.waiting} />
          </Trans>
        </span>
        <Rate worker={worker} />
      </div>
      <PaceLine worker={worker} />
      {worker.stopped && <Stopped worker={worker} />}
      <LimitBar worker={worker} />
    </article>
  );
}

/** Why the program stopped it, and the way out. */
function Stopped({ worker }: { worker: WorkerStatus }) {
  const explanation = useExplanation()(worker);
  return (
    <div className={classes.line}>
      <p className={classes.pace} data-waits>
        {explanation}
      </p>
      <TryAgain worker={worker} />
    </div>
  );
}

function Rate({ worker: { sentLastMinute, ceiling } }: { worker: WorkerStatus }) {
  const { t } = useLingui();
  const formats = useFormats();
  const sent = formats.number(sentLastMinute);
  const limit = ceiling ? formats.rate(ceiling) : '';
  return <span className="k-num">{ceiling ? t`${sent} of ${limit}/min` : t`${sent}/min`}</span>;
}

/** How much is used of the limit that has the least left. */
function LimitBar({ worker: { sentLastMinute, ceiling, limits } }: { worker: WorkerStatus }) {
  const shares = limits.map(({ used, limit }) => used / limit);
  const used = Math.min(1, Math.max(ceiling ? sentLastMinute / ceiling : 0, ...shares));
  return (
    <div
      className={classes.limit}
      aria-hidden
      data-unlimited={ceiling || limits.length > 0 ? undefined : true}
    >
      <div className={classes.used} style={{ transform: `scaleX(${used})` }} />
    </div>
  );
}
