import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  addNote,
  countConversations,
  changeConversations,
  deleteEntry,
  getConversation,
  getReplyDraft,
  getGetConversationQueryKey,
  getGetReplyDraftQueryKey,
  getListConversationsQueryKey,
  getListEntriesQueryKey,
  getListConversationTagsQueryKey,
  getListMailboxesQueryKey,
  getListMentionableQueryKey,
  getListQuarantinedQueryKey,
  listConversations,
  listConversationTags,
  listEntries,
  listMailboxes,
  listMentionable,
  listQuarantined,
  reply,
  undoReply,
  updateConversation,
} from '@/api/generated/inbox/inbox';
import { getListUsersQueryKey, listUsers } from '@/api/generated/people/people';
import type {
  Conversation,
  ConversationUpdate,
  CountConversationsParams,
  ListConversationsParams,
  NoteRequest,
  ReplyRequest,
} from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { countsQuery } from '@/shared/inbox/counts';
import type { BulkStep } from './bulk-changes';
import { drafts, useDraftKey } from './drafts';
import { keptDrafts } from './kept-drafts';
import { retagged } from './tags';
import { writtenOf } from './use-composer';

const PAGE = 50;

export const conversationsQuery = (filter: ListConversationsParams) =>
  infiniteQueryOptions({
    queryKey: [...getListConversationsQueryKey(filter), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      listConversations(
        { ...filter, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Rare, and nobody waits for it. */
export const quarantineQuery = queryOptions({
  queryKey: getListQuarantinedQueryKey(),
  queryFn: ({ signal }) => listQuarantined({ signal }),
  refetchInterval: 60_000,
});

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: getGetConversationQueryKey(id),
    queryFn: ({ signal }) => getConversation(id, { signal }),
    staleTime: 0,
  });

/** The newest page first; older ones are asked for. */
export const entriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...getListEntriesQueryKey(id), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      listEntries(id, { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  });

/** Under the conversation: it is asked again when that changes. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: getGetReplyDraftQueryKey(id),
    queryFn: ({ signal }) => keptDrafts.read(id, () => getReplyDraft(id, { signal })),
    staleTime: 0,
  });

export const mailboxesQuery = queryOptions({
  queryKey: getListMailboxesQueryKey(),
  queryFn: ({ signal }) => listMailboxes({ signal }),
  refetchInterval: 30_000,
});

export const tagsQuery = queryOptions({
  queryKey: getListConversationTagsQueryKey(),
  queryFn: ({ signal }) => listConversationTags({ signal }),
});

/** What stands under each tab of those that the filter lets through. */
export const tabCountsQuery = (filter: CountConversationsParams) =>
  queryOptions({
    queryKey: Object.keys(filter).length === 0 ? countsQuery.queryKey : [...countsQuery.queryKey, filter],
    queryFn: ({ signal }) => countConversations(filter, { signal }),
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });

export const colleaguesQuery = queryOptions({
  queryKey: getListUsersQueryKey(),
  queryFn: ({ signal }) => listUsers({ signal }),
});

/** The others who may see it. */
export const mentionableQuery = (id: string) =>
  queryOptions({
    queryKey: getListMentionableQueryKey(id),
    queryFn: ({ signal }) => listMentionable(id, { signal }),
    staleTime: 30_000,
  });

/** What is on the screen of a conversation and of the lists is read again. */
export function useRefresh() {
  const client = useQueryClient();
  return (id?: string) => {
    void client.invalidateQueries({ queryKey: getListConversationsQueryKey() });
    void client.invalidateQueries({ queryKey: countsQuery.queryKey });
    void client.invalidateQueries({ queryKey: tagsQuery.queryKey });
    if (id === undefined) return;
    void client.invalidateQueries({ queryKey: getGetConversationQueryKey(id) });
    void client.invalidateQueries({ queryKey: getListEntriesQueryKey(id) });
  };
}

type Change = { id: string; change: ConversationUpdate };

/** Changes what is shown at once; a refusal puts it back and says why, unless its field does. */
export function useChange({ handlesProblem = false } = {}) {
  const client = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, change }: Change) => updateConversation(id, change),
    meta: { handlesProblem },
    onMutate: ({ id, change }) => {
      const key = conversationQuery(id).queryKey;
      const before = client.getQueryData(key);
      if (before) client.setQueryData(key, expected(before, change));
      return { before };
    },
    onError: (_error, { id }, context) => {
      if (context?.before) client.setQueryData(conversationQuery(id).queryKey, context.before);
    },
    onSuccess: (now) => client.setQueryData(conversationQuery(now.id).queryKey, now),
    onSettled: (_now, _error, { id }) => refresh(id),
  });
}

