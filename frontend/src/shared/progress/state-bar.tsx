import { useLingui } from '@lingui/react';
import type { StateCounts } from '@/api/generated/model';
import { useFormats } from '@/shared/format/format';
import { MESSAGE_LOOKS } from '@/shared/ui/state-badge';
import { BAR_ORDER, totalOf } from './state-groups';
import classes from './state-bar.module.css';

/** How much of a percent a state must have at least to be seen: one bounce in a million is still there. */
const VISIBLE = 0.6;

type Props = { states: StateCounts; label: string; height?: number };

/** All messages in one bar, a stretch per state. Its name says the same in numbers. */
export function StateBar({ states, label, height = 8 }: Props) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const total = totalOf(states);
  const parts = BAR_ORDER.filter((state) => states[state] > 0);
  const words = parts.map(
    (state) => `${i18n._(MESSAGE_LOOKS[state].label)} ${formats.number(states[state])}`,
  );
  return (
    <div
      role="img"
      aria-label={`${label}: ${formats.list(words)}`}
      className={classes.bar}
      style={{ height }}
    >
      {parts.map((state) => (
        <span
          key={state}
          className={classes.part}
          data-state={state}
          style={{ flexGrow: Math.max((states[state] / total) * 100, VISIBLE) }}
        />
      ))}
    </div>
  );
}
