import type { MessageState, StateCounts } from '@/api/generated/model';

/** The states as a bar shows them: what is over first, then what is on its way, then what waits. */
export const BAR_ORDER = [
  'accepted',
  'uncertain',
  'rejected',
  'failed',
  'expired',
  'suppressed',
  'cancelled',
  'sending',
  'deferred',
  'queued',
] as const satisfies readonly MessageState[];

const WAITING: readonly MessageState[] = ['queued', 'sending', 'deferred'];
const FAILED: readonly MessageState[] = ['rejected', 'failed', 'expired'];

const sum = (states: StateCounts, names: readonly MessageState[]) =>
  names.reduce((total, name) => total + states[name], 0);

export const totalOf = (states: StateCounts) => sum(states, BAR_ORDER);
export const waitingOf = (states: StateCounts) => sum(states, WAITING);
export const failedOf = (states: StateCounts) => sum(states, FAILED);
export const overOf = (states: StateCounts) => totalOf(states) - waitingOf(states);

export const NO_STATES: StateCounts = {
  queued: 0,
  sending: 0,
  deferred: 0,
  accepted: 0,
  rejected: 0,
  uncertain: 0,
  suppressed: 0,
  cancelled: 0,
  expired: 0,
  failed: 0,
};
