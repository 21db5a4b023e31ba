import { useLingui } from '@lingui/react/macro';

const RADIUS = 17;
const AROUND = 2 * Math.PI * RADIUS;

/** So many of so many, as a ring. */
export function ProgressRing({ done, of }: { done: number; of: number }) {
  const { t } = useLingui();
  const share = of === 0 ? 0 : done / of;
  return (
    <svg
      style={{ flex: 'none' }}
      width="42"
      height="42"
      viewBox="0 0 42 42"
      role="img"
      aria-label={t`${done} of ${of} steps done`}
    >
      <circle cx="21" cy="21" r={RADIUS} fill="none" stroke="var(--k-border)" strokeWidth="4" />
      <circle
        cx="21"
        cy="21"
        r={RADIUS}
        fill="none"
        stroke="var(--k-accent)"
        strokeWidth="4"
        strokeLinecap="round"
        strokeDasharray={`${share * AROUND} ${AROUND}`}
        transform="rotate(-90 21 21)"
        opacity={share === 0 ? 0 : 1}
      />
      <text x="21" y="25" textAnchor="middle" fontSize="12" fontWeight="600" fill="var(--k-text)" aria-hidden>
        {done}/{of}
      </text>
    </svg>
  );
}
