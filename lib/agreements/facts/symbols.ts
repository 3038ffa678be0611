import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

/** Document numbers, such as A/70/174. */
export const symbols = {
  value: {
    kind: 'record',
    parts: {
      symbol: { kind: 'line', max: TEXT_LIMITS.shortName, needed: true },
      body: { kind: 'line', max: TEXT_LIMITS.line },
    },
  },
  cardinality: 'rows',
  rowName: ({ symbol = '' }) => `${symbol}`,
  place: 'facts',
} as const satisfies Fact;
