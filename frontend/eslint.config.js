import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Imports flow app → features → shared, api. A feature knows its own files and what is shared, never another feature. */
const noFeatures = { regex: '^@/features(/|$)', message: 'Only app composes features.' };
const noApp = { regex: '^@/app(/|$)', message: 'app is at the top: nothing imports it.' };
const noShared = { regex: '^@/shared(/|$)', message: 'api knows nothing of the screens.' };
const noParents = { regex: '^\\.\\./', message: 'Use ./ for the own feature and @/ for everything else.' };
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default ts.config(
  { ignores: ['dist', 'src/api/generated', 'test-results', 'playwright-report', 'public'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  { files: ['src/**'], ...hooks.configs.flat['recommended-latest'] },
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Does not see `??=`.
      'no-unused-private-class-members': 'off',
      // Speaks of the React Compiler, which is not used here.
      'react-hooks/incompatible-library': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        {
          selector:
            'JSXOpeningElement[name.name=/^(Progress|Loader|RingProgress)$/]:not(:has(JSXAttribute[name.name="aria-label"]))',
          message: 'A progress or loader needs an aria-label.',
        },
        {
          selector: 'CallExpression[callee.object.name="crypto"][callee.property.name="randomUUID"]',
          message: 'Not available on plain http hosts: use newId() of @/shared/browser.',
        },
      ],
    },
  },
  { files: ['src/features/**'], rules: imports(noApp, noFeatures, noParents) },
  { files: ['src/shared/**'], rules: imports(noApp, noFeatures) },
  { files: ['src/api/**'], rules: imports(noApp, noFeatures, noShared) },
  {
    files: ['scripts/**', '*.config.*'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
