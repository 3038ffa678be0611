import type { Fact } from './fact';

export const link = {
  value: { kind: 'link' },
  cardinality: 'one',
  tellsApart: true,
  expected: true,
  place: 'facts',
  linkedData: { of: 'work', property: 'sameAs' },
} as const satisfies Fact;
