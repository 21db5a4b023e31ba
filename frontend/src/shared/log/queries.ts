import { queryOptions } from '@tanstack/react-query';
import { getListLogQueryKey, listLog } from '@/api/generated/activity/activity';

/** The newest line of the log. */
export const lastLogQuery = queryOptions({
  queryKey: getListLogQueryKey({ limit: 1 }),
  queryFn: ({ signal }) => listLog({ limit: 1 }, { signal }),
});
