import { useIsMutating, useMutation, useQuery } from '@tanstack/react-query';
import { fillQuickReply } from '@/api/generated/inbox/inbox';
import type { Attachment, Person, QuickReply } from '@/api/generated/model';
import { quickRepliesQuery } from '@/shared/quick-replies/queries';
import type { Asked } from './caret';
import { matching, slashAt } from './slash';
import { useCaret } from './use-caret';

type Place = {
  /** Whom the mail goes to. */
  person: Person | undefined;
  /** Puts the text where it was asked for; false where somebody has changed that place since. */
  insert: (text: string, at: Asked) => boolean;
  onFiles: (files: readonly Attachment[]) => void;
};

const FILL = ['fill-quick-reply'];

/** Whether a text still says what was asked for, and not yet what it stands for: it cannot be sent so. */
export const useIsFilling = () => useIsMutating({ mutationKey: FILL }) > 0;

/** The list that a slash opens. */
export function useQuickReplies({ person, insert, onFiles }: Place, ask = slashAt) {
  const { asked, look, close, list } = useCaret(ask);
  const replies = useQuery({ ...quickRepliesQuery, enabled: asked !== undefined }).data;
  const fill = useMutation({
    mutationKey: FILL,
    mutationFn: ({ reply }: { reply: QuickReply; at: Asked }) =>
      fillQuickReply(reply.id, { name: person?.name ?? '', address: person?.address ?? '' }),
    onSuccess: ({ text, attachments }, { at }) => {
      if (insert(text, at)) onFiles(attachments);
    },
  });
  const choose = (reply: QuickReply) => {
    if (asked) fill.mutate({ reply, at: asked });
    close();
  };
  const found = asked && replies ? matching(replies, asked.query) : [];
  const none = asked?.query === '' && replies?.length === 0;
  return { look, close, ...list(found, none, choose) };
}
