import type { Fact } from './fact';

export const launchDate = {
  value: { kind: 'date' },
  cardinality: 'one',
  tellsApart: true,
  leadsMatrix: true,
  place: 'facts',
  linkedData: { of: 'work', property: 'temporal' },
} as const satisfies Fact;
