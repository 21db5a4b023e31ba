import { useIsMutating, useMutation } from '@tanstack/react-query';
import { startConversation } from '@/api/generated/inbox/inbox';
import type { NewConversationRequest } from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { remembered } from '@/shared/browser';
import { drafts, useDraftKey } from './drafts';
import { useRefresh } from './queries';

const LAST_ACCOUNT = 'letter-account';

export const startKey = ['start-conversation'];

export const useIsStarting = () => useIsMutating({ mutationKey: startKey }) > 0;

export const lastAccount = () => remembered.get(LAST_ACCOUNT);

/** Where the mail that begins a conversation is kept until it is sent: each person has one. */
export const useNewDraftKey = () => useDraftKey('new')('reply');

/** Writes to somebody first. What is sent is forgotten as a draft, also when its screen is gone by then. */
export function useStartConversation() {
  const refresh = useRefresh();
  const draft = useNewDraftKey();
  return useMutation({
    mutationKey: startKey,
    mutationFn: (body: NewConversationRequest) =>
      startConversation(body, { headers: { 'Idempotency-Key': drafts.request(draft).requestKey } }),
    meta: { handlesProblem: true },
    onSuccess: ({ accountId }) => {
      remembered.set(LAST_ACCOUNT, accountId);
      drafts.forget(draft);
    },
    onError: (problem) => {
      if (!Problem.of(problem).transient) drafts.refused(draft);
    },
    onSettled: () => refresh(),
  });
}
