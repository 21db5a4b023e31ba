import { useEffect, useEffectEvent, useRef } from 'react';
import { useStreamEvent } from '@/api/event-stream';
import type { Message } from '@/api/generated/model';
import { getMessage } from '@/api/generated/outbox/outbox';
import { fetchPage, PAGE } from './queries';
import { rowStore } from './row-store';
import type { OutboxFilter } from './search';
import { latest } from './use-row';

const EVERY = 2_000;
const SINGLES = 30;
const MOVING: ReadonlySet<string> = new Set(['queued', 'sending', 'deferred']);

/** The rows of the list, which of them are on the screen, and the cursor that each page was read with. */
export type VisiblePart = {
  rows: readonly Message[];
  first: number;
  last: number;
  cursors: readonly (string | null)[];
};

async function readAgain(filter: OutboxFilter, part: VisiblePart, signal: AbortSignal): Promise<void> {
  const { rows, first, last, cursors } = part;
  const moving = rows.slice(first, last + 1).filter((row) => MOVING.has(latest(row).state));
  if (moving.length === 0) return;
  const asked = Date.now();
  const seen = new Set<string>();
  for (const page of new Set([Math.floor(first / PAGE), Math.floor(last / PAGE)])) {
    const { items } = await fetchPage(filter, cursors[page] ?? null, signal);
    for (const item of items) {
      seen.add(item.id);
      rowStore.put(item, asked);
    }
  }
  // What is gone from its page has left the filter; where it went only the message itself can say.
  const missing = moving.filter(({ id }) => !seen.has(id)).slice(0, SINGLES);
  await Promise.all(missing.map(async ({ id }) => rowStore.put(await getMessage(id, { signal }), asked)));
}

/**
 * A busy outbox tells of a few rows per flush only. So that every row on the screen is true, the pages under the eye are
 * read again while something moves, at most every two seconds; that changes rows, never their order.
 */
export function useVisibleSync(filter: OutboxFilter, visible: () => VisiblePart): void {
  const moved = useRef(false);
  useStreamEvent('outbox', ({ rows }) => {
    moved.current = true;
    rowStore.apply(rows);
  });
  const sync = useEffectEvent(async (signal: AbortSignal) => {
    if (!moved.current || document.hidden) return;
    moved.current = false;
    await readAgain(filter, visible(), signal);
  });
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const tick = async () => {
      // A failed look is no news: the next one comes soon, and the header tells when nothing is live.
      await sync(abort.signal).catch(() => {});
      if (!abort.signal.aborted) timer = setTimeout(() => void tick(), EVERY);
    };
    timer = setTimeout(() => void tick(), EVERY);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, []);
}
