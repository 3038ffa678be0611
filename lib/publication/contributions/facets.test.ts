import { expect, it } from 'vitest';
import { choose } from '@/lib/publication/selection';
import type { PublicContributionSummary } from './schema';
import { byCall, contributionDivisions, NO_CALL } from './facets';

const MOMENT = '2020-10-17T12:00:00.000Z';
const paris = { slug: 'paris-call', name: 'Paris Call', shortName: 'Paris Call' };
const shown = {
  anonymous: false,
  name: null,
  affiliation: 'Example institute',
  country: 'KE',
  stakeholderGroup: 'academia',
};
const published: PublicContributionSummary = {
  reference: 'BPF-2020-001',
  call: '2020',
  status: 'published',
  statusReason: null,
  submittedAt: MOMENT,
  statusAt: MOMENT,
  publishedAt: MOMENT,
  attribution: shown,
  language: null,
  summaryOf: null,
  enteredOnBehalf: null,
  counts: null,
  agreements: [paris],
};
const anonymous = {
  ...published,
  reference: 'BPF-2020-002',
  attribution: { ...shown, anonymous: true, affiliation: null, country: null, stakeholderGroup: null },
  agreements: [],
};
const withdrawn = {
  ...published,
  reference: 'BPF-2020-003',
  status: 'withdrawn' as const,
  attribution: null,
  agreements: [],
};
const own = { ...published, reference: 'BPF-desk-001', call: null, attribution: { ...shown, country: 'Zanzibar' } };
const all = [published, anonymous, withdrawn, own];

it('filters contributions by what their authors chose to show, and withdrawn ones by their call only', () => {
  const { choices } = choose(all, contributionDivisions, {});
  expect(Object.fromEntries(choices)).toEqual({
    call: [
      { value: '2020', count: 3 },
      { value: NO_CALL, count: 1 },
    ],
    group: [],
    country: [],
    agreement: [{ value: 'paris-call', count: 2 }],
  });
  const referencesOf = (chosen: Record<string, string>) =>
    choose(all, contributionDivisions, chosen).rows.map(({ reference }) => reference);
  expect(referencesOf({ call: '2020' })).toEqual(['BPF-2020-001', 'BPF-2020-002', 'BPF-2020-003']);
  expect(referencesOf({ group: 'academia' })).toEqual(['BPF-2020-001', 'BPF-desk-001']);
  expect(referencesOf({ country: 'KE', call: '2020' })).toEqual(['BPF-2020-001']);
});

it('counts groups of five or more people, in the whole list only, and how many are in none', () => {
  const of = (stakeholderGroup: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...published,
      reference: `${stakeholderGroup}-${at}`,
      attribution: { ...shown, stakeholderGroup },
    }));
  const many = [...of('academia', 6), ...of('government', 9), ...of('private_sector', 2), ...all];
  const { choices, others } = choose(many, contributionDivisions, {});
  expect([choices.get('group'), others.get('group')]).toEqual([[{ value: 'government', count: 9 }], 12]);
  const fewer = choose(
    [...of('academia', 6), ...of('government', 9), ...of('private_sector', 2)],
    contributionDivisions,
    {},
  );
  expect([fewer.choices.get('group'), fewer.others.get('group')]).toEqual([[{ value: 'government', count: 9 }], 8]);
  expect(choose(many, contributionDivisions, { call: '2020' }).choices.get('group')).toEqual([]);
  expect(choose(many, contributionDivisions, { group: 'government' }).choices.get('group')).toEqual([
    { value: 'government', count: 9 },
  ]);
});

it('groups them by call, in the order given', () => {
  expect(byCall([own, published, withdrawn]).map(({ call, contributions }) => [call, contributions.length])).toEqual([
    [null, 1],
    ['2020', 2],
  ]);
});
