import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import { mergeConversations, splitConversation, undoMove } from '@/api/generated/inbox/inbox';
import { Problem } from '@/api/problem';
import { useUndo } from '@/shared/hooks/use-undo';
import { useProblemText } from '@/shared/ui/problem-text';
import { toast } from '@/shared/ui/toast';

type Moves = {
  /** All of `others` become a part of `kept`. */
  merge: (kept: string, others: readonly string[]) => void;
  /** The entry and the later ones become a conversation of their own. */
  split: (conversation: string, entry: string) => void;
  busy: boolean;
};

const MovesContext = createContext<Moves | undefined>(undefined);

export function useMoves(): Moves {
  const moves = use(MovesContext);
  if (!moves) throw new Error('outside of the inbox');
  return moves;
}

type Props = { onShow: (conversation: string) => void; children: ReactNode };

/** Merging and splitting, with undo; above the conversation, so that it can be taken back after another one was opened. */
export function MovesProvider({ onShow, children }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const offerUndo = useUndo();
  const onError = useMoveRefusal();
  const refresh = () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [path] }) => String(path).startsWith('/api/v1/conversations'),
    });
  const options = { meta: { handlesProblem: true }, onError, onSettled: () => void refresh() };
  const undo = useMutation({
    ...options,
    mutationFn: (move: string) => undoMove(move),
    onSuccess: ({ id }) => onShow(id),
  });
  const merge = useMutation({
    ...options,
    mutationFn: ({ kept, ids }: { kept: string; ids: string[] }) => mergeConversations(kept, { ids }),
    onSuccess: ({ moveId, conversation }) => {
      onShow(conversation.id);
      offerUndo(t`The conversations are one now`, () => undo.mutate(moveId));
    },
  });
  const split = useMutation({
    ...options,
    mutationFn: ({ id, entryId }: { id: string; entryId: string }) => splitConversation(id, { entryId }),
    onSuccess: ({ moveId, conversation }) => {
      onShow(conversation.id);
      offerUndo(t`Split into a new conversation`, () => undo.mutate(moveId));
    },
  });
  return (
    <MovesContext
      value={{
        merge: (kept, others) => merge.mutate({ kept, ids: [...others] }),
        split: (id, entryId) => split.mutate({ id, entryId }),
        busy: merge.isPending || split.isPending || undo.isPending,
      }}
    >
      {children}
    </MovesContext>
  );
}

function useMoveRefusal() {
  const { t } = useLingui();
  const words = useProblemText();
  return (error: unknown) => {
    const problem = Problem.of(error);
    const known: Record<string, string> = {
      undo_too_late: t`Something else was changed since: it cannot be undone any more.`,
      other_account: t`Only conversations of the same account can become one.`,
      conversation_merged: t`One of them is a part of another conversation by now.`,
      split_first: t`It is the first one: nothing would stay behind.`,
    };
    toast.fail(words.title(problem), known[problem.code] ?? words.sentence(problem));
  };
}
