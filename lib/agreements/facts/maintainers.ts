import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';
import { endsBeforeItBegins } from './periods';

/**
 * The organisations beside the present maintainer, which is the fact `maintainer`: with another role, or in the past.
 * Organisations only: a contact person at one is for the editors only and no fact.
 */
export const maintainers = {
  value: {
    kind: 'record',
    parts: {
      name: { kind: 'line', max: TEXT_LIMITS.line, needed: true },
      role: { kind: 'line', max: TEXT_LIMITS.line },
      from: { kind: 'date' },
      until: { kind: 'date' },
    },
  },
  cardinality: 'rows',
  rowName: ({ name = '' }) => `${name}`,
  faults: endsBeforeItBegins,
  place: 'facts',
} as const satisfies Fact;
