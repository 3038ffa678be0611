import { expect, it } from 'vitest';
import { choose } from './selection';
import type { PublicProject } from './schema';
import { readView, viewOfQuery } from '@/lib/publication/views/address';
import { projectDivisions, projectViewShape, soughtAmong } from './projects';

const unnamed = { anonymous: true, name: null, affiliation: null, country: null, stakeholderGroup: null };
const dialogues: PublicProject = {
  contribution: 'BPF-2020-001',
  number: 1,
  attribution: { ...unnamed, anonymous: false, affiliation: 'Example institute' },
  language: null,
  title: 'Policy dialogues',
  description: 'Brings régions together.',
  link: null,
  agreements: [{ slug: 'ungge-2015', name: 'UN-GGE 2015', shortName: 'UN-GGE' }],
  criteria: [{ key: 'interstate-cooperation', title: 'Interstate cooperation' }],
};
const routing: PublicProject = {
  ...dialogues,
  number: 2,
  attribution: unnamed,
  title: 'Safe routing',
  description: 'Filters.',
  agreements: [],
  criteria: [],
};

it('divides projects by criterion and agreement', () => {
  const { choices } = choose([dialogues, routing], projectDivisions, {});
  expect(Object.fromEntries(choices)).toEqual({
    criterion: [{ value: 'interstate-cooperation', count: 1 }],
    agreement: [{ value: 'ungge-2015', count: 1 }],
  });
  expect(choose([dialogues, routing], projectDivisions, { agreement: 'manrs' }).rows).toEqual([]);
});

it.each([
  [undefined, [dialogues, routing]],
  ['regions', [dialogues]],
  ['dialoges', [dialogues]],
  ['example institute', [dialogues]],
  ['moon', []],
])('finds what is meant by %s', (sought, found) => {
  expect(soughtAmong([dialogues, routing], sought)).toEqual(found);
});

it('gives one search one address, and signs alone none', () => {
  expect(viewOfQuery(new URLSearchParams('q= Déclaration,+de/Paris '), projectViewShape).q?.join()).not.toMatch(/[,/]/);
  expect(viewOfQuery(new URLSearchParams('q=Régions'), projectViewShape)).toEqual({ q: ['regions'] });
  expect(readView(['q', '%2F'], projectViewShape)).toBeNull();
});
