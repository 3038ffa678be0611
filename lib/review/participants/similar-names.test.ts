import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '@/lib/platform/text/fold-text';
import { NameIndex } from './similar-names';
import type { Compared } from './similar-names';

const organisation = (name: string): Compared => ({ name, kind: 'organisation' });
const state = (name: string, country?: string): Compared => ({ name, kind: 'state', country });
const namesOf = (known: Compared[], sought: Compared) => new NameIndex(known).similarTo(sought).map(({ name }) => name);

it.each([
  ['Microsoft Corporation', 'Microsoft'],
  ['Republic of Korea', 'Korea, Republic of'],
  ['The Example Institute, Inc.', 'Example institute'],
  ['Zürich Insurance', 'Zurich Insurance'],
  ['Organisation of Networks', 'Organization of Networks'],
])('%s may be %s', (known, sought) => {
  expect(namesOf([organisation(known), organisation('Something else')], organisation(sought))).toEqual([known]);
});

it.each([
  ['Niger', 'Nigeria'],
  ['Austria', 'Australia'],
  ['Guinea', 'Guinea-Bissau'],
  ['Dominica', 'Dominican Republic'],
  ['Slovakia', 'Slovenia'],
])('%s is not taken for %s', (known, sought) => {
  expect(namesOf([state(known)], state(sought))).toEqual([]);
});

it('two states are one if they have the same country, and not if they have different ones', () => {
  expect(namesOf([state('Federal Republic of Germany', 'DE')], state('Deutschland', 'DE'))).toEqual([
    'Federal Republic of Germany',
  ]);
  expect(namesOf([state('Congo', 'CG')], state('Congo', 'CD'))).toEqual([]);
  expect(namesOf([state('Congo', 'CG')], state('Congo'))).toEqual(['Congo']);
});

it('a name is found by itself, whatever the order of its words, among any others', () => {
  const name = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => foldText(text) !== '');
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 20 }), (sought, others) => {
      const index = new NameIndex([...others.map(organisation), organisation(sought)]);
      const turned = foldText(sought).split(' ').toReversed().join(' ');
      const alike = index.similarTo(organisation(turned));
      expect(alike.length).toBeGreaterThan(0);
      expect(alike.length).toBeLessThanOrEqual(5);
    }),
  );
});
