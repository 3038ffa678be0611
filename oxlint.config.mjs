import { layoutRules } from './oxlint.layout.mjs';

// The linter checks types as well (docs/decisions/0024). What it calls correctness is an error, except the rules below.
export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'react', 'nextjs', 'jsx-a11y', 'import'],
  categories: { correctness: 'error' },
  options: { typeAware: true, typeCheck: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'max-lines': ['error', { max: 300 }],
    'max-lines-per-function': ['error', { max: 60 }],
    complexity: 'error',
    eqeqeq: ['error', 'smart'],
    'no-console': ['error', { allow: ['info', 'warn', 'error'] }],
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    ...off([
      // Texts of many writing systems are our subject: control characters are looked for, characters are spread.
      'no-control-regex',
      'typescript/no-misused-spread',
      // `then` is a field of a sentence here, and texts are sorted by code unit on purpose.
      'unicorn/no-thenable',
      'typescript/require-array-sort-compare',
      // These judge unions that zod has narrowed, and functions that use no `this`.
      'typescript/no-base-to-string',
      'typescript/unbound-method',
      'typescript/no-redundant-type-constituents',
      // A matter of taste.
      'unicorn/no-useless-spread',
      'typescript/no-meaningless-void-operator',
      // axe checks the pages themselves; these do not know which roles Safari drops from a list without bullets.
      'jsx-a11y/no-redundant-roles',
      'jsx-a11y/prefer-tag-over-role',
      'jsx-a11y/no-interactive-element-to-noninteractive-role',
      'jsx-a11y/no-autofocus',
      'jsx-a11y/no-noninteractive-tabindex',
      'jsx-a11y/no-noninteractive-element-interactions',
      'jsx-a11y/no-static-element-interactions',
      'jsx-a11y/click-events-have-key-events',
      'jsx-a11y/control-has-associated-label',
      'jsx-a11y/anchor-has-content',
      // A file to download is no page of Next's.
      'nextjs/no-html-link-for-pages',
    ]),
  },
  overrides: [
    // A component's markup is longer than its logic; a `describe` is a function and holds a whole file.
    { files: ['{app,emails}/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 100 }] } },
    { files: ['**/*.test.{ts,tsx}', 'e2e/**'], rules: { 'max-lines-per-function': 'off' } },
    // No React below app/ and emails/: a function called use… is no hook there.
    { files: ['lib/**', 'prisma/**', 'bin/**', 'e2e/**', '**/*.test.ts'], rules: { 'react/rules-of-hooks': 'off' } },
    { files: ['bin/**', 'bench/**', 'prisma/seed.ts'], rules: { 'no-console': 'off' } },
    ...layoutRules,
  ],
  ignorePatterns: [
    '.next/**',
    'lib/platform/db/generated/**',
    'next-env.d.ts',
    '.data/**',
    'test-results/**',
    'playwright-report/**',
  ],
};

/** @param {string[]} rules */
function off(rules) {
  return Object.fromEntries(rules.map((rule) => [rule, 'off']));
}