/** As the server will answer, as far as it can be told; names come with the answer. */
function expected(before: Conversation, change: ConversationUpdate): Conversation {
  return {
    ...before,
    ...(change.state === undefined ? {} : { state: change.state, snoozedUntil: null }),
    ...(change.snoozedUntil ? { state: 'snoozed' as const, snoozedUntil: change.snoozedUntil } : {}),
    ...(change.category === undefined ? {} : { category: change.category }),
    ...(change.archived === undefined ? {} : { archived: change.archived }),
    ...(change.pinned === undefined ? {} : { pinned: change.pinned }),
    ...(change.read === undefined ? {} : { unread: change.read ? 0 : 1 }),
    ...(change.read === true && { mentioned: false }),
    tags: retagged(before.tags, change),
  };
}

/** One after the other. */
export function useChangeMany() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (steps: readonly BulkStep[]) => {
      for (const step of steps) await changeConversations(step);
    },
    onSettled: () => refresh(),
  });
}

export const replyKey = (id: string) => ['reply', id];
export const noteKey = (id: string) => ['note', id];

/** What is sent is forgotten as a draft, also when its screen is gone by then; the server forgets it with the sending. */
export function useReply(id: string) {
  const client = useQueryClient();
  const refresh = useRefresh();
  const draft = useDraftKey(id)('reply');
  return useMutation({
    mutationKey: replyKey(id),
    mutationFn: async (body: ReplyRequest) => {
      const isRepeated = drafts.get(draft).requestKey !== undefined;
      const { requestKey, ...seen } = drafts.request(draft, body.seen ?? undefined);
      await keptDrafts.settled(id);
      const sent = await reply(id, { ...body, ...seen }, { headers: { 'Idempotency-Key': requestKey } });
      // what was sent by the first try may have been kept as a draft since
      if (isRepeated) await keptDrafts.save(id, undefined).catch(() => {});
      return sent;
    },
    meta: { handlesProblem: true },
    onSuccess: () => {
      // an answer that was asked for before would bring it back
      void client.cancelQueries({ queryKey: draftQuery(id).queryKey });
      client.setQueryData(draftQuery(id).queryKey, (known) => known && { ...known, draft: null });
      drafts.forget(draft);
    },
    onError: (problem) => {
      if (!Problem.of(problem).transient) drafts.refused(draft);
    },
    onSettled: () => refresh(id),
  });
}

/** What was taken back is a draft again. */
export function useUndoReply(id: string) {
  const refresh = useRefresh();
  const draft = useDraftKey(id)('reply');
  return useMutation({
    mutationFn: (entry: string) => undoReply(id, entry),
    onSuccess: (back) => drafts.giveBack(draft, writtenOf(back)),
    onSettled: () => refresh(id),
  });
}

export function useNote(id: string) {
  const refresh = useRefresh();
  const draft = useDraftKey(id)('note');
  return useMutation({
    mutationKey: noteKey(id),
    mutationFn: (note: NoteRequest) =>
      addNote(id, note, { headers: { 'Idempotency-Key': drafts.request(draft).requestKey } }),
    meta: { handlesProblem: true },
    onSuccess: () => drafts.forget(draft),
    onError: (problem) => {
      if (!Problem.of(problem).transient) drafts.refused(draft);
    },
    onSettled: () => refresh(id),
  });
}

export function useDeleteEntry(id: string) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (entry: string) => deleteEntry(id, entry), onSettled: () => refresh(id) });
}
