// Finds the tests that have a longer version: those that import prisma/factories/thoroughness.ts.
import fs from 'node:fs';
import path from 'node:path';

const folders = ['app', 'lib', 'emails', 'prisma', 'bin', 'e2e'];

/** @returns {{ units: string[], http: string[], browser: string[] }} their files, by runner */
export function thoroughFiles() {
  const files = folders
    .flatMap((folder) =>
      fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
    )
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file) && fs.readFileSync(file, 'utf8').includes('/thoroughness'));
  return {
    units: files.filter((file) => !file.startsWith('e2e/')),
    http: files.filter((file) => file.startsWith('e2e/http/')),
    browser: files.filter((file) => file.startsWith('e2e/') && file.endsWith('.spec.ts')),
  };
}
