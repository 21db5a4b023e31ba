import { Tooltip } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { WorkerStatus } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { Count } from '@/shared/ui/number';
import { ToneBadge } from '@/shared/ui/state-badge';
import { NextProcess } from './next-process';
import { WorkerState } from './worker-state';
import { WorkerSwitch } from './worker-switch';
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
      <LimitBar worker={worker} />
    </article>
  );
}

function Rate({ worker: { sentLastMinute, perMinute } }: { worker: WorkerStatus }) {
  const { t } = useLingui();
  const formats = useFormats();
  const sent = formats.number(sentLastMinute);
  const limit = perMinute ? formats.number(perMinute) : '';
  return <span className="k-num">{perMinute ? t`${sent} of ${limit}/min` : t`${sent}/min`}</span>;
}

/** How much of the minute's limit is used. */
function LimitBar({ worker: { sentLastMinute, perMinute } }: { worker: WorkerStatus }) {
  const used = perMinute ? Math.min(1, sentLastMinute / perMinute) : 0;
  return (
    <div className={classes.limit} aria-hidden data-unlimited={perMinute ? undefined : true}>
      <div className={classes.used} style={{ transform: `scaleX(${used})` }} />
    </div>
  );
}
