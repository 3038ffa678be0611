import { expect, it } from 'vitest';
import type { PublicAgreement, PublicCell } from '@/lib/publication/schema';
import { isUnchanged, releaseChanges } from './changes';
import { publicCellOf } from '@/prisma/factories/public-cells';

const cell = (value: PublicCell['value'], more: Partial<PublicCell> = {}) =>
  publicCellOf(value, { source: 'Its text', decidedAt: '2020-11-01T00:00:00.000Z', ...more });
const agreement = (
  slug: string,
  facts: PublicAgreement['facts'],
  assessments: PublicAgreement['assessments'] = {},
): PublicAgreement => ({
  slug,
  name: `The ${slug}`,
  shortName: slug,
  version: 1,
  updatedAt: '2020-11-01T00:00:00.000Z',
  facts,
  assessments,
});
const content = (value: PublicCell['value'], more = {}) => ({
  value,
  note: null,
  source: 'Its text',
  asOf: null,
  ...more,
});

it('lists added and removed agreements, and each different cell of the others', () => {
  const before = [
    agreement(
      'accord',
      { maintainer: cell('One'), link: cell('https://example.org') },
      { first: cell('yes'), second: cell('no') },
    ),
    agreement('gone', { maintainer: cell('One') }),
  ];
  const after = [
    agreement(
      'accord',
      { maintainer: cell('Two'), launchDate: cell('2020') },
      { first: cell('yes', { note: 'Article 1' }), second: cell('no') },
    ),
    agreement('new', { maintainer: cell('One') }),
  ];
  expect(releaseChanges(before, after)).toEqual({
    added: [{ slug: 'new', name: 'The new', shortName: 'new' }],
    removed: [{ slug: 'gone', name: 'The gone', shortName: 'gone' }],
    cells: [
      { agreement: 'accord', cell: 'maintainer', before: content('One'), after: content('Two') },
      { agreement: 'accord', cell: 'launchDate', before: null, after: content('2020') },
      { agreement: 'accord', cell: 'first', before: content('yes'), after: content('yes', { note: 'Article 1' }) },
      { agreement: 'accord', cell: 'link', before: content('https://example.org'), after: null },
    ],
  });
});

it('ignores a new decision on the same content, and another order of the same parts', () => {
  const before = [agreement('accord', { signatories: cell({ count: 4, unit: 'states' }) })];
  const after = [
    agreement('accord', {
      signatories: cell(
        { unit: 'states', count: 4 },
        { version: 3, decidedAt: '2021-01-01T00:00:00.000Z', contributions: ['BPF-2020-001'] },
      ),
    }),
  ];
  const changes = releaseChanges(before, after);
  expect(changes).toEqual({ added: [], removed: [], cells: [] });
  expect([isUnchanged(changes), isUnchanged(releaseChanges([], after))]).toEqual([true, false]);
});
