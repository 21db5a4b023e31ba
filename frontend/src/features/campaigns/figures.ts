import type { Progress, Skipped, StateCounts } from '@/api/generated/model';
import { totalOf } from '@/shared/progress/state-groups';

export function skippedSum({ suppressed, unsubscribed, duplicate, noAddress }: Skipped): number {
  return suppressed + unsubscribed + duplicate + noAddress;
}

/** New counts of one account in the figures, with the sum and the law of conservation computed again. */
export function withStates(progress: Progress, accountId: string, counts: StateCounts): Progress {
  const fresh = { accountId, states: counts };
  const known = progress.accounts.some((each) => each.accountId === accountId);
  const accounts = known
    ? progress.accounts.map((each) => (each.accountId === accountId ? fresh : each))
    : [...progress.accounts, fresh];
  const states = accounts.map((each) => each.states).reduce(plus);
  return {
    ...progress,
    states,
    accounts,
    balanced:
      progress.audience === totalOf(states) + skippedSum(progress.skipped) &&
      (progress.audit?.differences.length ?? 0) === 0,
  };
}

const plus = (a: StateCounts, b: StateCounts): StateCounts => ({
  queued: a.queued + b.queued,
  sending: a.sending + b.sending,
  deferred: a.deferred + b.deferred,
  accepted: a.accepted + b.accepted,
  rejected: a.rejected + b.rejected,
  uncertain: a.uncertain + b.uncertain,
  suppressed: a.suppressed + b.suppressed,
  cancelled: a.cancelled + b.cancelled,
  expired: a.expired + b.expired,
  failed: a.failed + b.failed,
});
