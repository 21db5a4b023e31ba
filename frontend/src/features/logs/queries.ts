import { infiniteQueryOptions } from '@tanstack/react-query';
import { getListLogQueryKey, listLog } from '@/api/generated/activity/activity';
import type { LogsSearch } from './search';

const PAGE = 100;

/** What has happened, newest first. New lines come from the stream, so nothing is read twice by itself. */
export const logQuery = (filter: LogsSearch) =>
  infiniteQueryOptions({
    queryKey: [...getListLogQueryKey(filter), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      listLog({ ...filter, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
