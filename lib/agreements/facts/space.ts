import type { Fact } from './fact';

/** "Spaces for agreement" of the 2019 paper. */
export const SPACES = ['within-stakeholder-group', 'between-stakeholder-groups', 'united-nations'] as const;

export const space = {
  value: { kind: 'choice', choices: SPACES },
  cardinality: 'one',
  seeded: true,
  expected: true,
  leadsMatrix: true,
  place: 'facts',
} as const satisfies Fact;
