import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { SwitchResult, WorkerStatus, WorkerSwitchWanted } from '@/api/generated/model';
import {
  getListWorkersQueryKey,
  listWorkers,
  switchAllWorkers,
  switchWorker,
} from '@/api/generated/worker/worker';
import { useStreamEvent } from '@/api/event-stream';

export const workersQuery = queryOptions({
  queryKey: getListWorkersQueryKey(),
  queryFn: ({ signal }) => listWorkers({ signal }),
});

/** Accounts whose switch is under way: news from before the switch must not turn it back on the screen. */
const switching = new Map<string, WorkerSwitchWanted>();

function change(
  client: QueryClient,
  matches: (worker: WorkerStatus) => boolean,
  next: Partial<WorkerStatus>,
): void {
  client.setQueryData(workersQuery.queryKey, (workers) =>
    workers?.map((worker) => (matches(worker) ? { ...worker, ...next } : worker)),
  );
}

const expected = (wanted: WorkerSwitchWanted): Partial<WorkerStatus> =>
  wanted === 'OFF'
    ? { wanted, state: 'pausing', stopped: false }
    : { wanted, state: 'connecting', stopped: false, reason: null, detail: null };

const acknowledged = ({ state, inFlight }: SwitchResult): Partial<WorkerStatus> => {
  if (state === 'on') return { wanted: 'ON' };
  const stillMoving = state === 'stopping' || inFlight > 0;
  return {
    wanted: 'OFF',
    state: stillMoving ? 'pausing' : 'off',
    inFlight,
    ...(stillMoving ? {} : { nextAt: null }),
  };
};

/** Keeps the workers in step with the stream; mounted once, by the shell. */
export function useLiveWorkers(): void {
  const client = useQueryClient();
  useStreamEvent('worker', (news) => {
    const wanted = switching.get(news.accountId);
    if (wanted !== undefined && (wanted !== news.wanted || news.stopped)) return;
    const known = client
      .getQueryData(workersQuery.queryKey)
      ?.some((each) => each.accountId === news.accountId);
    if (known === false) void client.invalidateQueries({ queryKey: workersQuery.queryKey });
    else change(client, ({ accountId }) => accountId === news.accountId, news);
  });
}

type Switch = { accountId: string; wanted: WorkerSwitchWanted };

/** Switches at once on the screen; the server's answer then says what is true. A failure turns it back. */
export function useSwitchWorker() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ accountId, wanted }: Switch) => switchWorker(accountId, { wanted }),
    onMutate: async ({ accountId, wanted }) => {
      switching.set(accountId, wanted);
      await client.cancelQueries({ queryKey: workersQuery.queryKey });
      const before = client.getQueryData(workersQuery.queryKey);
      change(client, (worker) => worker.accountId === accountId, expected(wanted));
      return before?.find((worker) => worker.accountId === accountId);
    },
    onSuccess: (result, { accountId }) =>
      change(client, (worker) => worker.accountId === accountId, acknowledged(result)),
    onError: (_error, { accountId }, before) => {
      if (before) change(client, (worker) => worker.accountId === accountId, before);
    },
    onSettled: (_result, _error, { accountId }) => {
      switching.delete(accountId);
      void client.invalidateQueries({ queryKey: workersQuery.queryKey });
    },
  });
}

/** The same for every active account. */
export function useSwitchAllWorkers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: WorkerSwitchWanted) => switchAllWorkers({ wanted }),
    onMutate: async (wanted) => {
      await client.cancelQueries({ queryKey: workersQuery.queryKey });
      const before = client.getQueryData(workersQuery.queryKey);
      change(client, () => true, expected(wanted));
      return before;
    },
    onError: (_error, _wanted, before) => client.setQueryData(workersQuery.queryKey, before),
    onSettled: () => client.invalidateQueries({ queryKey: workersQuery.queryKey }),
  });
}
