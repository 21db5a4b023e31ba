import { useEffect, useState } from 'react';
import type { Message } from '@/api/generated/model';
import { rowStore } from './row-store';
import type { OutboxFilter } from './search';
import { latest } from './use-row';

const STAYS = 3_000;

/**
 * Rows that no longer match the filter stay, struck through, for three seconds, and go when nobody's pointer or focus is
 * in the list: nothing moves under a hand.
 */
export function useLeaving(
  rows: readonly Message[],
  { state }: OutboxFilter,
  busy: boolean,
): ReadonlySet<string> {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (state === undefined) return;
    const since = new Map<string, number>();
    const look = () => {
      const now = Date.now();
      for (const row of rows) if (latest(row).state !== state && !since.has(row.id)) since.set(row.id, now);
      if (busy) return;
      const over = [...since].filter(([, at]) => now - at >= STAYS).map(([id]) => id);
      setGone((before) => (over.every((id) => before.has(id)) ? before : new Set([...before, ...over])));
    };
    const leave = rowStore.onFlush(look);
    const timer = setInterval(look, 1_000);
    return () => {
      leave();
      clearInterval(timer);
    };
  }, [rows, state, busy]);
  return gone;
}
