import { useLingui } from '@lingui/react/macro';
import type { Conversation, ConversationUpdate } from '@/api/generated/model';
import { useUndo } from '@/shared/hooks/use-undo';
import { useChange } from './queries';
import { useStaysOpen } from './seen';

/** Ends a conversation as it was `seen`, or opens it again. */
export function useDone(conversation: Conversation, seen: string | undefined): () => void {
  const { t } = useLingui();
  const mutation = useChange();
  const offerUndo = useUndo();
  const staysOpen = useStaysOpen();
  const { id, state, snoozedUntil } = conversation;
  const change = (what: ConversationUpdate) => mutation.mutate({ id, change: what });
  const before: ConversationUpdate =
    state === 'snoozed' && snoozedUntil ? { snoozedUntil } : { state: 'open' };
  const asked = (now: Conversation) => {
    if (now.state === 'done') return offerUndo(t`Conversation done`, () => change(before));
    staysOpen();
  };
  return () => {
    if (state === 'done') return change({ state: 'open' });
    // told also when another conversation is open by then; a refusal was told already
    mutation.mutateAsync({ id, change: { state: 'done', ...(seen && { seen }) } }).then(asked, () => {});
  };
}
