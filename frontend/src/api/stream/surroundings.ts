import type { ProbeResult, Source, Surroundings } from './connection';

async function probe(): Promise<ProbeResult> {
  try {
    const response = await fetch('/api/v1/me', { credentials: 'same-origin' });
    return response.status === 401 ? 'refused' : 'answered';
  } catch {
    return 'silent';
  }
}

/** The real browser, in a tab as in a shared worker. */
export const browser: Surroundings = {
  open: (url) => new EventSource(url) as unknown as Source,
  probe,
  isOnline: () => navigator.onLine,
  now: () => Date.now(),
  random: () => Math.random(),
};
