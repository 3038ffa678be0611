import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** What runs on a server; the tests beside it do not. */
const folders = ['app', 'lib', 'emails', 'instrumentation.ts', 'worker-process.ts', 'prisma/seed.ts'];
const own = (file: string) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^lib\/intake\/corpus\//.test(file);
/** Shared parts of tests import the runner, and only tests import them. */
const isHelper = (file: string) => fs.readFileSync(file, 'utf8').includes("from 'vitest'");

const files = folders
  .flatMap((name) =>
    name.endsWith('.ts')
      ? [name]
      : fs.readdirSync(name, { recursive: true, encoding: 'utf8' }).map((file) => path.join(name, file)),
  )
  .filter((file) => own(file) && !isHelper(file));

it('a server runs without what only tests and checks need', () => {
  const { devDependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(files.length).toBeGreaterThan(1_000);
  const found = files.flatMap((file) =>
    [...fs.readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type) [^;]*?from '((?:@[^/']+\/)?[^/']+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name in devDependencies)
      .map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});
