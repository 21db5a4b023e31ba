import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Conversation, ConversationUpdate } from '@/api/generated/model';
import { useUndo } from '@/shared/hooks/use-undo';
import { entriesQuery, useChange } from './queries';
import { useStaysOpen } from './seen';

/** Ends a conversation as it was `seen`, or opens it again. Whoever was told of new mail, sees none and insists, ends it. */
export function useDone(conversation: Conversation, seen: string | undefined): () => void {
  const { t } = useLingui();
  const client = useQueryClient();
  const mutation = useChange();
  const offerUndo = useUndo();
  const staysOpen = useStaysOpen();
  const told = useRef<string | undefined>(undefined);
  const { id, state, snoozedUntil } = conversation;
  const change = (what: ConversationUpdate) => mutation.mutate({ id, change: what });
  const before: ConversationUpdate =
    state === 'snoozed' && snoozedUntil ? { snoozedUntil } : { state: 'open' };
  const asked = (now: Conversation) => {
    if (now.state === 'done') return offerUndo(t`Conversation done`, () => change(before));
    told.current = seen;
    staysOpen();
  };
  return () => {
    if (state === 'done') return change({ state: 'open' });
    const insists = seen === told.current && client.isFetching({ queryKey: entriesQuery(id).queryKey }) === 0;
    const upTo = seen !== undefined && !insists && { seen };
    mutation.mutate({ id, change: { state: 'done', ...upTo } }, { onSuccess: asked });
  };
}
