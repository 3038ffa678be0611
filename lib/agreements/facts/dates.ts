import type { Fact } from './fact';

export const DATE_EVENTS = ['adopted', 'opened', 'signed', 'in-force', 'amended', 'ended'] as const;

/**
 * What else happened to an agreement, and when; its launch is the fact `launchDate`. Each event once, but any number of
 * amendments.
 */
export const dates = {
  value: {
    kind: 'record',
    parts: {
      event: { kind: 'choice', choices: DATE_EVENTS, needed: true },
      date: { kind: 'date', needed: true },
    },
  },
  cardinality: 'rows',
  rowName: ({ event = '', date = '' }) => (event === 'amended' ? `${event} ${date}` : `${event}`),
  place: 'facts',
} as const satisfies Fact;
