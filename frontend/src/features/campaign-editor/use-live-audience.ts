import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useStreamEvent } from '@/api/event-stream';
import type { StreamChangeKind } from '@/api/generated/model';
import { AUDIENCE, PREFLIGHT } from './queries';

const AFFECTS: readonly StreamChangeKind[] = ['account', 'contact', 'list', 'tag', 'suppression', 'import'];
const AT_MOST_EVERY = 2_000;

/** Counts again when people, groups, suppressions or accounts change while the draft is open. */
export function useLiveAudience(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useStreamEvent('changed', ({ kind }) => {
    if (!AFFECTS.includes(kind) || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: [AUDIENCE] });
      void client.invalidateQueries({ queryKey: [PREFLIGHT] });
    }, AT_MOST_EVERY);
  });
}
