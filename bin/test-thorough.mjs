// Finds the tests that have a longer version: those that import prisma/factories/thoroughness.ts, and all browser tests,
// which then look at the contrast of every state (e2e/fixtures/accessibility.ts).
import fs from 'node:fs';
import path from 'node:path';

const folders = ['app', 'lib', 'emails', 'prisma', 'bin', 'e2e'];

/** @returns {{ units: string[], http: string[], browser: string[] }} their files, by runner */
export function thoroughFiles() {
  const tests = folders
    .flatMap((folder) =>
      fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
    )
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file));
  const longer = tests.filter((file) => fs.readFileSync(file, 'utf8').includes('/thoroughness'));
  return {
    units: longer.filter((file) => !file.startsWith('e2e/')),
    http: longer.filter((file) => file.startsWith('e2e/http/')),
    browser: tests.filter((file) => file.startsWith('e2e/') && file.endsWith('.spec.ts')),
  };
}
