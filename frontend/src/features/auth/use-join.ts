import { useMutation } from '@tanstack/react-query';
import type { JoinRequest } from '@/api/generated/model';
import { join } from '@/api/generated/people/people';
import { useEnter } from './queries';

/** Its own file, so that the first screen does not load it. */
export function useJoin() {
  const onSuccess = useEnter();
  return useMutation({
    mutationFn: (request: JoinRequest) => join(request),
    onSuccess,
    meta: { handlesProblem: true },
  });
}
