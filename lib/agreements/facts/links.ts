import type { Fact } from './fact';

/** Pages about an agreement; where its text can be read is the fact `link`. */
export const links = {
  value: {
    kind: 'record',
    parts: {
      sort: { kind: 'choice', choices: ['participants', 'site', 'archived', 'translation'], needed: true },
      link: { kind: 'link', needed: true },
    },
  },
  cardinality: 'rows',
  rowName: ({ sort = '', link = '' }) => `${sort} ${String(link).replace(/^https?:\/\//, '')}`,
  place: 'facts',
} as const satisfies Fact;
