import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

/** An organisation: a contact person at it is for the editors only and no fact. */
export const maintainer = {
  value: { kind: 'line', max: TEXT_LIMITS.line },
  cardinality: 'series',
  place: 'facts',
  linkedData: { of: 'work', property: 'maintainer', type: 'Organization' },
} as const satisfies Fact;
