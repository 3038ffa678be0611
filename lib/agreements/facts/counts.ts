import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

const COUNTED = [
  'signatories',
  'supporters',
  'parties',
  'ratifications',
  'signatures',
  'associates',
  'members',
  'articles',
  'principles',
  'norms',
] as const;
/** How exact a number is; without it, it is as its source says. */
const EXACTNESS = ['exact', 'at-least', 'about'] as const;

/** Numbers that follow each other in time, each with its unit: 65 states, 547 supporters in all. */
export const counts = {
  value: {
    kind: 'record',
    parts: {
      counted: { kind: 'choice', choices: COUNTED, needed: true },
      exactness: { kind: 'choice', choices: EXACTNESS },
      count: { kind: 'number', needed: true },
      unit: { kind: 'line', max: TEXT_LIMITS.line },
      asOf: { kind: 'date' },
    },
  },
  cardinality: 'rows',
  rowName: ({ counted = '', unit = '', asOf = '' }) => `${counted} ${unit} ${asOf}`,
  place: 'facts',
} as const satisfies Fact;
