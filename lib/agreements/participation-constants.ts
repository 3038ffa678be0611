/** Participants are states and organisations, never persons. */
export const PARTICIPANT_KINDS = ['state', 'organisation'] as const;

/** What a participant does to an agreement. A member of the body that made it has not signed it. */
export const PARTICIPATION_ACTIONS = ['signed', 'ratified', 'acceded', 'endorsed', 'withdrew', 'member'] as const;
export type ParticipationAction = (typeof PARTICIPATION_ACTIONS)[number];

/** Who says so: the participant itself, the maintainer of the agreement, someone else, or the forum's own reading. */
export const DECLARED_BY = ['participant', 'maintainer', 'third_party', 'forum'] as const;

export const PARTICIPATION_LIMITS = { name: 300, source: 1_000, quotation: 1_000, reservation: 4_000 } as const;
