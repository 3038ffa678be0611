import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

export const summary = {
  value: { kind: 'text', max: TEXT_LIMITS.summary, rows: 5 },
  cardinality: 'one',
  seeded: true,
  expected: true,
  place: 'head',
  linkedData: { of: 'term', property: 'description' },
} as const satisfies Fact;
