import { expect, it } from 'vitest';
import { setOf, sketched } from '@/prisma/factories/studies';
import type { PublicCell } from '@/lib/publication/schema';
import { limitsOf } from './limits';

const IMPORTED = { sourceKind: 'forum_analysis', confirmations: 0, decidedBy: 'import', verifiedOn: '2019' } as const;

/** One agreement with these cells; each is a value with what else is true of it. */
function assessed(slug: string, cells: Record<string, Partial<PublicCell>>, facts = {}) {
  const sketch = sketched({
    slug,
    facts,
    assessments: Object.fromEntries(Object.keys(cells).map((key) => [key, 'yes'])),
  });
  const assessments = Object.fromEntries(
    Object.entries(sketch.assessments).map(([key, cell]) => [key, { ...cell, sureness: IMPORTED, ...cells[key] }]),
  );
  return { ...sketch, assessments };
}

it('counts what is open, disputed, decided, confirmed and dated, as counted by hand', () => {
  const list = [
    assessed('a', { c: {}, d: { value: 'no' } }, { launchDate: '2018' }),
    assessed(
      'b',
      { c: { sureness: { ...IMPORTED, decidedBy: 'editor', confirmations: 2 } } },
      { launchDate: '2018-04' },
    ),
    assessed(
      'c',
      { c: { value: 'unclear', disputed: true } },
      { 'dates:signed': { event: 'signed', date: '2018-04-17' } },
    ),
    assessed('d', { c: { value: 'indirect', sureness: undefined } }),
    assessed('e', { c: { value: 'not_assessed', sureness: null } }),
  ];
  const limits = limitsOf(list, [setOf(['c', 'd'])]);
  expect(limits).toMatchObject({
    agreements: 5,
    // a, b and d; the disputed one counts as open, like the one of e: of ten cells four have a value that counts.
    sets: [{ assessed: 3, cells: 10, open: 6, said: 0 }],
    values: { imported: 3, decided: 1, unknown: 1, confirmed: 1, unconfirmed: 4 },
    disputed: 1,
  });
  expect(limits.dates.filter(({ known }) => known > 0)).toEqual([
    { kind: 'launched', known: 2, year: 1, month: 1 },
    { kind: 'signed', known: 1, year: 0, month: 0 },
  ]);
});

it('says on how many criteria there are figures: from five assessed agreements on', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((slug, at) => assessed(slug, at === 0 ? { c: {} } : { c: {}, d: {} }));
  expect(limitsOf(many, [setOf(['c', 'd'])]).sets).toMatchObject([{ assessed: 5, said: 1 }]);
});
