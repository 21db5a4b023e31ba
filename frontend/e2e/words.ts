import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Language = 'en' | 'id';

/** How a text of the screens reads in a language. */
export type Words = (english: string, values?: Record<string, string | number>) => string;

const SOURCE = path.resolve(import.meta.dirname, '..', 'src');
const ENTRY = /^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm;

/**
 * From the catalogs of the screens themselves: a text that no screen has any more fails the story that looks for it, and so does one
 * that two screens say differently.
 */
export function wordsOf(language: Language): Words {
  const catalog = new Map<string, Set<string>>();
  for (const file of globSync(`**/locales/${language}.po`, { cwd: SOURCE })) {
    const text = readFileSync(path.join(SOURCE, file), 'utf8');
    for (const [, id, translation] of text.matchAll(ENTRY))
      catalog.set(unquoted(id!), (catalog.get(unquoted(id!)) ?? new Set()).add(unquoted(translation!)));
  }
  return (english, values = {}) => {
    const [found, another] = catalog.get(english) ?? [];
    if (found === undefined) throw new Error(`No screen says: ${english}`);
    if (another !== undefined) throw new Error(`${english} is ${found} here and ${another} there`);
    return found.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

const unquoted = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string)
    .join('');
