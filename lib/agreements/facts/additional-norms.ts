import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

/** "Any additional norms" of the 2020 call: what an agreement asks for beside the criteria. */
export const additionalNorms = {
  value: {
    kind: 'record',
    parts: {
      norm: { kind: 'text', max: TEXT_LIMITS.listItem, needed: true },
      article: { kind: 'line', max: TEXT_LIMITS.shortName },
      quotation: { kind: 'text', max: TEXT_LIMITS.listItem },
    },
  },
  cardinality: 'rows',
  rowName: ({ norm = '' }) => `${norm}`,
  place: 'section',
} as const satisfies Fact;
