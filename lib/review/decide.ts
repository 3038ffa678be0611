import { isOfRegister } from '@/lib/agreements/facts/registry';
import { lockAgreements } from '@/lib/agreements/revisions';
import type { LockedAgreement } from '@/lib/agreements/revisions';
import { DECIDABLE, isDecided } from '@/lib/contributions/state';
import type { Tx } from '@/lib/platform/db/client';
import type { Issue, Reason, Result } from '@/lib/platform/errors';
import { failure, DomainError } from '@/lib/platform/errors';
import { TAGS } from '@/lib/platform/cache/tags';
import { askForApproval } from '@/lib/review/approvals/request-approval';
import { rulesFor } from '@/lib/review/approvals/rules';
import type { RuleAction } from '@/lib/review/approvals/rules';
import { readRules } from '@/lib/review/approvals/approval-list';
import { isEnteredBy } from '@/lib/review/approvals/entered';
import { demandUnbiased } from '@/lib/review/interests/conflict-of-interest';
import { effectsOf } from './decision-effects';
import type { Effect } from './decision-effects';
import { publishDecidedEditorProposals } from './editor-proposals';
import { contributionSource } from './merge';
import { isIssue, planDecision } from './plan';
import type { Candidate } from './candidate';
import type { Planned } from './plan';
import type { Editor } from '@/lib/accounts/policy';
import { decisionBlocker } from './policy';
import type { PresentViews } from './stated-views';
import { findChanges, findForDecision, findRivals, listRecorded, listViews, withCurrent } from './changes';
import type { ContributionForDecision } from './changes';
import { createProposedAgreements, recordDecisions, auditAndQueueMail, writeRevisions } from './persistence';
import { decidedCells, rivalsAt, resolveCompetingChanges } from './competing-changes';
import type { Settled } from './competing-changes';
import type { CellDecision } from './schema';
import { markChanges } from '@/lib/contributions/status';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

export type Decided = {
  /** How many changes this command decided; 0 when it repeats what was decided before. */
  decided: number;
  /** Pending changes of other contributions that said the same and were accepted along with it. */
  joined: number;
  /** Pending changes of other contributions that lost. */
  superseded: number;
  revisions: { agreement: string; version: number }[];
  /** A rule asks for a second editor, so nothing is decided yet. `approval` is null in a dry run. */
  waiting: { approval: string | null; rules: RuleAction[] } | null;
  /** What a dry run would have changed; empty otherwise. */
  effects: Effect[];
};

type DecideInput = {
  editor: Editor;
  reference: string;
  decisions: CellDecision[];
  /** Says what would change, and changes nothing. */
  dryRun?: boolean;
  now?: Date;
};

/**
 * Decides proposed changes of one contribution: all of them or none. Accepted and amended ones are in the dataset when
 * this returns, each agreement with one new revision; rival proposals for the same cell are superseded, identical ones
 * accepted and credited too. Sending the same decisions again changes nothing. If a rule of the desk asks for a second
 * editor, the command waits for one instead.
 * Reasons: `not_found` (no such contribution, or a change that is not one of its), a `Blocker` (lib/review/policy) on
 * it or, with one issue per cell, on another contribution that the command would decide too, `own_proposal` (the rules
 * ask for another editor), `consent_missing` (an editor entered it, and its contributor has not agreed yet),
 * `not_allowed_in_status` (withdrawn or declined), and, with one issue per cell:
 * `already_decided`, `stale`, `conflict`, `decided_in_register`, `name_needed_first` (a new agreement can't begin without a name), `invalid`
 * (also `agreement_retired`).
 */
export function decideChanges({ dryRun = false, now = new Date(), ...input }: DecideInput): Promise<Result<Decided>> {
  const { editor: actor, reference } = input;
  // A question what would happen is no attempt: its refusal is not recorded.
  const options = dryRun ? { actor, dryRun } : { actor, reference, command: 'decide' };
  return mutation(options, (context) => decide({ ...input, dryRun, now, second: null }, context));
}

export type Deciding = Required<DecideInput> & {
  /** The editor who has agreed to it: the rules are satisfied. */
  second: Editor | null;
  /** The caller enters what is accepted into the register of participants, which has a rule of its own for that. */
  forRegister?: boolean;
};

