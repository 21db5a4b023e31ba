import { queryOptions } from '@tanstack/react-query';
import type { ConversationCounts } from '@/api/generated/model';
import { http } from '@/api/http';

const PATH = '/api/v1/conversations/counts';

/**
 * How many conversations stand under each tab; the stream says when to ask again. Not by the generated client: the first
 * screen needs this one call, and would load all of the inbox with it.
 */
export const countsQuery = queryOptions({
  queryKey: [PATH],
  queryFn: ({ signal }) => http<ConversationCounts>(PATH, { signal }),
  staleTime: 30_000,
});
