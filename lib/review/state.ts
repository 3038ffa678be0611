/** The one transition table of a proposed change: it is decided once, or taken back before. "In conflict" is computed, not stored. */
export const CHANGE_STATUSES = ['pending', 'accepted', 'amended', 'rejected', 'superseded', 'withdrawn'] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

export const CHANGE_TRANSITIONS: Record<ChangeStatus, readonly ChangeStatus[]> = {
  pending: ['accepted', 'amended', 'rejected', 'superseded', 'withdrawn'],
  accepted: [],
  amended: [],
  rejected: [],
  superseded: [],
  withdrawn: [],
};

/** Whether nothing can be decided about it any more. */
export const isDecided = (status: ChangeStatus) => CHANGE_TRANSITIONS[status].length === 0;
