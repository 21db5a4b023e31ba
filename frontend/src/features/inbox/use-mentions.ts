import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import type { Mentionable, NamedRef } from '@/api/generated/model';
import { putAt } from './caret';
import type { Draft } from './drafts';
import { colleaguesFor, mentionAt, mentionedIn, standing } from './mention';
import { mentionableQuery } from './queries';
import { putCursor, useCaret } from './use-caret';

type Place = {
  conversationId: string;
  area: RefObject<HTMLTextAreaElement | null>;
  draft: Draft;
  onChange: (next: { text: string; mentions: NamedRef[] }) => void;
};

/** The list that an @ opens, and whom the note mentions. */
export function useMentions({ conversationId, area, draft, onChange }: Place) {
  const { asked, look, close, leave, list } = useCaret(mentionAt);
  const chosen = draft.mentions ?? [];
  const query = useQuery({ ...mentionableQuery(conversationId), enabled: draft.text.includes('@') });
  const colleagues = query.data ?? [];
  const choose = ({ id, name }: Mentionable) => {
    const before = area.current?.value ?? '';
    // the same place asks no more
    leave();
    if (!asked) return;
    const next = before[asked.start + 1 + asked.query.length];
    const done = putAt(before, asked, '@', next === ' ' ? `@${name}` : `@${name} `);
    if (!done) return;
    const others = standing(before, chosen).filter((other) => other.id !== id);
    onChange({ text: done.text, mentions: [...others, { id, name }] });
    putCursor(area.current, done.cursor);
  };
  const found = asked ? colleaguesFor(colleagues, asked.query) : [];
  const none = asked?.query === '' && query.data?.length === 0;
  const mentioned = () => mentionedIn(draft.text, chosen, colleagues);
  return { look, close, mentioned, ...list(found, none, choose) };
}
