import { parseCellValue } from '@/lib/agreements/schema';
import type { CellContent } from '@/lib/agreements/schema';
import type { Issue } from '@/lib/platform/errors';
import { mergeCell, mergedContent } from './merge';
import type { MergeState, Proposed } from './merge';
import type { CellDecision } from './schema';

/** A pending change as the decision needs it. `current` is null where the cell holds nothing; its version is then 0. */
export type Candidate = Proposed & {
  id: string;
  proposalId: string;
  agreementId: string | null;
  key: string;
  base: CellContent | null;
  current: CellContent | null;
  currentVersion: number;
};

export type Planned = {
  /** Its place in the command: `decisions.3`. */
  path: string;
  change: Candidate;
  outcome: 'accepted' | 'amended' | 'rejected';
  /** What the cell will hold; null for a rejection. */
  content: CellContent | null;
  /** False where the cell holds that already: the decision is recorded, the dataset stays. */
  writes: boolean;
  reason: string | null;
  /** How addresses will call a new agreement, where the editor chose it. */
  slug?: string;
};

/**
 * What one command comes to, computed without a database. Returns the plan, or an issue for its place in the list:
 * `stale` (the cell changed since the editor's page), `conflict` (it needs a look at base, now and proposed, or an
 * amendment), or the code of a value that does not fit the cell.
 */
export function planDecision(
  decision: CellDecision,
  change: Candidate,
  path: string,
  fallbackSource: string,
): Planned | Issue {
  const reason = decision.reason ?? null;
  if (decision.outcome === 'reject') return { path, change, outcome: 'rejected', content: null, writes: false, reason };
  if (decision.slug !== undefined && (change.key !== 'name' || change.agreementId !== null))
    return { path: `${path}.slug`, code: 'slug_is_given' };
  if (decision.seen !== change.currentVersion) return { path: `${path}.seen`, code: 'stale' };
  if (decision.outcome === 'amend') return planAmendment(decision, change, path, fallbackSource);

  const state: MergeState = mergeCell(change.base, change.current, change);
  if (state === 'conflict' && !decision.resolve) return { path, code: 'conflict' };
  if (state === 'unchanged')
    return { path, change, outcome: 'accepted', content: change.current, writes: false, reason };
  return {
    path,
    change,
    outcome: 'accepted',
    content: mergedContent(change.current, change, fallbackSource),
    writes: true,
    reason,
    ...chosenSlug(decision),
  };
}

const chosenSlug = ({ slug }: { slug?: string }) => (slug === undefined ? {} : { slug });

function planAmendment(
  decision: Extract<CellDecision, { outcome: 'amend' }>,
  change: Candidate,
  path: string,
  fallbackSource: string,
): Planned | Issue {
  const value = parseCellValue(change.key, decision.value);
  if (!value.success) return { path: `${path}.value`, code: value.error.issues[0]?.message ?? 'invalid' };
  // What the amendment leaves out, the proposal says; what both leave out, stays.
  const amended = { value: value.data, note: decision.note ?? change.note, source: decision.source ?? change.source };
  const content = mergedContent(change.current, amended, fallbackSource);
  return {
    path,
    change,
    outcome: 'amended',
    content,
    writes: true,
    reason: decision.reason ?? null,
    ...chosenSlug(decision),
  };
}

export const isIssue = (planned: Planned | Issue): planned is Issue => 'code' in planned;
