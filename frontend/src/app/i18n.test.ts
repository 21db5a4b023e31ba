import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages as englishFirst } from './locales/en';
import { messages as englishMore } from './locales/en-more';
import { messages as indonesianFirst } from './locales/id';
import { messages as indonesianMore } from './locales/id-more';

const english = { ...englishFirst, ...englishMore };
const indonesian = { ...indonesianFirst, ...indonesianMore };

type Entry = { file: string; id: string; text: string };

const joined = (lines: string | undefined) =>
  [...(lines ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part).join('');

const entries: Entry[] = globSync('src/**/locales/id.po').flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n\n')
    .slice(1)
    .filter((entry) => /^msgid /m.test(entry))
    .map((entry) => ({
      file,
      id: joined(/^msgid ((?:".*"\n?)+)/m.exec(entry)?.[1]),
      text: joined(/^msgstr ((?:".*"\n?)+)/m.exec(entry)?.[1]),
    })),
);

/** The names of variables and the numbers of tags in a message. */
const placeholders = (text: string) =>
  [...new Set(text.match(/\{\w+(?=[,}])|<\/?\d+/g) ?? [])].sort().join(' ');

describe('the two languages', () => {
  it('have the same texts', () => {
    expect(Object.keys(indonesian).sort()).toEqual(Object.keys(english).sort());
    expect(entries.length).toBeGreaterThan(100);
  });

  it('leave no Indonesian text empty', () => {
    expect(entries.filter(({ text }) => text === '')).toEqual([]);
  });

  it('use the same variables and tags', () => {
    expect(entries.filter(({ id, text }) => placeholders(id) !== placeholders(text))).toEqual([]);
  });
});
