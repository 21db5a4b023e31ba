// The bundle gate: what a browser must load before the first screen, gzipped, against the budget of the project.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMITS = { js: 230 * 1024, css: 40 * 1024 };
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** What the page itself names, and what the landing page and its language always ask for. */
const page = readFileSync(new URL('index.html', dist), 'utf8');
const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file);
const roots = ['src/app/routes/home.tsx', 'src/app/locales/id.ts'];
const files = {
  js: new Set(named.filter((file) => file.endsWith('.js'))),
  css: new Set(named.filter((file) => file.endsWith('.css'))),
};
const seen = new Set();

function add(key) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`size: ${key} is not in the manifest`);
  if (seen.has(key)) return;
  seen.add(key);
  files.js.add(chunk.file);
  for (const css of chunk.css ?? []) files.css.add(css);
  for (const next of chunk.imports ?? []) add(next);
}
roots.forEach(add);

let failed = false;
for (const [kind, limit] of Object.entries(LIMITS)) {
  const sizes = [...files[kind]].map((file) => [file, gzipSync(readFileSync(new URL(file, dist))).length]);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  for (const [file, size] of sizes.sort((a, b) => b[1] - a[1]))
    console.log(`  ${(size / 1024).toFixed(1).padStart(7)} KB  ${file}`);
  console.log(`initial ${kind}: ${(total / 1024).toFixed(1)} KB gz of ${limit / 1024} KB\n`);
  failed ||= total > limit;
}
if (failed) {
  console.error('size: over the budget');
  process.exit(1);
}
