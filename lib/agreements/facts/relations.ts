import type { Fact } from './fact';

export const RELATIONS = ['amends', 'replaces', 'builds-on', 'endorses', 'refers-to'] as const;

/** What an agreement does to another one of the dataset; the page of the other shows it from its side. */
export const relations = {
  value: {
    kind: 'record',
    parts: {
      relation: { kind: 'choice', choices: RELATIONS, needed: true },
      agreement: { kind: 'agreement', needed: true },
    },
  },
  cardinality: 'rows',
  rowName: ({ relation = '', agreement = '' }) => `${relation} ${agreement}`,
  place: 'facts',
} as const satisfies Fact;
