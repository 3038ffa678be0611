import { expect, it } from 'vitest';
import { exceeded } from '@/bench/gate/compare';

const kept = { queue: { toBare: 4, toEmpty: 2 }, submit: { toBare: 10, toEmpty: 5 } };

it('a row that is more than a fifth slower than kept is named, with both ratios', () => {
  const found = {
    queue: { toBare: 4.7, toEmpty: 2.39 },
    submit: { toBare: 12.1, toEmpty: 5 },
    fresh: { toBare: 99, toEmpty: 99 },
  };
  expect(exceeded(kept, found)).toEqual(['submit (12.10x, kept 10.00x)']);
  expect(exceeded(kept, kept)).toEqual([]);
});
