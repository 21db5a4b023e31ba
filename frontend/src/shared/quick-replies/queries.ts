import { queryOptions } from '@tanstack/react-query';
import { getListQuickRepliesQueryKey, listQuickReplies } from '@/api/generated/inbox/inbox';

/** All of the workspace, by name. */
export const quickRepliesQuery = queryOptions({
  queryKey: getListQuickRepliesQueryKey(),
  queryFn: ({ signal }) => listQuickReplies({ signal }),
  staleTime: 30_000,
});
