import { expect, it } from 'vitest';
import { excerptOf } from './signatories';

it('is the whole of a short text, the first paragraph of several, and whole words of a long one', () => {
  expect(excerptOf(' One paragraph. ')).toBe('One paragraph.');
  expect(excerptOf('The first.\n\nThe second.')).toBe('The first. …');
  expect(excerptOf('word '.repeat(100))).toBe(`${'word '.repeat(64).trim()} …`);
  expect(excerptOf('x'.repeat(400))).toBe(`${'x'.repeat(320)} …`);
});
