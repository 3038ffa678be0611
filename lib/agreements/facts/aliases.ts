import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

/** Other names: by which an agreement is known, was called before, or is called in another language. */
export const aliases = {
  value: {
    kind: 'record',
    parts: {
      name: { kind: 'line', max: TEXT_LIMITS.name, needed: true },
      sort: { kind: 'choice', choices: ['also', 'former', 'abbreviation', 'translation'], needed: true },
      until: { kind: 'date' },
    },
  },
  cardinality: 'rows',
  rowName: ({ name = '' }) => `${name}`,
  place: 'facts',
} as const satisfies Fact;
