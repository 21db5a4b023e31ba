import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

const MAX_RETRIES = 3;

type Policy = {
  /** The session is gone: the person must log in again. */
  onUnauthorized: () => void;
  /** What somebody may do is not what the screen thought. */
  onForbidden?: () => void;
  /** A change failed and no screen took care of it. */
  onMutationProblem: (problem: Problem) => void;
};

declare module '@tanstack/react-query' {
  interface Register {
    // A screen that shows the problem of a change itself says so, and no toast repeats it.
    mutationMeta: { handlesProblem?: boolean };
    queryMeta: { anonymous?: boolean };
  }
}

/** One policy for all reads and changes: only what may pass by itself is asked again, a lost session leads to the login. */
export function createQueryClient(policy: Policy): QueryClient {
  const unauthorized = (error: unknown) => Problem.of(error).status === 401;
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (unauthorized(error) && query.meta?.anonymous !== true) policy.onUnauthorized();
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _onMutate, mutation) => {
        if (Problem.of(error).code === 'forbidden') policy.onForbidden?.();
        if (mutation.meta?.handlesProblem === true) return;
        if (unauthorized(error)) policy.onUnauthorized();
        else policy.onMutationProblem(Problem.of(error));
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < MAX_RETRIES && Problem.of(error).transient,
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 8_000),
      },
      mutations: { retry: false },
    },
  });
}
