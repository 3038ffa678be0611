import { expect, it } from 'vitest';
import { setOf, sketched } from '@/prisma/factories/studies';
import { totalOn } from './layout';
import { orderCriteria } from './ordering';

const five = ['a', 'b', 'c', 'd', 'e'].map((slug, at) =>
  sketched({ slug, assessments: { many: at === 0 ? 'no' : 'yes', ...(at > 0 && { few: 'yes' }), none: 'no' } }),
);
const [first, ...others] = five;
const disputed = first && {
  ...first,
  assessments: Object.fromEntries(
    Object.entries(first.assessments).map(([key, cell]) => [
      key,
      { ...cell, value: 'unclear', disputed: true as const },
    ]),
  ),
};

it('totals five assessed agreements, and neither four nor five of which one is disputed', () => {
  expect([totalOn(five, 'many'), totalOn(five, 'few')]).toEqual([{ yes: 4, count: 5 }, null]);
  expect(disputed && totalOn([disputed, ...others], 'many')).toBeNull();
});

it('ranks criteria by how many agreements share them only where five were assessed; the others come last', () => {
  const { criteria } = setOf(['few', 'none', 'many']);
  expect(orderCriteria(criteria, five, 'yes').map(({ key }) => key)).toEqual(['many', 'none', 'few']);
});
