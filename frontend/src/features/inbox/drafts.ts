import { useSyncExternalStore } from 'react';
import type { Attachment, NamedRef, Person } from '@/api/generated/model';
import { newId, remembered } from '@/shared/browser';
import { useMe } from '@/shared/session/me';
import { toHtml, wordsOf } from './rich-words';
import type { Written } from './use-composer';

export type Mode = 'reply' | 'note';

/** What is being written; recipients, subject and quoting only where they are not the usual ones. */
export type Draft = {
  text: string;
  /** Of a formatted one; `text` are its words. */
  html?: string;
  /** What it was before it became plain. */
  formatted?: string;
  to?: Person[];
  cc?: Person[];
  bcc?: Person[];
  subject?: string;
  quote?: boolean;
  signature?: boolean;
  files?: Attachment[];
  /** Of a note: whom somebody has chosen to mention. */
  mentions?: NamedRef[];
  /** The entry whose mail is sent on. */
  forward?: string;
  /** Which of the files are that mail's. */
  forwardFiles?: string[];
  /** They are not attached yet: it cannot be sent without them. */
  filesPending?: boolean;
  /** What the answer was before it became a forward. */
  before?: Pick<Draft, 'to' | 'cc' | 'bcc' | 'subject' | 'quote'>;
  /** Of a new conversation: whom it is from. */
  accountId?: string;
  /** Of the request that was tried last: what may have arrived is not done a second time. */
  requestKey?: string;
  /** What its writer had seen then: part of that request. */
  requestSeen?: string;
  /** As the server has it. */
  synced?: string;
};

/** Files that somebody has attached, not those of a mail that is sent on. */
export const ownFiles = ({ files = [], forwardFiles = [] }: Draft) =>
  files.filter(({ id }) => !forwardFiles.includes(id));

/** Whether there is something that somebody would miss. */
export const isBegun = ({ text, files = [], forward, accountId, to = [], subject = '' }: Draft) =>
  text.trim() !== '' ||
  files.length > 0 ||
  forward !== undefined ||
  (accountId !== undefined && (to.length > 0 || subject !== ''));

/** The words of both, one after the other; all else is as with the first. */
export function joined({ text, html, ...first }: Draft, begun: Draft): Draft {
  const both = [text, begun.text].filter((part) => part.trim() !== '').join('\n\n');
  const rich = Boolean(html) || begun.html !== undefined;
  const parts = (html || toHtml(text)) + (begun.html ?? toHtml(begun.text));
  const known = new Set(first.files?.map(({ id }) => id));
  return {
    ...first,
    files: [...(first.files ?? []), ...ownFiles(begun).filter(({ id }) => !known.has(id))],
    ...(rich ? { html: parts, text: wordsOf(parts) } : { text: both }),
  };
}

const NOTHING: Draft = { text: '' };
const read = new Map<string, Draft>();
const listeners = new Set<() => void>();

function stored(key: string): Draft {
  try {
    const found: unknown = JSON.parse(remembered.get(key) ?? 'null');
    return typeof found === 'object' && found !== null && 'text' in found ? (found as Draft) : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** What somebody has begun in this browser, for each person, conversation and mode, until it is sent. */
export const drafts = {
  keyOf: (person: string, conversation: string, mode: Mode) => `draft.${person}.${conversation}.${mode}`,

  get(key: string): Draft {
    const known = read.get(key) ?? stored(key);
    read.set(key, known);
    return known;
  },

  keep(key: string, draft: Draft): void {
    read.set(key, draft);
    if (!isBegun(draft)) remembered.remove(key);
    else remembered.set(key, JSON.stringify(draft));
    listeners.forEach((changed) => changed());
  },

  forget(key: string): void {
    drafts.keep(key, NOTHING);
  },

  /** Gives back what was sent, before whatever was begun since. */
  giveBack(key: string, written: Written): void {
    drafts.keep(key, joined(written, drafts.get(key)));
  },

  /** For a request that may be repeated: what may have arrived is not done a second time. */
  request(key: string, seen?: string): { requestKey: string; seen?: string } {
    const draft = drafts.get(key);
    const { requestKey = newId(), requestSeen = seen } = draft;
    drafts.keep(key, { ...draft, requestKey, ...(requestSeen && { requestSeen }) });
    return { requestKey, ...(seen && requestSeen && { seen: requestSeen }) };
  },

  /** After a refusal the corrected request is another one. */
  refused(key: string): void {
    const { requestKey: _, requestSeen: __, ...refused } = drafts.get(key);
    drafts.keep(key, refused);
  },

  /** Another tab of this browser has changed it. */
  changedElsewhere(key: string | null): void {
    if (key === null) read.clear();
    else read.delete(key);
    listeners.forEach((changed) => changed());
  },

  subscribe(changed: () => void): () => void {
    listeners.add(changed);
    return () => listeners.delete(changed);
  },
};

remembered.whenChangedElsewhere((key) => drafts.changedElsewhere(key));

/** Outlives the screen: what is sent while somebody looks elsewhere is forgotten too. */
export function useDraftKey(conversation: string): (mode: Mode) => string {
  const person = useMe()?.user.id ?? '';
  return (mode) => drafts.keyOf(person, conversation, mode);
}

export function useDraft(key: string): Draft {
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(key));
}
