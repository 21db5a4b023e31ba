import { useLingui } from '@lingui/react';
import type { MessageState, StateCounts } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { MESSAGE_LOOKS } from './state-badge';
import classes from './state-bar.module.css';

/** What has ended stands left, what is still to come right; in this order everywhere. */
export const STATE_ORDER: readonly MessageState[] = [
  'accepted',
  'rejected',
  'failed',
  'expired',
  'uncertain',
  'suppressed',
  'cancelled',
  'deferred',
  'sending',
  'queued',
];

export function sumOf(states: StateCounts): number {
  return STATE_ORDER.reduce((sum, state) => sum + states[state], 0);
}

export function barColor(state: MessageState): string {
  return state === 'queued' ? 'var(--k-queue-bar)' : `var(--k-${MESSAGE_LOOKS[state].tone}-bar)`;
}

/** How many messages are in which state, as one bar. Its name says the same in numbers. */
export function StateBar({ states, height = 6 }: { states: StateCounts; height?: number }) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const total = sumOf(states);
  const present = STATE_ORDER.filter((state) => states[state] > 0);
  const label = formats.list(
    present.map((state) => `${i18n._(MESSAGE_LOOKS[state].label)} ${formats.number(states[state])}`),
  );
  return (
    <div
      className={classes.bar}
      style={{ height }}
      role="img"
      aria-label={label === '' ? '0' : label}
      title={label}
    >
      {present.map((state) => (
        <span
          key={state}
          className={classes.part}
          style={{ flexGrow: states[state] / Math.max(total, 1), background: barColor(state) }}
        />
      ))}
    </div>
  );
}
