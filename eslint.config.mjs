import { defineConfig, globalIgnores } from 'eslint/config';
import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { layoutRules } from './eslint.layout.mjs';

export default defineConfig([
  ...nextVitals,
  ...nextTypescript,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
      complexity: 'error',
      eqeqeq: ['error', 'smart'],
      'no-console': ['error', { allow: ['info', 'warn', 'error'] }],
    },
  },
  {
    plugins: { 'import-x': importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver()],
    },
    rules: { 'import-x/no-cycle': ['error', { ignoreExternal: true }] },
  },
  // A component's markup is longer than its logic; a `describe` is a function and holds a whole file.
  { files: ['{app,emails}/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 100 }] } },
  { files: ['**/*.test.{ts,tsx}', 'e2e/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['**/*.{ts,tsx}', '{bin,lib}/**/*.mjs'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  // No React below app/ and emails/: a function called use… is no hook there.
  {
    files: ['lib/**', 'prisma/**', 'bin/**', 'e2e/**', '**/*.test.ts'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
  { files: ['bin/**', 'bench/**', 'prisma/seed.ts'], rules: { 'no-console': 'off' } },
  ...layoutRules,
  globalIgnores([
    '.next/**',
    'lib/platform/db/generated/**',
    'next-env.d.ts',
    'node_modules/**',
    '.data/**',
    'test-results/**',
    'playwright-report/**',
  ]),
]);
