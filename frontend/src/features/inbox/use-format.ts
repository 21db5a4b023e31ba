import { useState } from 'react';
import { remembered } from '@/shared/browser';
import { useMe } from '@/shared/session/me';
import { drafts, useDraft, type Draft } from './drafts';
import { isFormatted, toHtml, wordsOf } from './rich-words';

export type Format = 'plain' | 'rich';

const usual = (person: string): Format =>
  remembered.get(`answer-format.${person}`) === 'rich' ? 'rich' : 'plain';

/** A text keeps the form it was begun in; a new one has the form that was chosen last. */
const formatOf = ({ text, html }: Draft, chosen: Format): Format =>
  html !== undefined || (text.trim() === '' && chosen === 'rich') ? 'rich' : 'plain';

/** In the other form; what plain text cannot hold is kept aside as long as the words stay the same. */
export function converted({ html, formatted, ...draft }: Draft, to: Format): Draft {
  if (to === 'plain') {
    if (html === undefined) return draft;
    const lost = isFormatted(html) ? { formatted: html } : {};
    return { ...draft, ...lost, text: wordsOf(html) };
  }
  const same = formatted !== undefined && wordsOf(formatted) === draft.text;
  return { ...draft, html: same ? formatted : toHtml(draft.text) };
}

/** Whether the answer is formatted. The choice is remembered in this browser for each person. */
export function useFormat(draftKey: string) {
  const person = useMe()?.user.id ?? '';
  const [chosen, setChosen] = useState(() => usual(person));
  const draft = useDraft(draftKey);
  return {
    format: formatOf(draft, chosen),
    /** Switching back brings the formatting back. */
    lost: draft.formatted !== undefined && wordsOf(draft.formatted) === draft.text,
    choose: (to: Format) => {
      remembered.set(`answer-format.${person}`, to);
      setChosen(to);
      drafts.keep(draftKey, converted(drafts.get(draftKey), to));
    },
  };
}
