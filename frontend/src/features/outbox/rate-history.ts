import { useSyncExternalStore } from 'react';
import type { StateCounts } from '@/api/generated/model';
import { failedOf } from '@/shared/progress/state-groups';

const STEP = 15_000;
const KEEP = 60; // 15 minutes

export type RatePoint = { at: number; sent: number; failed: number };

type Reading = { at: number; sent: number; failed: number };

/** Sent and failed per minute, measured from the counters while the page is open; the server keeps no such history. */
export class RateHistory {
  #points: readonly RatePoint[] = [];
  #last: Reading | undefined;
  readonly #listeners = new Set<() => void>();

  readonly points = (): readonly RatePoint[] => this.#points;

  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  read(states: StateCounts, at: number): void {
    const reading = { at, sent: states.accepted, failed: failedOf(states) };
    if (this.#last === undefined) this.#last = reading;
    const elapsed = at - this.#last.at;
    if (elapsed < STEP) return;
    const perMinute = (now: number, before: number) => Math.max(0, ((now - before) * 60_000) / elapsed);
    const point = {
      at,
      sent: perMinute(reading.sent, this.#last.sent),
      failed: perMinute(reading.failed, this.#last.failed),
    };
    this.#last = reading;
    this.#points = [...this.#points, point].slice(-KEEP);
    this.#listeners.forEach((listener) => listener());
  }
}

export const rateHistory = new RateHistory();

export function useRateHistory(): readonly RatePoint[] {
  return useSyncExternalStore(rateHistory.watch, rateHistory.points);
}
