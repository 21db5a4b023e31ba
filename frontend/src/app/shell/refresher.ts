import type { QueryClient } from '@tanstack/react-query';

const AT_MOST_EVERY = 1_000;

export type Refresher = { soon(prefix: string): void };

/** Asks again for what has changed, at most once a second for the same part of the API however many events arrive. */
export function createRefresher(client: QueryClient, interval = AT_MOST_EVERY): Refresher {
  const waiting = new Set<string>();
  const last = new Map<string, number>();

  const refresh = (prefix: string) => {
    waiting.delete(prefix);
    last.set(prefix, Date.now());
    void client.invalidateQueries({
      predicate: ({ queryKey: [url] }) => typeof url === 'string' && url.startsWith(prefix),
    });
  };
  return {
    soon(prefix) {
      if (waiting.has(prefix)) return;
      waiting.add(prefix);
      const wait = Math.max(0, (last.get(prefix) ?? 0) + interval - Date.now());
      setTimeout(() => refresh(prefix), wait);
    },
  };
}
