import { expect, it } from 'vitest';
import { listTitle } from './titles';

it('names a list with what it is narrowed to, and a further page of it', () => {
  expect(listTitle('Queue', [])).toBe('Queue');
  expect(listTitle('Queue', ['Published', undefined, false, 'Search: “élan”'])).toBe(
    'Queue: Published, Search: “élan”',
  );
  expect(listTitle('Mail', ['Failed'], true)).toBe('Mail: Failed, further page');
});
