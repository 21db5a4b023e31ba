import type { QuickReply } from '@/api/generated/model';
import type { Asked } from './caret';

const MOST = 8;
const ASKED = /(?:^|\s)\/([\p{L}\p{N}_-]*)$/u;

/** What is asked for at the cursor: a slash at the start of a line or after a space, and what follows it. */
export function slashAt(text: string, cursor: number): Asked | undefined {
  const query = ASKED.exec(text.slice(0, cursor))?.[1];
  return query === undefined ? undefined : { start: cursor - query.length - 1, query };
}

/** First those whose shortcut begins with it, then those that have it in their name. */
export function matching(replies: readonly QuickReply[], query: string): QuickReply[] {
  const wanted = query.toLowerCase();
  const short = replies.filter(({ shortcut }) => shortcut.startsWith(wanted));
  const named = replies.filter((one) => !short.includes(one) && one.name.toLowerCase().includes(wanted));
  return [...short, ...named].slice(0, MOST);
}

const VARIABLE = /\{\{[^{}\n]*\}\}/g;

/** Variables that nobody has filled in. */
export const unfilled = (text: string) => [...new Set(text.match(VARIABLE))];
