import type { Fact } from './fact';

/**
 * What else is said on a criterion, each with its source. Beside an assessment that stands, several are stated; an
 * assessment that is unclear and has two of them or more is disputed (docs/decisions/0034).
 */
export const views = {
  value: {
    kind: 'record',
    parts: {
      criterion: { kind: 'criterion', needed: true },
      value: { kind: 'choice', choices: ['yes', 'no', 'indirect', 'unclear'], needed: true },
    },
  },
  cardinality: 'rows',
  rowName: ({ criterion = '', value = '' }) => `${criterion} ${value}`,
  needsSource: true,
  place: 'assessment',
} as const satisfies Fact;
