import { useMutation, useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { fillQuickReply } from '@/api/generated/inbox/inbox';
import type { Person, QuickReply } from '@/api/generated/model';
import { quickRepliesQuery } from '@/shared/quick-replies/queries';
import { putAt, type Asked } from './caret';
import { matching, slashAt } from './slash';
import { putCursor, useCaret } from './use-caret';

type Place = {
  area: RefObject<HTMLTextAreaElement | null>;
  /** Whom the mail goes to. */
  person: Person | undefined;
  onText: (text: string) => void;
};

/** The list that a slash opens. */
export function useQuickReplies({ area, person, onText }: Place) {
  const { asked, look, close, list } = useCaret(slashAt);
  const replies = useQuery({ ...quickRepliesQuery, enabled: asked !== undefined }).data;
  const fill = useMutation({
    mutationFn: ({ reply }: { reply: QuickReply; at: Asked }) =>
      fillQuickReply(reply.id, { name: person?.name ?? '', address: person?.address ?? '' }),
    onSuccess: ({ text }, { at }) => {
      const done = putAt(area.current?.value ?? '', at, '/', text);
      if (!done) return;
      onText(done.text);
      putCursor(area.current, done.cursor);
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
