import { queryOptions } from '@tanstack/react-query';
import { getListTeamsQueryKey, listTeams } from '@/api/generated/people/people';

/** The teams by name. */
export const teamsQuery = queryOptions({
  queryKey: getListTeamsQueryKey(),
  queryFn: ({ signal }) => listTeams({ signal }),
  staleTime: 60_000,
});
