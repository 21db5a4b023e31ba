import { useState } from 'react';
import type { Conversation } from '@/api/generated/model';
import { filterOf, type InboxSearch } from './search';

/**
 * Where the open conversation stands among the rows, and its neighbours, also after it has left them.
 *
 * @param foreign the rows are still those of another filter
 */
export function usePlace(rows: readonly Conversation[], search: InboxSearch, foreign: boolean) {
  const at = rows.findIndex(({ id }) => id === search.open);
  // a place in another list says nothing
  const list = JSON.stringify([search.open, filterOf(search)]);
  const [last, setLast] = useState({ list, at: -1 });
  if (!foreign && at >= 0 && (last.list !== list || last.at !== at)) setLast({ list, at });
  // the one after it has moved up to where it stood
  const gone = at < 0 && last.list === list && last.at >= 0;
  return {
    /** -1: it is not among them. */
    at,
    next: rows[gone ? last.at : at + 1],
    previous: rows[Math.max(0, (gone ? last.at : at) - 1)],
  };
}
