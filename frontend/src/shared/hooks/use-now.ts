import { useCallback, useSyncExternalStore } from 'react';

type Ticker = { now: number; listeners: Set<() => void>; timer: ReturnType<typeof setInterval> | undefined };

const tickers = new Map<number, Ticker>();

function tickerOf(interval: number): Ticker {
  const existing = tickers.get(interval);
  if (existing) return existing;
  const ticker: Ticker = { now: Date.now(), listeners: new Set(), timer: undefined };
  tickers.set(interval, ticker);
  return ticker;
}

function subscribe(interval: number, listener: () => void): () => void {
  const ticker = tickerOf(interval);
  ticker.listeners.add(listener);
  ticker.timer ??= setInterval(() => {
    ticker.now = Date.now();
    ticker.listeners.forEach((each) => each());
  }, interval);
  return () => {
    ticker.listeners.delete(listener);
    if (ticker.listeners.size > 0) return;
    clearInterval(ticker.timer);
    ticker.timer = undefined;
  };
}

function read(interval: number): number {
  const ticker = tickerOf(interval);
  if (ticker.timer === undefined && Date.now() - ticker.now >= interval) ticker.now = Date.now();
  return ticker.now;
}

/** The time, renewed every `interval` milliseconds; all components with the same interval share one timer. */
export function useNow(interval: number): number {
  const watch = useCallback((listener: () => void) => subscribe(interval, listener), [interval]);
  return useSyncExternalStore(watch, () => read(interval));
}
