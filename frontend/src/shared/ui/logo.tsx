/** The mark: a K whose arm is an arrow on its way. */
export function LogoMark({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden>
      <rect width="32" height="32" rx="8" fill="#0b6a62" />
      <g fill="none" strokeWidth="3.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M10 7v18M23.5 8 13.5 16l10 8" stroke="#fff" />
        <path d="M13.5 16h12" stroke="#7fe0d3" />
      </g>
    </svg>
  );
}

export function Wordmark({ size = 24 }: { size?: number }) {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: size * 0.36 }}>
      <LogoMark size={size} />
      <span style={{ fontWeight: 650, fontSize: size * 0.72, letterSpacing: '-0.02em' }}>Kurir</span>
    </span>
  );
}