const NOTHING = { decided: 0, joined: 0, superseded: 0, revisions: [], waiting: null, effects: [] };

/** `decideChanges` inside the caller's transaction. Throws DomainError for each of its reasons. */
export async function decide(
  { editor, reference, decisions, dryRun, now, second, forRegister = false }: Deciding,
  context: MutationContext,
): Promise<Result<Decided>> {
  const { tx } = context;
  const contribution = await loadReviewable(reference, editor, tx);
  if (contribution.awaitsConsent) throw new DomainError(failure('consent_missing'));
  const rules = await readRules(tx);
  if (rules.own_proposal && contribution.authorId === editor.userId) throw new DomainError(failure('own_proposal'));
  const { planned, agreements } = await lockAndPlan({ contribution, decisions, reference, editor, forRegister }, tx);
  if (planned.length === 0) return { ok: true, ...NOTHING };
  // Before a second editor is asked, because this editor may not ask for what they may not decide.
  const rivals = await findRivals(decidedCells(planned), contribution.id, tx);
  await demandUnbiased(rivalsAt(planned, rivals), { editor, second }, tx);
  const entered =
    rules.on_behalf && (await isEnteredBy(concernedIn(contribution, planned, rivals), { editor, second }, tx));
  const asking = second === null && !forRegister ? rulesFor(planned, rules, entered) : [];
  if (asking.length > 0 && !dryRun) {
    const about = { id: contribution.id, reference };
    const approval = await askForApproval(
      { kind: 'decisions', contribution: about, command: { decisions }, rules: asking, editor, now },
      context,
    );
    return { ok: true, ...NOTHING, waiting: { approval, rules: asking } };
  }
  const created = await createProposedAgreements(planned, tx);
  for (const [id, agreement] of created) agreements.set(id, agreement);
  const met = created.size === 0 ? rivals : await findRivals(decidedCells(planned), contribution.id, tx);
  if (created.size > 0) await demandUnbiased(rivalsAt(planned, met), { editor, second }, tx);
  const settled = resolveCompetingChanges(planned, met);
  const secondedById = second?.userId ?? null;
  const done = await carryOut({ planned, settled, agreements, contribution, editor, secondedById, now }, context);
  if (!dryRun) return { ok: true, ...done, waiting: null, effects: [] };
  const waiting = asking.length > 0 ? { approval: null, rules: asking } : null;
  return { ok: true, ...done, waiting, effects: await effectsOf({ planned, settled, agreements }, tx) };
}

/** The contribution that is decided on, and those that are decided along. */
const concernedIn = ({ id }: ContributionForDecision, ...[planned, rivals]: Parameters<typeof rivalsAt>): string[] => [
  id,
  ...rivalsAt(planned, rivals).map((rival) => rival.id),
];

type CarryOutInput = {
  planned: Planned[];
  settled: Settled[];
  agreements: Map<string, LockedAgreement>;
  contribution: ContributionForDecision;
  editor: Editor;
  secondedById: string | null;
  now: Date;
};

/** Writes statuses, revisions, decisions, audit and mail, and invalidates the pages that show them. */
async function carryOut(
  { planned, settled, agreements, contribution, editor, secondedById, now }: CarryOutInput,
  context: MutationContext,
): Promise<Pick<Decided, 'decided' | 'joined' | 'superseded' | 'revisions'>> {
  const { tx, invalidate } = context;
  await markDecided(planned, settled, now, tx);
  const revisions = await writeRevisions({ planned, settled, agreements, contribution, editor, secondedById, now }, tx);
  await recordDecisions({ planned, settled, revisions, editor, secondedById, now }, tx);
  await auditAndQueueMail({ planned, settled, revisions, contribution, editor, secondedById }, context);
  invalidate(TAGS.contribution(contribution.reference), ...(settled.length ? [TAGS.contributions] : []));
  // A proposal that equals what stands writes nothing, and yet confirms it: the page says so.
  const confirmed = planned.flatMap(({ outcome, change }) =>
    outcome === 'rejected' ? [] : (agreements.get(change.agreementId ?? '')?.slug ?? []),
  );
  const touched = [...revisions.map(({ slug }) => slug), ...confirmed];
  if (touched.length) invalidate(TAGS.dataset, ...touched.map(TAGS.agreement));
  const finished = [
    ...(contribution.authorId ? [contribution.id] : []),
    ...settled.map(({ rival }) => rival.contributionId),
  ];
  const published = await publishDecidedEditorProposals({ contributionIds: finished, now }, context);
  if (published.length) invalidate(TAGS.contributions, ...published.map(TAGS.contribution));
  return {
    decided: planned.length,
    ...countSettled(settled),
    revisions: revisions.map(({ slug, version }) => ({ agreement: slug, version })),
  };
}

