import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { eventStream } from '@/api/event-stream';
import type { LoginRequest, Me, SetupRequest } from '@/api/generated/model';
import { getGetSetupQueryKey, getSetup, logIn, logOut, setUp } from '@/api/generated/session/session';
import { meQuery } from '@/shared/session/me';

export const setupQuery = queryOptions({
  queryKey: getGetSetupQueryKey(),
  queryFn: ({ signal }) => getSetup({ signal }),
  meta: { anonymous: true },
});

/** A new session: nothing of an earlier person may stay in the cache. */
export function useEnter() {
  const client = useQueryClient();
  return (me: Me) => {
    client.clear();
    client.setQueryData(meQuery.queryKey, me);
  };
}

export function useLogIn() {
  const onSuccess = useEnter();
  return useMutation({
    mutationFn: (request: LoginRequest) => logIn(request),
    onSuccess,
    meta: { handlesProblem: true },
  });
}

export function useSetUp() {
  const onSuccess = useEnter();
  return useMutation({
    mutationFn: (request: SetupRequest) => setUp(request),
    onSuccess,
    meta: { handlesProblem: true },
  });
}

export function useLogOut(after: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => logOut(),
    onSuccess: () => {
      eventStream.stop();
      client.clear();
      after();
    },
  });
}
