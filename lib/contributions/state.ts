/** The one transition table of a contribution. `lib/contributions/mutations.ts` alone writes the status, and reads this. */
export const CONTRIBUTION_STATUSES = ['draft', 'submitted', 'changes_requested', 'published', 'declined', 'withdrawn'] as const;
export type ContributionStatus = (typeof CONTRIBUTION_STATUSES)[number];

/** Withdrawal is the contributor's, from any state before `declined`; a published one becomes a tombstone. */
export const CONTRIBUTION_TRANSITIONS: Record<ContributionStatus, readonly ContributionStatus[]> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['changes_requested', 'published', 'declined', 'withdrawn'],
  changes_requested: ['submitted', 'published', 'declined', 'withdrawn'],
  published: ['withdrawn'],
  declined: [],
  withdrawn: [],
};

/** The states from which a contribution may become `target`: what stands in the WHERE of the update. */
export function statesBefore(target: ContributionStatus): ContributionStatus[] {
  return CONTRIBUTION_STATUSES.filter((status) => CONTRIBUTION_TRANSITIONS[status].includes(target));
}
