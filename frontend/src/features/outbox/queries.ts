import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { Message } from '@/api/generated/model';
import {
  cancelMessage,
  getGetMessageQueryKey,
  getGetOutboxSummaryQueryKey,
  getListAttemptsQueryKey,
  getListMessagesQueryKey,
  getMessage,
  getOutboxSummary,
  getRawMessage,
  getRenderMessageQueryKey,
  listAttempts,
  listMessages,
  markUrgent,
  renderMessage,
  retryMessage,
} from '@/api/generated/outbox/outbox';
import { rowStore } from './row-store';
import type { OutboxFilter } from './search';

export const PAGE = 200;

export const fetchPage = (filter: OutboxFilter, cursor: string | null, signal?: AbortSignal) =>
  listMessages({ ...filter, limit: PAGE, ...(cursor === null ? {} : { cursor }) }, signal ? { signal } : {});

/** The list is never refetched by itself: its order stands still, and what changes arrives as news of single rows. */
export const messagesQuery = (filter: OutboxFilter) =>
  infiniteQueryOptions({
    queryKey: [...getListMessagesQueryKey(filter), 'pages'],
    queryFn: ({ pageParam, signal }) => fetchPage(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });

export const summaryQuery = ({ account, campaign }: OutboxFilter) => {
  const scope = { ...(account ? { account } : {}), ...(campaign ? { campaign } : {}) };
  return queryOptions({
    queryKey: getGetOutboxSummaryQueryKey(scope),
    queryFn: ({ signal }) => getOutboxSummary(scope, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
};

export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: getGetMessageQueryKey(id),
    queryFn: ({ signal }) => getMessage(id, { signal }),
    staleTime: 0,
  });

export const attemptsQuery = (id: string) =>
  queryOptions({
    queryKey: getListAttemptsQueryKey(id),
    queryFn: ({ signal }) => listAttempts(id, { signal }),
    staleTime: 0,
  });

export const renderQuery = (id: string) =>
  queryOptions({
    queryKey: getRenderMessageQueryKey(id),
    queryFn: ({ signal }) => renderMessage(id, { signal }),
  });

export const rawQuery = (id: string) =>
  queryOptions({
    queryKey: ['/api/v1/outbox/messages', id, 'raw'],
    queryFn: ({ signal }) => getRawMessage(id, { signal }),
  });

export type MessageAction = 'retry' | 'cancel' | 'urgent';

const CALLS = { retry: retryMessage, cancel: cancelMessage, urgent: markUrgent };
const AT_ONCE = 4;

type Done = { changed: number; failed: number };

async function actOnAll(action: MessageAction, ids: readonly string[]): Promise<Done> {
  const waiting = [...ids];
  const done: Done = { changed: 0, failed: 0 };
  let problem: unknown;
  const work = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      try {
        rowStore.put(await CALLS[action](id));
        done.changed += 1;
      } catch (error) {
        problem = error;
        done.failed += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (done.changed === 0 && problem !== undefined) throw problem;
  return done;
}

/** Does the same with one or many messages; the rows show at once what the server answered for each. */
export function useMessageAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, ids }: { action: MessageAction; ids: readonly string[] }) => actOnAll(action, ids),
    onSettled: (_done, _error, { ids }) => {
      for (const id of ids) {
        void client.invalidateQueries({ queryKey: getGetMessageQueryKey(id) });
        void client.invalidateQueries({ queryKey: getListAttemptsQueryKey(id) });
      }
      void client.invalidateQueries({ queryKey: getGetOutboxSummaryQueryKey() });
    },
  });
}

const RETRYABLE: ReadonlySet<string> = new Set(['deferred', 'rejected', 'failed', 'expired']);
const WAITING: ReadonlySet<string> = new Set(['queued', 'deferred']);

/** Whether the server would take the action for a message in its state. */
export function allows(action: MessageAction, { state, urgent }: Pick<Message, 'state' | 'urgent'>): boolean {
  if (action === 'retry') return RETRYABLE.has(state);
  return WAITING.has(state) && (action === 'cancel' || !urgent);
}
