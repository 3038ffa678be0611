import type { Fact, RecordValue } from './fact';

/** The facts of one cell that can have several views. A name can't: an agreement has aliases beside it. */
const VIEWED_FACTS = [
  'maintainer',
  'stakeholders',
  'summary',
  'link',
  'launchDate',
  'space',
  'bindingNature',
  'status',
  'threshold',
  'signatories',
  'uniqueElements',
] as const;
export type ViewedFact = (typeof VIEWED_FACTS)[number];

export const isViewedFact = (key: unknown): key is ViewedFact => VIEWED_FACTS.some((fact) => fact === key);

/** How the names of all views on a fact begin. */
export const viewsOn = (fact: ViewedFact): string => fact.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * What else is said on a fact of one cell, each with its source. Beside a value that stands, several are stated; a fact
 * without a value that has two of them or more is disputed (docs/decisions/0040). The value is a text, and of a fact
 * with several parts or entries JSON, as in the files.
 */
export const factViews = {
  value: {
    kind: 'record',
    parts: {
      fact: { kind: 'choice', choices: VIEWED_FACTS, needed: true },
      // The longest list of signatories fits.
      value: { kind: 'text', max: 400_000, needed: true },
    },
  },
  cardinality: 'rows',
  rowName: ({ fact, value = '' }: RecordValue) => `${isViewedFact(fact) ? viewsOn(fact) : ''} ${value}`,
  needsSource: true,
  place: 'beside',
} as const satisfies Fact;
