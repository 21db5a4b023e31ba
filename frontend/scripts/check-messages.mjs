// Fails when a text in the code is missing from a catalog, or a catalog entry has no translation.
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const find = () => globSync('src/**/locales/*.po', { cwd: root }).sort();
const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const withoutDate = (text) => text.replace(/"POT-Creation-Date:.*\n/, '');

const before = new Map(find().map((file) => [file, read(file)]));
execFileSync('npx', ['lingui', 'extract', '--clean'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const after = new Map(find().map((file) => [file, read(file)]));

const problems = [];
for (const [file, text] of after) {
  if (withoutDate(before.get(file) ?? '') !== withoutDate(text))
    problems.push(`${file} is out of date: npm run messages`);
  for (const entry of text.split('\n\n').slice(1)) {
    if (/^msgid /m.test(entry) && /msgstr ""\n?$/.test(entry.trimEnd() + '\n') && !entry.startsWith('#~')) {
      problems.push(`${file} has no translation: ${entry.match(/^msgid (.*(?:\n".*)*)/m)?.[1]}`);
    }
  }
  if (before.has(file)) writeFileSync(new URL(`../${file}`, import.meta.url), before.get(file));
  else rmSync(new URL(`../${file}`, import.meta.url));
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
