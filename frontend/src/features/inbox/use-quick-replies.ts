import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { fillQuickReply } from '@/api/generated/inbox/inbox';
import type { Person, QuickReply } from '@/api/generated/model';
import { quickRepliesQuery } from '@/shared/quick-replies/queries';
import { answered, matching, slashAt, type Slash } from './slash';

type Place = {
  area: RefObject<HTMLTextAreaElement | null>;
  /** Whom the mail goes to. */
  person: Person | undefined;
  onText: (text: string) => void;
};

/** The list that a slash opens: what is in it, which one Enter takes, and what keys do. */
export function useQuickReplies({ area, person, onText }: Place) {
  const listId = useId();
  const [asked, setAsked] = useState<Slash>();
  const [left, setLeft] = useState<number>();
  const [active, setActive] = useState(0);
  const replies = useQuery({ ...quickRepliesQuery, enabled: asked !== undefined }).data;
  const fill = useMutation({
    mutationFn: ({ reply }: { reply: QuickReply; at: Slash }) =>
      fillQuickReply(reply.id, { name: person?.name ?? '', address: person?.address ?? '' }),
    onSuccess: ({ text }, { at }) => {
      const done = answered(area.current?.value ?? '', at, text);
      if (!done) return;
      onText(done.text);
      setTimeout(() => {
        area.current?.focus();
        area.current?.setSelectionRange(done.cursor, done.cursor);
      }, 0);
    },
  });
  const found = asked && replies ? matching(replies, asked.query) : [];
  const none = asked?.query === '' && replies?.length === 0;
  const open = found.length > 0 || none;
  const chosen = Math.min(active, Math.max(found.length - 1, 0));

  const look = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => {
    const now = selectionStart === selectionEnd ? slashAt(value, selectionStart) : undefined;
    if (now?.start !== left) setLeft(undefined);
    setAsked(now?.start === left ? undefined : now);
    if (now?.query !== asked?.query) setActive(0);
  };
  const close = () => setAsked(undefined);
  const choose = (reply: QuickReply) => {
    if (asked) fill.mutate({ reply, at: asked });
    close();
  };
  /** Whether the key was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    const reply = found[chosen];
    if (event.key === 'Escape') {
      setLeft(asked?.start);
      close();
    } else if (event.key === 'ArrowDown' && reply) setActive((chosen + 1) % found.length);
    else if (event.key === 'ArrowUp' && reply) setActive((chosen + found.length - 1) % found.length);
    else if (
      (event.key === 'Enter' || event.key === 'Tab') &&
      reply &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.shiftKey
    )
      choose(reply);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { open, listId, found, none, chosen, look, close, choose, press };
}
