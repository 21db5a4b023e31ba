import type { Mentionable, NamedRef } from '@/api/generated/model';
import type { Asked } from './caret';

const MOST = 8;
/** As far as a name may reach; it has spaces in it. */
const ASKED = /(?:^|[^\p{L}\p{N}_.+-])@((?:[^\s@][^\n@]{0,99})?)$/u;

/** Who is asked for at the cursor: an @ that does not follow a word, as in an address, and what stands behind it. */
export function mentionAt(text: string, cursor: number): Asked | undefined {
  const query = ASKED.exec(text.slice(0, cursor))?.[1];
  return query === undefined ? undefined : { start: cursor - query.length - 1, query };
}

/** First those whose name begins with it, then those with another word that does. */
export function colleaguesFor(colleagues: readonly Mentionable[], query: string): Mentionable[] {
  const wanted = query.toLowerCase();
  const first = colleagues.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const others = colleagues.filter(
    (one) => !first.includes(one) && ` ${one.name.toLowerCase()}`.includes(` ${wanted}`),
  );
  return [...first, ...others].slice(0, MOST);
}

/** A part of a note, and whose name it is. */
export type Piece = { text: string; name?: string };

const quoted = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A note in pieces; of two names the longer one counts, and none that goes on as another word. */
export function pieces(text: string, names: readonly string[]): Piece[] {
  if (names.length === 0) return [{ text }];
  const any = names.toSorted((a, b) => b.length - a.length).map(quoted);
  const found = new RegExp(`(?<![\\p{L}\\p{N}_.+-])@(${any.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  const all: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(found)) {
    if (match.index > from) all.push({ text: text.slice(from, match.index) });
    all.push({ text: match[0], name: match[1]! });
    from = match.index + match[0].length;
  }
  if (from < text.length) all.push({ text: text.slice(from) });
  return all;
}

/** Those whose name stands in the text. */
export function standing<T extends Pick<NamedRef, 'name'>>(text: string, people: readonly T[]): T[] {
  const names = new Set(
    pieces(
      text,
      people.map(({ name }) => name),
    ).map(({ name }) => name),
  );
  return people.filter(({ name }) => names.has(name));
}

/** Whom a note mentions: those who were chosen, and whoever was typed in full and is the only one of this name. */
export function mentionedIn(text: string, chosen: readonly NamedRef[], colleagues: readonly Mentionable[]) {
  const namesakes = (name: string) => colleagues.filter((other) => other.name === name).length;
  const typed = colleagues.filter(
    ({ name }) => namesakes(name) === 1 && !chosen.some((other) => other.name === name),
  );
  return standing<NamedRef>(text, [...chosen, ...typed.map(({ id, name }) => ({ id, name }))]);
}
