// The layout of docs/ARCHITECTURE.md, kept by the linter: imports go one way, file names say what a file does.

/** From the bottom up: a folder of lib may import from itself and from the folders before it. */
const LAYERS = [
  'platform',
  'notifications',
  'accounts',
  'agreements',
  'questions',
  'calls',
  'contributions',
  'intake',
  'received',
  'publication',
  'review',
];

/** Files of lib that only describe: they never query the database, so that a browser's code may import them. */
const DESCRIPTIVE = ['schema', 'state', 'policy', 'constants'].flatMap((name) => [
  `lib/**/${name}.ts`,
  `lib/**/*-${name}.ts`,
]);

const forbid = (files, patterns) => ({
  files,
  excludeFiles: ['**/*.test.ts', '**/*.test.tsx'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: '^\\.\\./', message: "Import from another folder by '@/…'." }, ...patterns] },
    ],
  },
});

const noDatabase = { regex: '^@/lib/platform/db/', message: 'Only lib, the seed and the factories use the database.' };
const noEmails = { regex: '^@/emails/', message: 'Only lib/notifications imports emails/.' };
const noNextLink = { regex: '^next/link$', message: "Link by '@/app/ui/link': next/link asks for each page it shows." };
const inApp = [noDatabase, noEmails, noNextLink];
const noApp = { regex: '^@/app/', message: 'lib does not import app.' };

const libRules = LAYERS.flatMap((layer, level) => {
  const above = LAYERS.slice(level + 1);
  const direction = {
    regex: `^@/lib/(${above.join('|')})/`,
    message: `lib/${layer} may import from: ${LAYERS.slice(0, level + 1).join(', ')}.`,
  };
  const patterns = [...(above.length > 0 ? [direction] : []), noApp, ...(layer === 'notifications' ? [] : [noEmails])];
  const descriptive = DESCRIPTIVE.map((file) => file.replace('lib/', `lib/${layer}/`));
  return [
    forbid([`lib/${layer}/**/*.{ts,tsx}`], patterns),
    forbid(
      [...descriptive, 'lib/questions/**/*.ts', 'lib/agreements/facts/**/*.ts', 'lib/intake/**/*.ts'].filter((file) =>
        file.startsWith(`lib/${layer}/`),
      ),
      [...patterns, noDatabase],
    ),
  ];
});

/** Only lib/platform opens transactions that write (docs/decisions/0023). */
const transactionRules = {
  files: ['app/**/*.{ts,tsx}', 'lib/**/*.ts', 'prisma/*.ts', 'emails/**/*.tsx'],
  excludeFiles: ['lib/platform/**', '**/*.test.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      {
        property: '$transaction',
        message: 'Change data in `mutation`, read one state in `readSnapshot` (lib/platform).',
      },
    ],
  },
};

export const layoutRules = [
  ...libRules,
  transactionRules,
  forbid(['app/**/*.{ts,tsx}', 'instrumentation.ts'], inApp),
  forbid(
    ['app/ui/**/*.{ts,tsx}'],
    [
      ...inApp,
      { group: ['@/lib/**', '!@/lib/platform/**'], message: 'app/ui knows no domain.' },
      { group: ['@/app/**', '!@/app/ui/**'], message: 'app/ui imports from app/ui only.' },
    ],
  ),
  forbid(['app/ui/link.tsx'], [noDatabase, noEmails]),
  forbid(
    ['app/(site)/**/*.{ts,tsx}'],
    [...inApp, { regex: '^@/app/(\\(form\\)|desk)/', message: 'The site imports neither form nor desk.' }],
  ),
  forbid(
    ['app/(form)/**/*.{ts,tsx}'],
    [...inApp, { regex: '^@/app/desk/', message: 'The form does not import the desk.' }],
  ),
  forbid(
    ['app/server/**/*.{ts,tsx}'],
    [
      ...inApp,
      {
        regex: '^@/app/(\\(site\\)|\\(form\\)|desk|api)/',
        message: 'app/server serves all of app and imports none of it.',
      },
    ],
  ),
  forbid(
    ['emails/**/*.{ts,tsx}'],
    [
      {
        group: ['@/lib/**', '@/app/**', '!@/lib/platform/i18n/**', '!@/lib/platform/text/**'],
        message: 'An e-mail receives all that it shows as props.',
      },
    ],
  ),
  forbid(['e2e/**/*.ts'], [{ regex: '^@/(lib|app|emails)/', message: 'End-to-end tests import factories only.' }]),
];
