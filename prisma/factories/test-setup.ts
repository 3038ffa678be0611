import { beforeAll } from 'vitest';
import { isParallelQuery } from '@/bin/test-results.mjs';
import { forgetClient } from '@/lib/platform/db/client';
import { rereadEnvironment } from '@/lib/platform/env';

// The driver will refuse two statements at once on one connection in a later version. The error thrown here fails the
// run (once per process).
const watcher: { bpfWatchesWarnings?: boolean } = globalThis as never; // kept over the files of one worker
if (!watcher.bpfWatchesWarnings) {
  watcher.bpfWatchesWarnings = true;
  process.on('warning', (warning) => {
    if (isParallelQuery(warning.message)) throw warning;
  });
}

/**
 * The environment with which the process was started: each test file begins with it, whatever the file before has set.
 */
// kept over the files of one worker
const given = ((globalThis as { bpfGivenEnvironment?: NodeJS.ProcessEnv }).bpfGivenEnvironment ??= { ...process.env });

for (const name of Object.keys(process.env)) if (!(name in given)) delete process.env[name];
Object.assign(process.env, given);
rereadEnvironment();
// A forum's names and wordings are those of its database, and the file has another one.
globalThis.bpfSettings = undefined;
// Some files end without the database they began with.
forgetClient();
// Once more after the file's own top level, which may have set what it needs.
beforeAll(rereadEnvironment);
