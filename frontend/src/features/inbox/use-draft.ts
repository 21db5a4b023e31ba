import { useState } from 'react';
import type { Person } from '@/api/generated/model';
import { remembered } from '@/shared/browser';
import type { Written } from './use-composer';

/** What is being written; recipients only where somebody has changed them. */
export type Draft = { text: string; to?: Person[]; cc?: Person[] };

const keyOf = (conversation: string, mode: string) => `draft.${conversation}.${mode}`;

function stored(key: string): Draft {
  try {
    const found: unknown = JSON.parse(remembered.get(key) ?? 'null');
    return typeof found === 'object' && found !== null && 'text' in found ? (found as Draft) : { text: '' };
  } catch {
    return { text: '' };
  }
}

/** Kept in this browser for each conversation and mode until it is sent. */
export function useDraft(
  conversation: string,
  mode: string,
  start: Written | undefined,
): [Draft, (draft: Draft) => void, () => void] {
  const key = keyOf(conversation, mode);
  const [drafts, setDrafts] = useState<Record<string, Draft>>(() =>
    start ? { [keyOf(conversation, 'reply')]: { text: start.text, to: start.to, cc: start.cc } } : {},
  );
  const draft = drafts[key] ?? stored(key);
  const keep = (next: Draft) => {
    setDrafts((before) => ({ ...before, [key]: next }));
    remembered.set(key, JSON.stringify(next));
  };
  const forget = () => {
    setDrafts((before) => ({ ...before, [key]: { text: '' } }));
    remembered.remove(key);
  };
  return [draft, keep, forget];
}
