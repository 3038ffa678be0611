import type { CallState } from '@/lib/calls/state';

/**
 * The one transition table of a contribution. Only `lib/contributions/status.ts` writes the status; a trigger has the
 * same table.
 */
export const CONTRIBUTION_STATUSES = [
  'draft',
  'submitted',
  'changes_requested',
  'published',
  'unpublished',
  'declined',
  'kept',
  'withdrawn',
] as const;
export type ContributionStatus = (typeof CONTRIBUTION_STATUSES)[number];

/**
 * Contributors can withdraw from any state before `declined`; a published contribution becomes a tombstone. So does one
 * that an editor takes down (`unpublished`), which can be restored. A declined one can be reopened, and so can one that
 * is for the editors only and that they have settled (`kept`).
 */
export const CONTRIBUTION_TRANSITIONS: Record<ContributionStatus, readonly ContributionStatus[]> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['changes_requested', 'published', 'declined', 'kept', 'withdrawn'],
  changes_requested: ['submitted', 'published', 'declined', 'kept', 'withdrawn'],
  published: ['unpublished', 'withdrawn'],
  unpublished: ['published', 'withdrawn'],
  declined: ['submitted'],
  kept: ['submitted', 'withdrawn'],
  withdrawn: [],
};

/** Where proposed cells can be decided: whether its text is public is another question (docs/decisions/0020). */
export const DECIDABLE: readonly ContributionStatus[] = [
  'submitted',
  'changes_requested',
  'published',
  'unpublished',
  'kept',
];

/** What has been sent and not withdrawn: what the desk counts and lists, published or not. */
export const SENT: readonly ContributionStatus[] = [
  'submitted',
  'changes_requested',
  'published',
  'unpublished',
  'declined',
  'kept',
];

/** The states from which a contribution may become `target`, for the WHERE of the update. */
export function statesBefore(target: ContributionStatus): ContributionStatus[] {
  return CONTRIBUTION_STATUSES.filter((status) => CONTRIBUTION_TRANSITIONS[status].includes(target));
}

/**
 * The states in which a further revision may be sent: it leads to `submitted`, also from there, because the editors
 * have not answered yet.
 */
const CORRECTABLE: readonly ContributionStatus[] = ['submitted', 'changes_requested'];
export const isCorrectable = (status: ContributionStatus) => CORRECTABLE.includes(status);

/** The states a submission may be sent from: as the first revision, or as a further one. */
export const statesBeforeSubmission = (revision: number): ContributionStatus[] =>
  revision === 1 ? ['draft'] : [...CORRECTABLE];

/**
 * Whether a draft, or a correction, can be sent in a call of that state: after it has closed for good, only what the
 * editors asked for.
 */
export const mayStillSend = (status: ContributionStatus, call: CallState) =>
  call === 'open' || call === 'late' || (call === 'closed' && status === 'changes_requested');

export const isWithdrawable = (status: ContributionStatus) => CONTRIBUTION_TRANSITIONS[status].includes('withdrawn');

/**
 * The one transition table of a proposed change: it is decided once, or withdrawn before. "In conflict" is computed,
 * not stored.
 */
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

/** Whether it can be neither decided nor taken back any more. */
export const isDecided = (status: ChangeStatus) => CHANGE_TRANSITIONS[status].length === 0;
