import type { Fact } from './fact';

const STATUSES = [
  'draft',
  'open-for-comment',
  'adopted',
  'in-force',
  'not-yet-in-force',
  'superseded',
  'ended',
] as const;

export const status = {
  value: {
    kind: 'record',
    parts: { status: { kind: 'choice', choices: STATUSES, needed: true }, since: { kind: 'date' } },
  },
  cardinality: 'one',
  place: 'facts',
} as const satisfies Fact;
