/** The one transition table of a proposed change: it is decided once. "In conflict" is computed, not stored. */
export const CHANGE_STATUSES = ['pending', 'accepted', 'amended', 'rejected', 'superseded'] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

export const CHANGE_TRANSITIONS: Record<ChangeStatus, readonly ChangeStatus[]> = {
  pending: ['accepted', 'amended', 'rejected', 'superseded'],
  accepted: [],
  amended: [],
  rejected: [],
  superseded: [],
};

export const isDecided = (status: ChangeStatus) => CHANGE_TRANSITIONS[status].length === 0;
