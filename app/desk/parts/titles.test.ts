import { expect, it } from 'vitest';
import { listTitle } from './titles';

it('names a list with its filters, and with its page after the first', () => {
  expect(listTitle('Queue', [])).toBe('Queue');
  expect(listTitle('Queue', ['Published', undefined, false, 'Search: “élan”'])).toBe(
    'Queue: Published, Search: “élan”',
  );
  expect(listTitle('Mail', ['Failed'], true)).toBe('Mail: Failed, further page');
});
