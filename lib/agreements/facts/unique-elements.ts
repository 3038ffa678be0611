import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

/** What the 2019 paper found in this agreement and in no other. */
export const uniqueElements = {
  value: { kind: 'list', max: 50, itemMax: TEXT_LIMITS.listItem, rows: 4 },
  cardinality: 'set',
  place: 'section',
} as const satisfies Fact;
