import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { Fact } from './fact';

/**
 * The passage that the assessment on a criterion rests on, in the words of the agreement: one for each criterion. The
 * text belongs to its authors: its source is needed, and the licence of the dataset does not cover it.
 */
export const quotations = {
  value: {
    kind: 'record',
    parts: {
      criterion: { kind: 'criterion', needed: true },
      passage: { kind: 'text', max: TEXT_LIMITS.listItem, needed: true },
      language: { kind: 'language' },
      article: { kind: 'line', max: TEXT_LIMITS.shortName },
      link: { kind: 'link' },
    },
  },
  cardinality: 'rows',
  rowName: ({ criterion = '' }) => `${criterion}`,
  needsSource: true,
  place: 'assessment',
} as const satisfies Fact;
