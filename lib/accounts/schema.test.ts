import { expect, it } from 'vitest';
import { emailAddress, nextPath } from './schema';

it.each(['/desk', '/desk/contributions/BPF-2020-007?cell=name', '/en'])('goes on to %s', (path) => {
  expect(nextPath.parse(path)).toBe(path);
});

it.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/desk\nx',
  '',
  undefined,
  ['/a', '/b'],
])('goes to the desk instead of %j', (path) => {
  expect(nextPath.parse(path)).toBe('/desk');
});

it('knows an address however it was typed', () => {
  expect(emailAddress.parse('  Editor@Example.ORG ')).toBe('editor@example.org');
  expect(emailAddress.safeParse('editor@').error?.issues[0]?.message).toBe('not_an_email');
});
