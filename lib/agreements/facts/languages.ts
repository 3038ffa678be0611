import type { Fact } from './fact';

/** The languages of the authentic texts. */
export const languages = {
  value: { kind: 'record', parts: { language: { kind: 'language', needed: true } } },
  cardinality: 'rows',
  rowName: ({ language = '' }) => `${language}`,
  place: 'facts',
} as const satisfies Fact;
