import { beforeAll } from 'vitest';
import { isParallelQuery } from '@/bin/test-results.mjs';
import { forgetClient } from '@/lib/platform/db/client';
import { rereadEnvironment } from '@/lib/platform/env';

// One connection asked two things at once: the driver will refuse that one day. Thrown from here it fails the run (once per process).
const watcher: { bpfWatchesWarnings?: boolean } = globalThis as never; // kept over the files of one worker
if (!watcher.bpfWatchesWarnings) {
  watcher.bpfWatchesWarnings = true;
  process.on('warning', (warning) => {
    if (isParallelQuery(warning.message)) throw warning;
  });
}

/** What the process was started with: each test file begins with that, whatever the one before it has set. */
const given = ((globalThis as { bpfGivenEnvironment?: NodeJS.ProcessEnv }).bpfGivenEnvironment ??= { ...process.env }); // kept over the files of one worker

for (const name of Object.keys(process.env)) if (!(name in given)) delete process.env[name];
Object.assign(process.env, given);
rereadEnvironment();
// Some files end without the database they began with.
forgetClient();
// Once more after the file's own top level, which may have set what it needs.
beforeAll(rereadEnvironment);
