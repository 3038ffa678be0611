import type { Fact } from './fact';

export const signatories = {
  value: { kind: 'parties' },
  cardinality: 'series',
  place: 'facts',
} as const satisfies Fact;
