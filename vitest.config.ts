import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { installedProgram } from './bin/programs.mjs';

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    environment: 'node',
    pool: 'forks',
    // Loading the product anew for each of a hundred files took longer than the tests themselves.
    isolate: false,
    // Far above what any test takes: a slow machine is no failure.
    hookTimeout: 360_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,lib,emails,prisma,bin}/**/*.test.{ts,tsx}'],
          // Where there is no LibreOffice or Poppler, npm test says that these did not run.
          exclude: (['libreoffice', 'poppler'] as const).flatMap((program) =>
            installedProgram(program) ? [] : [`**/${program}.test.ts`],
          ),
          // A process per worker: each has a database of its own, named after it.
          maxWorkers: 2,
          setupFiles: ['prisma/factories/test-setup.ts'],
          // `npm test -- slow` repeats as often as patience lasts.
          testTimeout: process.env.THOROUGH === '1' ? 3_600_000 : 360_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'http',
          include: ['e2e/http/**/*.test.ts'],
          // Where there is no nginx or Poppler, npm test says that these did not run.
          exclude: (['nginx', 'poppler'] as const).flatMap((program) =>
            installedProgram(program) ? [] : [`e2e/http/${program}.test.ts`],
          ),
          // They share one forum: one after the other, each finds what it has read before.
          maxWorkers: 1,
          globalSetup: ['e2e/http/global-setup.ts'],
          setupFiles: ['prisma/factories/test-setup.ts', 'e2e/http/setup.ts'],
          testTimeout: process.env.THOROUGH === '1' ? 3_600_000 : 360_000,
        },
      },
    ],
  },
});
