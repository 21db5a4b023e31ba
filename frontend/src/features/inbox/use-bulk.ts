import { useState } from 'react';
import type { Conversation } from '@/api/generated/model';
import { useUndo } from '@/shared/hooks/use-undo';
import { stepsBack, type BulkChange } from './bulk-changes';
import { useMoves } from './moves';
import { useChangeMany } from './queries';

/** Which of the rows are selected, and what is done to them; what is no longer shown is not selected. */
export function useBulk(rows: readonly Conversation[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const moves = useMoves();
  const mutation = useChangeMany();
  const offerUndo = useUndo();
  const selected = rows.filter(({ id }) => chosen.has(id));
  const none = () => setChosen(new Set());
  return {
    selected,
    none,
    busy: mutation.isPending || moves.busy,
    /** Into the one in which something was said last. */
    merge: () => {
      const byTime = selected.toSorted((a, b) => b.lastAt.localeCompare(a.lastAt));
      const [kept, ...others] = byTime.map(({ id }) => id);
      if (kept === undefined) return;
      moves.merge(kept, others);
      none();
    },
    isSelected: (id: string) => chosen.has(id),
    toggle: (id: string) =>
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    /** What it changes nothing of is left alone, now and when it is taken back. */
    change: ({ change, back, said, to }: BulkChange) => {
      const changed = selected.filter(to);
      if (changed.length === 0) return none();
      // offered also when the list is gone by then; a refusal was told already
      mutation.mutateAsync([{ ids: changed.map(({ id }) => id), change }]).then(
        () => {
          offerUndo(said, () => mutation.mutate(stepsBack(changed, back)));
          none();
        },
        () => {},
      );
    },
  };
}
