// The layout of docs/decisions and CONTRIBUTING, kept by the linter: imports go one way, file names name concepts.

/** From the bottom up: a folder may import from the layers below its own, and from those named beside it. */
const LAYERS = [
  { folders: ['db'], beside: {} },
  {
    folders: ['abuse', 'announcements', 'mail', 'notices', 'jobs', 'auth', 'audit'],
    beside: {
      mail: ['jobs', 'audit'],
      notices: ['mail', 'audit'],
      jobs: ['mail', 'abuse', 'notices'],
      auth: ['audit', 'mail', 'abuse'],
    },
  },
  { folders: ['calls'], beside: {} },
  { folders: ['contributions', 'agreements'], beside: { contributions: ['agreements'] } },
  { folders: ['publishing', 'review'], beside: { review: ['publishing'] } },
];
const ALL = LAYERS.flatMap((layer) => layer.folders);

const forbid = (files, patterns, extra = {}) => ({
  files,
  ...extra,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: '^\\.\\./', message: "Across folders import by '@/…'." }, ...patterns] },
    ],
  },
});

const prismaIsFor = {
  regex: '^@/lib/db/',
  message: 'Only queries.ts, mutations.ts, the seed and the factories touch Prisma.',
};
const emailsAreFor = { regex: '^@/emails/', message: 'Only lib/mail imports emails/.' };
const appIsAbove = { regex: '^@/app/', message: 'lib knows nothing of app.' };

const libRules = LAYERS.flatMap((layer, level) =>
  layer.folders.flatMap((folder) => {
    const below = LAYERS.slice(0, level).flatMap((lower) => lower.folders);
    const allowed = [folder, ...below, ...(layer.beside[folder] ?? [])];
    const above = ALL.filter((other) => !allowed.includes(other));
    const direction = {
      regex: `^@/lib/(${above.join('|')})/`,
      message: `lib/${folder} may import from: ${allowed.join(', ')}.`,
    };
    const common = [direction, appIsAbove, ...(folder === 'mail' ? [] : [emailsAreFor])];
    return [
      forbid([`lib/${folder}/**/*.{ts,tsx}`], [...common, ...(folder === 'db' ? [] : [prismaIsFor])], {
        ignores: [`lib/${folder}/**/queries.ts`, `lib/${folder}/**/mutations.ts`, `lib/${folder}/**/*.test.ts`],
      }),
      forbid([`lib/${folder}/**/queries.ts`, `lib/${folder}/**/mutations.ts`], common),
    ];
  }),
);

const FORBIDDEN_NAMES = /^(helpers?|utils?|common|index|misc|shared)\.(ts|tsx|mjs|js)$/;
const fileNames = {
  rules: {
    concept: {
      create: (context) => ({
        Program(node) {
          const name = context.filename.split('/').pop() ?? '';
          if (FORBIDDEN_NAMES.test(name))
            context.report({ node, message: `'${name}' names no concept: call the file after what it holds.` });
        },
      }),
    },
  },
};

export const layoutRules = [
  { plugins: { layout: fileNames }, rules: { 'layout/concept': 'error' } },
  ...libRules,
  forbid(['app/**/*.{ts,tsx}', 'instrumentation.ts'], [prismaIsFor, emailsAreFor], { ignores: ['app/**/*.test.ts'] }),
  forbid(
    ['app/_components/**/*.{ts,tsx}'],
    [prismaIsFor, emailsAreFor, { regex: '^@/lib/(?!format|i18n|text/)', message: '_components knows no domain.' }],
  ),
  forbid(
    ['emails/**/*.{ts,tsx}'],
    [{ regex: '^@/(lib/(?!format|i18n|text/)|app/)', message: 'An e-mail gets all it shows as props.' }],
    { ignores: ['emails/**/*.test.tsx'] },
  ),
  forbid(['e2e/**/*.ts'], [{ regex: '^@/(lib|app|emails)/', message: 'End-to-end tests import factories only.' }]),
];
