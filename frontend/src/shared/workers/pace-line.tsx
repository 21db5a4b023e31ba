import { useLingui } from '@lingui/react/macro';
import type { LimitUse, LimitUseSpan, Slowed, WorkerStatus } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { useNow } from '@/shared/hooks/use-now';
import { useReason } from './worker-text';
import classes from './worker-card.module.css';

/** How much of the hour's and the day's limit is used, or why the account waits and until when. */
export function PaceLine({ worker }: { worker: WorkerStatus }) {
  const waits = useWaits();
  const uses = useUses();
  const slowed = useSlowed();
  const waitText = waits(worker);
  const text = waitText ?? uses(worker.limits);
  return (
    <>
      {worker.slowed && (
        <p className={classes.pace} data-waits title={worker.slowed.detail}>
          {slowed(worker.slowed)}
        </p>
      )}
      {text !== '' && (
        <p className={classes.pace} data-waits={waitText ? true : undefined}>
          {text}
        </p>
      )}
    </>
  );
}

/** "Day limit 500 used, next 02:14"; undefined where nothing of ours holds the account up. */
export function useWaits(): (worker: WorkerStatus) => string | undefined {
  const { t } = useLingui();
  const formats = useFormats();
  const uses = useUses();
  const now = useNow(10_000);
  return ({ state, reason, nextAt, waiting, limits }) => {
    if (state === 'blocked' && reason === 'bounces')
      return t`More than 5 % of the last messages went to addresses that do not exist. Clean the list, then try again.`;
    if ((state !== 'on' && state !== 'connecting') || !reason || !nextAt || waiting === 0) return undefined;
    const at = formats.soon(nextAt, now);
    const most = (span: LimitUseSpan) => formats.number(limits.find((use) => use.span === span)?.limit ?? 0);
    switch (reason) {
      case 'window':
        return t`Outside the sending hours until ${at}`;
      case 'limit_minute': {
        const limit = most('minute');
        return t`Minute limit ${limit} used, next ${at}`;
      }
      case 'limit_hour': {
        const limit = most('hour');
        return t`Hour limit ${limit} used, next ${at}`;
      }
      case 'limit_day': {
        const limit = most('day');
        return t`Day limit ${limit} used, next ${at}`;
      }
      case 'people_share': {
        const used = uses(limits);
        return t`${used} · The rest is kept for people; campaigns next ${at}`;
      }
      case 'ramp': {
        const limit = most('day');
        const day = formats.number(limits.find(({ rampDay }) => rampDay)?.rampDay ?? 1);
        return t`Slow start, day ${day}: ${limit} used, next ${at}`;
      }
      default:
        return undefined;
    }
  };
}

/** What a server asked for, and when it gets better. */
function useSlowed(): (slowed: Slowed) => string {
  const { t } = useLingui();
  const formats = useFormats();
  const reasonText = useReason();
  const now = useNow(10_000);
  return ({ perMinute, reason, risesAt }) => {
    const rate = formats.rate(perMinute);
    const why = reasonText(reason);
    const at = formats.soon(risesAt, now);
    return t`Slowed to ${rate}/min: ${why}. +10 % at ${at}`;
  };
}

function useUses(): (limits: readonly LimitUse[]) => string {
  const { t } = useLingui();
  const formats = useFormats();
  return (limits) =>
    limits
      .filter(({ span }) => span !== 'minute')
      .map(({ span, limit, used, rampDay }) => {
        const done = formats.number(used);
        const most = formats.number(limit);
        const day = formats.number(rampDay ?? 0);
        if (span === 'hour') return t`Hour ${done} of ${most}`;
        return rampDay ? t`Day ${done} of ${most} (slow start, day ${day})` : t`Day ${done} of ${most}`;
      })
      .join(' · ');
}
