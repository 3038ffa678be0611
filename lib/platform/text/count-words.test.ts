import { expect, it } from 'vitest';
import { countWords } from './count-words';

it('counts the words of every script, and no punctuation', () => {
  expect(countWords('')).toBe(0);
  expect(countWords('One, two – three.')).toBe(3);
  expect(countWords('نص من أربع كلمات')).toBe(4);
  expect(countWords('网络安全')).toBe(2);
});
