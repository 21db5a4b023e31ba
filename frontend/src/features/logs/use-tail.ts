import { useCallback, useMemo, useRef, useState } from 'react';
import { useStreamEvent } from '@/api/event-stream';
import type { LogEntry } from '@/api/generated/model';
import { useLogText } from '@/shared/log/log-text';
import type { LogsSearch } from './search';

const KEEP = 2_000;

/** Whether a line that has just happened belongs to what is shown. Words are sought in the sentence, the code and the raw words. */
export function matches(entry: LogEntry, { account, level, q }: LogsSearch, sentence: string): boolean {
  if (account !== undefined && entry.accountId !== account) return false;
  if (level !== undefined && entry.level !== level) return false;
  if (q === undefined) return true;
  const all = [
    sentence,
    entry.code,
    entry.detail ?? '',
    entry.accountName ?? '',
    ...Object.values(entry.params),
  ];
  return all.join(' ').toLowerCase().includes(q.toLowerCase());
}

export type Tail = {
  /** Lines that have happened since the page was read, newest first. */
  lines: readonly LogEntry[];
  /** How many more wait while the tail is held. */
  waiting: number;
  release: () => void;
};

/** The live end of the log. Held, it collects and changes nothing on the screen. */
export function useTail(filter: LogsSearch, held: boolean): Tail {
  const text = useLogText();
  const [lines, setLines] = useState<readonly LogEntry[]>([]);
  const collected = useRef<LogEntry[]>([]);
  const [waiting, setWaiting] = useState(0);

  const release = useCallback(() => {
    const fresh = collected.current;
    collected.current = [];
    setWaiting(0);
    if (fresh.length > 0) setLines((before) => [...fresh.toReversed(), ...before].slice(0, KEEP));
  }, []);

  useStreamEvent('log', (entry) => {
    if (!matches(entry, filter, text(entry))) return;
    collected.current = [...collected.current, entry].slice(-KEEP);
    if (held) setWaiting(collected.current.length);
    else release();
  });
  return useMemo(() => ({ lines, waiting, release }), [lines, waiting, release]);
}
