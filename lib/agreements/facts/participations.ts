import {
  PARTICIPANT_KINDS,
  PARTICIPATION_ACTIONS,
  PARTICIPATION_LIMITS,
} from '@/lib/agreements/participation-constants';
import type { Fact } from './fact';

/**
 * Who signed, ratified and so on, as it is proposed. Accepted ones become rows of the register of participants, never
 * cells (docs/decisions/0036).
 */
export const participations = {
  value: {
    kind: 'record',
    parts: {
      participant: { kind: 'choice', choices: PARTICIPANT_KINDS, needed: true },
      name: { kind: 'line', max: PARTICIPATION_LIMITS.name, needed: true },
      action: { kind: 'choice', choices: PARTICIPATION_ACTIONS.filter((action) => action !== 'member'), needed: true },
      date: { kind: 'date' },
      link: { kind: 'link' },
      quotation: { kind: 'text', max: PARTICIPATION_LIMITS.quotation },
      reservation: { kind: 'text', max: PARTICIPATION_LIMITS.reservation },
    },
  },
  cardinality: 'rows',
  rowName: ({ name = '', action = '' }) => `${name} ${action}`,
  faults: ({ date }) =>
    typeof date === 'string' && date > new Date().toISOString().slice(0, date.length)
      ? [{ part: 'date', code: 'date_in_future' }]
      : [],
  place: 'register',
} as const satisfies Fact;
