import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { totalOf } from '@/shared/progress/state-groups';
import { messagesQuery, summaryQuery } from './queries';
import { rowStore } from './row-store';
import type { OutboxFilter } from './search';

/** The messages of the filter in the order in which they were read, and how many have been added since. */
export function useMessageList(filter: OutboxFilter) {
  const client = useQueryClient();
  const options = messagesQuery(filter);
  const list = useInfiniteQuery(options);
  const summary = useQuery(summaryQuery(filter));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);

  const known = summary.data ? totalOf(summary.data.states) : undefined;
  const readAt = list.dataUpdatedAt;
  useEffect(() => {
    rowStore.forgetOld(readAt);
  }, [readAt]);

  // How many there were when the first page was read; more of them now are new ones.
  const first = list.isPlaceholderData ? undefined : list.data?.pages[0];
  const [base, setBase] = useState<{ first: unknown; total: number }>();
  if (first !== undefined && known !== undefined && base?.first !== first) setBase({ first, total: known });
  const countable = filter.q === undefined && filter.state === undefined && filter.urgent === undefined;
  const added =
    countable && known !== undefined && base?.first === first ? known - (base?.total ?? known) : 0;
  return {
    list,
    rows,
    added: Math.max(0, added),
    cursors: (list.data?.pageParams ?? []) as (string | null)[],
    /** How many rows there are in all, or -1 while nobody has counted them. */
    total: totalRows(filter, rows.length, list.hasNextPage, summary.data?.states),
    /** From the top again, with whatever is new. */
    reload: async () => {
      await client.refetchQueries({ queryKey: summaryQuery(filter).queryKey });
      await client.resetQueries({ queryKey: options.queryKey, exact: true });
    },
  };
}

function totalRows(
  { q, state, urgent }: OutboxFilter,
  loaded: number,
  more: boolean,
  states: Parameters<typeof totalOf>[0] | undefined,
): number {
  if (!more) return loaded;
  if (q !== undefined || urgent !== undefined || states === undefined) return -1;
  return state === undefined ? totalOf(states) : Math.max(loaded, states[state]);
}
