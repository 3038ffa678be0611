import { expect, it } from 'vitest';
import { sayCount } from './say-count';

it.each([
  [0, '0 rows'],
  [1, '1 row'],
  [2, '2 rows'],
  [1200, '1,200 rows'],
])('%d is said as %s', (count, said) => {
  expect(sayCount(count, 'row')).toBe(said);
  expect(sayCount(1, 'entry', 'entries')).toBe('1 entry');
});
