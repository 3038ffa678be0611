import { isOfRegister } from '@/lib/agreements/facts/registry';
import { parseCellValue } from '@/lib/agreements/schema';
import type { CellContent } from '@/lib/agreements/schema';
import type { Issue } from '@/lib/platform/errors';
import type { Candidate, CellPlan } from './candidate';
import { mergeCell, mergedContent } from './merge';
import type { MergeState } from './merge';
import type { CellDecision } from './schema';
import { planViews } from './stated-views';
import type { PresentViews } from './stated-views';

export type Planned = {
  /** Its place in the command: `decisions.3`. */
  path: string;
  change: Candidate;
  outcome: 'accepted' | 'amended' | 'rejected';
  /** What is accepted; null for a rejection. */
  content: CellContent | null;
  /** What it writes: the cell itself, or cells of views. None where they hold that already, or for a rejection. */
  cells: CellPlan[];
  /** The proposed value becomes one of several views. */
  as?: 'beside' | 'dispute';
  reason: string | null;
  /** How addresses will call a new agreement, where the editor chose it. */
  slug?: string;
};

/**
 * What one command comes to, computed without a database. Returns the plan, or an issue for its place in the list:
 * `stale` (the cell changed since the editor's page), `conflict` (it needs a look at base, now and proposed, or an
 * amendment), `takes_no_views` or `nothing_beside` (lib/review/stated-views), or the code of a value that does not
 * fit the cell.
 */
export function planDecision(
  decision: CellDecision,
  change: Candidate,
  path: string,
  fallbackSource: string,
  present: PresentViews = new Map(),
): Planned | Issue {
  const reason = decision.reason ?? null;
  if (decision.outcome === 'reject') return { path, change, outcome: 'rejected', content: null, cells: [], reason };
  if (decision.outcome === 'beside' || decision.outcome === 'dispute')
    return planView(decision, change, path, { fallbackSource, present });
  if (decision.slug !== undefined && (change.key !== 'name' || change.agreementId !== null))
    return { path: `${path}.slug`, code: 'slug_is_given' };
  if (decision.seen !== change.currentVersion) return { path: `${path}.seen`, code: 'stale' };
  if (decision.outcome === 'amend') return planAmendment(decision, change, path, fallbackSource);

  const state: MergeState = mergeCell(change.base, change.current, change);
  if (state === 'conflict' && !decision.resolve) return { path, code: 'conflict' };
  if (state === 'unchanged') return { path, change, outcome: 'accepted', content: change.current, cells: [], reason };
  const content = mergedContent(change.current, change, fallbackSource);
  return {
    path,
    change,
    outcome: 'accepted',
    content,
    cells: writtenCells(change, content),
    reason,
    ...chosenSlug(decision),
  };
}

const chosenSlug = ({ slug }: { slug?: string }) => (slug === undefined ? {} : { slug });

/** The cell itself; none for what becomes a row of the register of participants. */
const writtenCells = ({ key, currentVersion }: Candidate, content: CellContent): CellPlan[] =>
  isOfRegister(key) ? [] : [{ key, content, seenVersion: currentVersion }];

/** The proposed value as one of several views. */
function planView(
  { outcome, seen, reason }: Extract<CellDecision, { outcome: 'beside' | 'dispute' }>,
  change: Candidate,
  path: string,
  { fallbackSource, present }: { fallbackSource: string; present: PresentViews },
): Planned | Issue {
  if (seen !== change.currentVersion) return { path: `${path}.seen`, code: 'stale' };
  const cells = planViews({ change, present, disputed: outcome === 'dispute', path, fallbackSource });
  if ('code' in cells) return cells;
  return {
    path,
    change,
    outcome: 'accepted',
    content: mergedContent(null, change, fallbackSource),
    cells,
    reason: reason ?? null,
    as: outcome,
  };
}

function planAmendment(
  decision: Extract<CellDecision, { outcome: 'amend' }>,
  change: Candidate,
  path: string,
  fallbackSource: string,
): Planned | Issue {
  const value = parseCellValue(change.key, decision.value);
  if (!value.success) return { path: `${path}.value`, code: value.error.issues[0]?.message ?? 'invalid' };
  // What the amendment leaves out, the proposal says; what both leave out, stays.
  const amended = {
    value: value.data,
    note: decision.note ?? change.note,
    source: decision.source ?? change.source,
    asOf: decision.asOf ?? change.asOf,
  };
  const content = mergedContent(change.current, amended, fallbackSource);
  return {
    path,
    change,
    outcome: 'amended',
    content,
    cells: writtenCells(change, content),
    reason: decision.reason ?? null,
    ...chosenSlug(decision),
  };
}

export const isIssue = (planned: Planned | Issue): planned is Issue => 'code' in planned;
