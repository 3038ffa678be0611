import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildInputs, buildStamp } from './build.mjs';
import { hashOf, isStamped, unlessStamped } from './stamps.mjs';

let directory = '';
const put = (name: string, content: string) => {
  const file = path.join(directory, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
};
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bpf-stamps-'));
});
afterEach(() => fs.rmSync(directory, { recursive: true }));

test('a hash depends on contents, names and the given extra inputs only', () => {
  put('a/one.ts', '1');
  const hash = () => hashOf([path.join(directory, 'a'), path.join(directory, 'absent')]);
  const before = hash();
  expect(hash()).toBe(before);
  expect(hashOf([path.join(directory, 'a')], { salt: ['v20'] })).not.toBe(before);
  put('a/one.ts', '2');
  const changed = hash();
  expect(changed).not.toBe(before);
  fs.renameSync(path.join(directory, 'a/one.ts'), path.join(directory, 'a/two.ts'));
  expect(hash()).not.toBe(changed);
});

const inputs = [
  'app/page.tsx',
  'lib/platform/text.ts',
  'emails/receipt.tsx',
  'prisma/calls.prisma',
  'public/logo.svg',
  'new-folder/file.ts',
];
const moreInputs = ['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json', 'instrumentation.ts'];
const others = [
  'e2e/flow.ts',
  'bin/start.mjs',
  'docs/a.md',
  'README.md',
  'lib/platform/db/generated/client.ts',
  'lib/platform/text.test.ts',
];
const moreOthers = [
  'prisma/factories/call.ts',
  'prisma/seed.ts',
  '.data/secrets.json',
  '.next/BUILD_ID',
  'node_modules/x.js',
  '.env',
];

test.each([...inputs, ...moreInputs])('an edit of %s makes the build stale', (name) => {
  for (const file of [...inputs, ...moreInputs]) put(file, 'before');
  const before = buildStamp(directory);
  put(name, 'after');
  expect(buildStamp(directory)).not.toBe(before);
});

test.each([...others, ...moreOthers])('an edit of %s leaves the build as it is', (name) => {
  for (const file of [...inputs, ...others, ...moreOthers]) put(file, 'before');
  const before = buildStamp(directory);
  put(name, 'after');
  expect(buildStamp(directory)).toBe(before);
});

test('this checkout has inputs to build from', () => {
  expect(buildInputs()).toEqual(
    expect.arrayContaining(['app', 'lib', 'prisma', 'next.config.js', 'package-lock.json']),
  );
});

test('work is done once per stamp, and again after a failure or a deleted result', async () => {
  const file = path.join(directory, 'stamp');
  const done: string[] = [];
  const work = (stamp: string) => unlessStamped(file, stamp, async () => done.push(stamp));
  expect([await work('a'), await work('a'), await work('b')]).toEqual([true, false, true]);
  const failing = unlessStamped(file, 'c', () => Promise.reject(new Error('interrupted')));
  await expect(failing).rejects.toThrow('interrupted');
  expect(isStamped(file, 'b')).toBe(false);
  expect(await work('b')).toBe(true);
  fs.rmSync(file);
  expect(await work('b')).toBe(true);
  expect(done).toEqual(['a', 'b', 'b', 'b']);
});

test('two commands at once do the work once', async () => {
  const file = path.join(directory, 'stamp');
  let times = 0;
  const work = () => unlessStamped(file, 'a', async () => void (times += 1));
  expect((await Promise.all([work(), work()])).sort()).toEqual([false, true]);
  expect(times).toBe(1);
});
