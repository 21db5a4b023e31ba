import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** Texts are written in English in the code; each feature keeps its own catalogs beside its code. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'id'],
  orderBy: 'message',
  format: formatter({ lineNumbers: false, origins: false }),
  catalogs: [
    { path: 'src/features/{name}/locales/{locale}', include: ['src/features/{name}'] },
    { path: 'src/app/locales/{locale}', include: ['src/app', 'src/api', 'src/shared'] },
  ],
});
