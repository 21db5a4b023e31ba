import { useCallback, useMemo, useState } from 'react';

export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  set: (ids: readonly string[]) => void;
};

/** Chosen messages by id: new states, new pages and a new order do not touch the choice. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((id: string) => {
    setIds((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const set = useCallback((all: readonly string[]) => setIds(new Set(all)), []);
  return useMemo(() => ({ ids, toggle, set }), [ids, toggle, set]);
}
