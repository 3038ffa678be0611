import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

export const name = {
  value: { kind: 'line', max: TEXT_LIMITS.name, long: true },
  cardinality: 'one',
  required: true,
  seeded: true,
  isName: true,
  tellsApart: true,
  expected: true,
  place: 'facts',
} as const satisfies Fact;
