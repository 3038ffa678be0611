import { expect, it } from 'vitest';
import { joinWords } from './held-text';

it('puts one space before inserted words, and the cursor after them', () => {
  expect(joinWords('', 'Thank you.', '', false)).toEqual({ text: 'Thank you.', cursor: 10 });
  expect(joinWords('Dear all.', 'Thank you.', '', false)).toEqual({ text: 'Dear all. Thank you.', cursor: 20 });
  expect(joinWords('Dear all.\n', 'Thank you.', ' Bye.', false)).toEqual({
    text: 'Dear all.\nThank you. Bye.',
    cursor: 20,
  });
});

it('puts one space after inserted words where it is wanted', () => {
  expect(joinWords('', '@anna', '', true)).toEqual({ text: '@anna ', cursor: 6 });
  expect(joinWords('Ask ', '@anna', 'about it', true)).toEqual({ text: 'Ask @anna about it', cursor: 10 });
  expect(joinWords('Ask', '@anna', ' about it', true)).toEqual({ text: 'Ask @anna about it', cursor: 9 });
});
