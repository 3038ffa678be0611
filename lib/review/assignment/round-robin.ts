import { conflictOf } from '@/lib/review/policy';
import type { Concerned } from '@/lib/review/policy';

/** An editor as the one who hands out work sees them. */
export type Candidate = {
  userId: string;
  organisation: string | null;
  email: string;
  /** Contributions they look after that wait for something. */
  open: number;
  /** When they were last given one; null for never. */
  lastAt: Date | null;
};

/** An unassigned contribution, with the editors who must not get it. */
export type Unassigned = Pick<Concerned, 'affiliation' | 'email' | 'affiliationPublic'> & {
  id: string;
  authorId: string | null;
  recused: readonly string[];
};

/**
 * Reasons as issues of `cannot_take_it`. If the affiliation is not public, the reason must not reveal it:
 * `assignee_other`.
 */
const BLOCKERS = {
  own_organisation: 'assignee_own_organisation',
  other_editor: 'assignee_other',
  recused: 'assignee_recused',
} as const;
export type AssigneeBlocker = (typeof BLOCKERS)[keyof typeof BLOCKERS];

/**
 * Why an editor can't be assigned a contribution; null if they can, also if they first have to state that it is of
 * another organisation.
 */
export function assignmentBlocker(
  person: Pick<Candidate, 'userId' | 'organisation' | 'email'>,
  { recused, ...contribution }: Omit<Unassigned, 'id' | 'authorId'>,
): AssigneeBlocker | null {
  const blocker = conflictOf(person, {
    ...contribution,
    recused: recused.includes(person.userId),
    apart: true,
  });
  return blocker === null || blocker === 'likely_own_organisation' ? null : BLOCKERS[blocker];
}

/**
 * The next editor for each contribution, in their order: of those who can take it, the one with fewest open
 * contributions, then the one who has waited longest for a new one. No editor gets their own proposal. A contribution
 * that no editor can take is left out.
 */
export function roundRobin(
  contributions: readonly Unassigned[],
  candidates: readonly Candidate[],
): Map<string, string> {
  const people = candidates.map((candidate) => ({ ...candidate, turn: 0 }));
  const turns = new Map<string, string>();
  let turn = 0;
  for (const contribution of contributions) {
    const able = people.filter(
      (person) => person.userId !== contribution.authorId && assignmentBlocker(person, contribution) === null,
    );
    const next = able.toSorted(
      (one, other) =>
        one.open - other.open ||
        one.turn - other.turn ||
        waitedSince(one) - waitedSince(other) ||
        (one.userId < other.userId ? -1 : 1),
    )[0];
    if (!next) continue;
    turns.set(contribution.id, next.userId);
    next.open += 1;
    // All assignments of one command have the same moment, after everything else: an editor who got one earlier in it
    // has waited longer.
    next.turn = turn += 1;
  }
  return turns;
}

const waitedSince = ({ lastAt }: Candidate) => lastAt?.getTime() ?? 0;
