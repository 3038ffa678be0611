import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{app,lib,emails,prisma,bin}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // A process per worker: each has a database of its own, named after it.
    pool: 'forks',
    maxWorkers: 2,
    // Loading the product anew for each of a hundred files took longer than the tests themselves.
    isolate: false,
    setupFiles: ['prisma/factories/test-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
