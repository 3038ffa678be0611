import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

export const stakeholders = {
  value: { kind: 'text', max: TEXT_LIMITS.note, rows: 3 },
  cardinality: 'one',
  place: 'facts',
} as const satisfies Fact;
