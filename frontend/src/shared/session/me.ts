import { queryOptions, useQuery } from '@tanstack/react-query';
import { getGetMeQueryKey, getMe } from '@/api/generated/session/session';

/** Who is logged in. Asked once; login, set-up and changes put the answer in the cache. */
export const meQuery = queryOptions({
  queryKey: getGetMeQueryKey(),
  queryFn: ({ signal }) => getMe({ signal }),
  staleTime: Infinity,
});

export function useMe() {
  return useQuery(meQuery).data;
}

/** Where agents work. */
export function isForAgents(path: string): boolean {
  return path === '/inbox' || path === '/settings' || path.startsWith('/settings/');
}

/** Whether whoever looks has more than conversations; the server decides, the screen only does not offer. */
export function useMayManage(): boolean {
  return useMe()?.user.role !== 'agent';
}