/**
 * The contribution, locked for the rest of the transaction, if this editor may decide on it.
 * Throws DomainError `not_found`, a `Blocker` (lib/review/policy), or `not_allowed_in_status` (unless the status is
 * among `alsoIn`).
 */
export async function loadReviewable(
  reference: string,
  editor: Editor,
  tx: Tx,
  alsoIn: string[] = [],
): Promise<ContributionForDecision> {
  const contribution = await findForDecision(reference, editor.userId, tx);
  if (!contribution) throw new DomainError(failure('not_found'));
  const blocker = decisionBlocker(editor, contribution);
  if (blocker !== null) throw new DomainError(failure(blocker));
  if (![...DECIDABLE, ...alsoIn].includes(contribution.status)) throw new DomainError(failure('not_allowed_in_status'));
  return contribution;
}

type LockInput = {
  contribution: ContributionForDecision;
  decisions: CellDecision[];
  reference: string;
  editor: Editor;
  forRegister: boolean;
};

/** Locks the agreements concerned, and plans the decisions against their content at this moment. */
async function lockAndPlan({ contribution, decisions, ...deciding }: LockInput, tx: Tx) {
  const rows = await findChanges(
    contribution.id,
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
  return { agreements, planned: await planAll({ decisions, candidates, views, agreements, ...deciding }, tx) };
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
  reference: string;
  editor: Editor;
  forRegister: boolean;
};

/**
 * Plans every decision; refuses all of them if one can't be carried out. Decisions that are already recorded exactly so
 * are left out.
 */
async function planAll(
  { decisions, candidates, views, agreements, reference, editor, forRegister }: PlanInput,
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
    const plan = planDecision(decision, change, path, contributionSource(reference), views.get(change.id));
    if (isIssue(plan)) issues.push(plan);
    else if (isOfRegister(change.key) && plan.outcome !== 'rejected' && !forRegister)
      issues.push({ path, code: 'decided_in_register' });
    else if (planned.some((one) => one.change.agreementId === change.agreementId && writesSame(one, plan)))
      issues.push({ path, code: 'conflict' });
    else if (plan.cells.length > 0 && change.agreementId !== null && agreements.get(change.agreementId)?.retired)
      issues.push({ path, code: 'agreement_retired' });
    else planned.push(plan);
  });
  if (issues.length) throw new DomainError(failure(reasonOf(issues), issues));
  return planned;
}

const writesSame = (one: Planned, other: Planned) =>
  one.change.agreementId !== null && one.cells.some(({ key }) => other.cells.some((cell) => cell.key === key));

/** The reason that says most of what an editor must do: look up, reload, resolve, correct. */
function reasonOf(issues: Issue[]): Reason {
  const order = ['not_found', 'already_decided', 'stale', 'conflict'] as const;
  return order.find((reason) => issues.some((issue) => issue.code === reason)) ?? 'invalid';
}

/** Sets every status at once, each only where it still is pending: of two editors at the same moment one wins. */
async function markDecided(planned: Planned[], settled: Settled[], now: Date, tx: Tx): Promise<void> {
  const outcomes = [
    ...planned.map((one) => ({ id: one.change.id, status: one.outcome })),
    ...settled.map((one) => ({ id: one.rival.id, status: one.outcome })),
  ];
  const marked = await markChanges(outcomes, now, tx);
  if (marked.size === outcomes.length) return;
  const lost = planned.flatMap(({ change, path }) =>
    marked.has(change.id) ? [] : [{ path, code: 'already_decided' }],
  );
  throw new DomainError(failure('already_decided', lost));
}

const countSettled = (settled: Settled[]) => ({
  joined: settled.filter((one) => one.outcome === 'accepted').length,
  superseded: settled.filter((one) => one.outcome === 'superseded').length,
});
