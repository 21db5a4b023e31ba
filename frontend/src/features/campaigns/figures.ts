import type { Progress, Skipped, StateCounts } from '@/api/generated/model';
import { totalOf } from '@/shared/progress/state-groups';

export function skippedSum({ suppressed, unsubscribed, duplicate, noAddress }: Skipped): number {
  return suppressed + unsubscribed + duplicate + noAddress;
}

/** New counts of the outbox in the figures, with the law of conservation computed again. */
export function withStates(progress: Progress, states: StateCounts): Progress {
  return {
    ...progress,
    states,
    balanced:
      progress.audience === totalOf(states) + skippedSum(progress.skipped) &&
      (progress.audit?.differences.length ?? 0) === 0,
  };
}
