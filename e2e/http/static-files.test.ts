import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ask } from './requests';

test.each([
  ['favicon.ico', /^image\/(x-icon|vnd\.microsoft\.icon)$/],
  ['apple-touch-icon.png', /^image\/png$/],
  ['fonts/OFL.txt', /^text\/plain/],
])('/%s is the file in public/', async (file, type) => {
  const response = await ask(`/${file}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringMatching(type)]);
  expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(`public/${file}`))).toBe(true);
});
