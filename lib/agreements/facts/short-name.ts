import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

export const shortName = {
  value: { kind: 'line', max: TEXT_LIMITS.shortName },
  cardinality: 'one',
  seeded: true,
  isName: true,
  tellsApart: true,
  expected: true,
  place: 'facts',
  linkedData: { of: 'term', property: 'alternateName' },
} as const satisfies Fact;
