import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

/** After how many instruments a treaty enters into force, and how many of them are given. */
export const threshold = {
  value: {
    kind: 'record',
    parts: {
      required: { kind: 'number', needed: true },
      given: { kind: 'number' },
      instrument: { kind: 'line', max: TEXT_LIMITS.line },
      asOf: { kind: 'date' },
    },
  },
  cardinality: 'one',
  place: 'facts',
} as const satisfies Fact;
