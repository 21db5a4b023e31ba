import type { ReactNode } from 'react';

export type DrawingName = 'mailbox' | 'outbox' | 'people' | 'campaign' | 'log' | 'search' | 'lost';

const lines: Record<DrawingName, ReactNode> = {
  mailbox: (
    <>
      <path d="M22 74V46a16 16 0 0 1 16-16h48a16 16 0 0 1 16 16v28z" />
      <path d="M22 74h80M54 74V46a16 16 0 0 0-16-16M62 74v20" />
      <path d="M76 46h16v-14h-8" className="accent" />
    </>
  ),
  outbox: (
    <>
      <path d="M20 60v22a8 8 0 0 0 8 8h68a8 8 0 0 0 8-8V60M20 60h26l6 10h20l6-10h26M20 60l12-24M104 60 92 36" />
      <path d="M62 54V20M50 31l12-12 12 12" className="accent" />
    </>
  ),
  people: (
    <>
      <circle cx="50" cy="42" r="14" />
      <path d="M24 88c0-18 12-26 26-26s26 8 26 26" />
      <path d="M76 30a12 12 0 0 1 0 24M84 64c11 2 18 10 18 24" className="accent" />
    </>
  ),
  campaign: (
    <>
      <rect x="22" y="34" width="60" height="46" rx="6" />
      <path d="m24 40 28 22 28-22" />
      <path d="M90 46h14M94 58h10M90 70h14" className="accent" />
    </>
  ),
  log: (
    <>
      <rect x="28" y="22" width="68" height="70" rx="6" />
      <path d="M40 40h30M40 54h44M40 68h20" />
      <path d="m66 72 6 6 12-14" className="accent" />
    </>
  ),
  search: (
    <>
      <circle cx="56" cy="50" r="24" />
      <path d="m74 68 20 20" />
      <path d="M46 50h20" className="accent" />
    </>
  ),
  lost: (
    <>
      <path d="M20 84c16-40 30 6 44-22S92 34 104 34" strokeDasharray="5 6" />
      <path d="m96 26 12 8-10 10" className="accent" />
      <circle cx="20" cy="86" r="4" />
    </>
  ),
};

/** Line drawings for empty places. Decoration: the sentence beside it says everything. */
export function Drawing({ name, size = 112 }: { name: DrawingName; size?: number }) {
  return (
    <svg
      viewBox="0 0 124 112"
      width={size}
      height={(size * 112) / 124}
      fill="none"
      stroke="var(--k-border-strong)"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <style>{'.accent { stroke: var(--k-accent) }'}</style>
      {lines[name]}
    </svg>
  );
}
