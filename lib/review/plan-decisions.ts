import type { Editor } from '@/lib/accounts/policy';
import { isOfRegister } from '@/lib/agreements/facts/registry';
import { lockAgreements } from '@/lib/agreements/revisions';
import type { LockedAgreement } from '@/lib/agreements/revisions';
import { isDecided } from '@/lib/contributions/state';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Issue, Reason } from '@/lib/platform/errors';
import type { Candidate } from './candidate';
import { findChanges, listRecorded, listViews, withCurrent } from './changes';
import type { ContributionForDecision } from './changes';
import { contributionSource, sameProposal } from './merge';
import { isIssue, planDecision } from './plan';
import type { Planned } from './plan';
import type { CellDecision } from './schema';
import type { PresentViews } from './stated-views';

type LockInput = {
  /** The contributions whose changes may be decided, locked. */
  contributions: readonly ContributionForDecision[];
  decisions: CellDecision[];
  editor: Editor;
  forRegister: boolean;
};

/**
 * Locks the agreements concerned, and plans the decisions against their content at this moment: all of them, except
 * those that are already recorded exactly so, and those that say the same as another one of the command, which are
 * joined to it. Throws DomainError for each issue that `decideChanges` names.
 */
export async function lockAndPlan({ contributions, decisions, ...deciding }: LockInput, tx: Tx) {
  const rows = await findChanges(
    contributions.map(({ id }) => id),
    decisions.map((decision) => decision.change),
    tx,
  );
  // From here on no other transaction can change these agreements.
  const agreements = await lockAgreements(
    rows.flatMap((row) => row.agreementId ?? []),
    tx,
  );
  const candidates = new Map((await withCurrent(rows, tx)).map((row) => [row.id, row]));
  const views = await readViews(decisions, candidates, tx);
  const references = new Map(contributions.map(({ id, reference }) => [id, reference]));
  return {
    agreements,
    planned: await planAll({ decisions, candidates, views, agreements, references, ...deciding }, tx),
  };
}

/** The views that stand on the cells to which a decision adds one, by change. */
function readViews(decisions: CellDecision[], candidates: PlanInput['candidates'], tx: Tx) {
  const asked = decisions.flatMap(({ change, outcome }) =>
    outcome === 'beside' || outcome === 'dispute' ? (candidates.get(change) ?? []) : [],
  );
  return listViews(asked, tx);
}

type PlanInput = {
  decisions: CellDecision[];
  candidates: Map<string, Candidate & { status: string }>;
  views: ReadonlyMap<string, PresentViews>;
  agreements: Map<string, LockedAgreement>;
  /** By id of the contribution. */
  references: ReadonlyMap<string, string>;
  editor: Editor;
  forRegister: boolean;
};

/**
 * Plans every decision; refuses all of them if one can't be carried out. Decisions that are already recorded exactly so
 * are left out.
 */
async function planAll(
  { decisions, candidates, views, agreements, references, editor, forRegister }: PlanInput,
  tx: Tx,
): Promise<Planned[]> {
  const decidedBefore = [...candidates.values()]
    .filter((change) => change.status !== 'pending')
    .map((change) => change.id);
  const recorded = await listRecorded(decidedBefore, tx);
  const issues: Issue[] = [];
  const planned: Planned[] = [];
  decisions.forEach((decision, index) => {
    const path = `decisions.${index}`;
    const change = candidates.get(decision.change);
    if (!change) return void issues.push({ path: `${path}.change`, code: 'not_found' });
    if (isDecided(change.status as Parameters<typeof isDecided>[0])) {
      if (!recorded.get(change.id)?.repeats(decision, editor.userId)) issues.push({ path, code: 'already_decided' });
      return;
    }
    const source = contributionSource(references.get(change.contributionId) ?? '');
    const plan = planDecision(decision, change, path, source, views.get(change.id));
    if (isIssue(plan)) issues.push(plan);
    else if (isOfRegister(change.key) && plan.outcome !== 'rejected' && !forRegister)
      issues.push({ path, code: 'decided_in_register' });
    else if (planned.some((one) => isJoinedTo(one, plan))) return;
    else if (planned.some((one) => writesSame(one, plan)))
      issues.push({ path, code: planned.some((one) => isRivalOf(one, plan)) ? 'two_values' : 'conflict' });
    else if (plan.cells.length > 0 && change.agreementId !== null && agreements.get(change.agreementId)?.retired)
      issues.push({ path, code: 'agreement_retired' });
    else planned.push(plan);
  });
  if (issues.length) throw new DomainError(failure(reasonOf(issues), issues));
  return planned;
}

const writesSame = (one: Planned, other: Planned) =>
  one.change.agreementId !== null &&
  one.change.agreementId === other.change.agreementId &&
  one.cells.some(({ key }) => other.cells.some((cell) => cell.key === key));

/** Both write one cell, for two contributions. */
const isRivalOf = (one: Planned, other: Planned) =>
  one.change.contributionId !== other.change.contributionId && writesSame(one, other);

/** They say the same, too: the second is settled along, as any identical one. */
const isJoinedTo = (one: Planned, plan: Planned) =>
  isRivalOf(one, plan) &&
  one.content !== null &&
  plan.outcome === 'accepted' &&
  plan.as === undefined &&
  sameProposal(plan.change, one.content);

/** The reason that says most of what an editor must do: look up, reload, resolve, correct. */
function reasonOf(issues: Issue[]): Reason {
  const order = ['not_found', 'already_decided', 'stale', 'conflict'] as const;
  return order.find((reason) => issues.some((issue) => issue.code === reason)) ?? 'invalid';
}
