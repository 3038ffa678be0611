import type { Editor } from '@/lib/accounts/policy';
import type { LockedAgreement } from '@/lib/agreements/revisions';
import { DECIDABLE } from '@/lib/contributions/state';
import { markChanges } from '@/lib/contributions/status';
import { TAGS } from '@/lib/platform/cache/tags';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { readRules } from '@/lib/review/approvals/approval-list';
import { isEnteredBy } from '@/lib/review/approvals/entered';
import { askForApproval } from '@/lib/review/approvals/request-approval';
import type { ApprovalSubject } from '@/lib/review/approvals/request-approval';
import { rulesFor } from '@/lib/review/approvals/rules';
import type { RuleAction } from '@/lib/review/approvals/rules';
import { demandUnbiased } from '@/lib/review/interests/conflict-of-interest';
import { findForDecision, findRivals } from './changes';
import type { ContributionForDecision } from './changes';
import { decidedCells, rivalsAt, resolveCompetingChanges } from './competing-changes';
import type { Settled } from './competing-changes';
import { effectsOf } from './decision-effects';
import type { Effect } from './decision-effects';
import { publishDecidedEditorProposals } from './editor-proposals';
import { createProposedAgreements, recordDecisions, auditAndQueueMail, writeRevisions } from './persistence';
import type { Planned } from './plan';
import { lockAndPlan } from './plan-decisions';
import { decisionBlocker } from './policy';
import type { CellDecision } from './schema';

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
export async function decide({ reference, ...input }: Deciding, context: MutationContext): Promise<Result<Decided>> {
  const contribution = await loadReviewable(reference, input.editor, context.tx);
  const subject = { contribution: { id: contribution.id, reference } };
  return decideOn({ ...input, contributions: [contribution], subject }, context);
}

type DecidingOn = Omit<Deciding, 'reference'> & {
  /** The contributions whose changes are decided: locked, and the editor may decide on each. */
  contributions: readonly ContributionForDecision[];
  /** What a request for a second editor is about. */
  subject: ApprovalSubject;
};

/**
 * Decides changes of one contribution or of several in the caller's transaction, with one revision for each agreement.
 * Identical ones of several contributions are joined. Throws DomainError for each reason of `decideChanges`.
 */
export async function decideOn(
  { editor, contributions, subject, decisions, dryRun, now, second, forRegister = false }: DecidingOn,
  context: MutationContext,
): Promise<Result<Decided>> {
  const { tx } = context;
  if (contributions.some(({ awaitsConsent }) => awaitsConsent)) throw new DomainError(failure('consent_missing'));
  const rules = await readRules(tx);
  if (rules.own_proposal && contributions.some(({ authorId }) => authorId === editor.userId))
    throw new DomainError(failure('own_proposal'));
  const { planned, agreements } = await lockAndPlan({ contributions, decisions, editor, forRegister }, tx);
  if (planned.length === 0) return { ok: true, ...NOTHING };
  // Before a second editor is asked, because this editor may not ask for what they may not decide.
  const rivals = await findRivals(decidedCells(planned), planned, tx);
  await demandUnbiased(rivalsAt(planned, rivals), { editor, second }, tx);
  const entered =
    rules.on_behalf && (await isEnteredBy(concernedIn(contributions, planned, rivals), { editor, second }, tx));
  const asking = second === null && !forRegister ? rulesFor(planned, rules, entered) : [];
  if (asking.length > 0 && !dryRun) {
    const approval = await askForApproval(
      { kind: 'decisions', ...subject, command: { decisions }, rules: asking, editor, now },
      context,
    );
    return { ok: true, ...NOTHING, waiting: { approval, rules: asking } };
  }
  const created = await createProposedAgreements(planned, tx);
  for (const [id, agreement] of created) agreements.set(id, agreement);
  const met = created.size === 0 ? rivals : await findRivals(decidedCells(planned), planned, tx);
  if (created.size > 0) await demandUnbiased(rivalsAt(planned, met), { editor, second }, tx);
  const settled = resolveCompetingChanges(planned, met);
  const secondedById = second?.userId ?? null;
  const done = await carryOut({ planned, settled, agreements, contributions, editor, secondedById, now }, context);
  if (!dryRun) return { ok: true, ...done, waiting: null, effects: [] };
  const waiting = asking.length > 0 ? { approval: null, rules: asking } : null;
  return { ok: true, ...done, waiting, effects: await effectsOf({ planned, settled, agreements }, tx) };
}

/** The contributions that are decided on, and those that are decided along. */
const concernedIn = (
  contributions: readonly ContributionForDecision[],
  ...[planned, rivals]: Parameters<typeof rivalsAt>
): string[] => [...contributions, ...rivalsAt(planned, rivals)].map(({ id }) => id);

type CarryOutInput = {
  planned: Planned[];
  settled: Settled[];
  agreements: Map<string, LockedAgreement>;
  contributions: readonly ContributionForDecision[];
  editor: Editor;
  secondedById: string | null;
  now: Date;
};

/** Writes statuses, revisions, decisions, audit and mail, and invalidates the pages that show them. */
async function carryOut(
  { planned, settled, agreements, contributions, editor, secondedById, now }: CarryOutInput,
  context: MutationContext,
): Promise<Pick<Decided, 'decided' | 'joined' | 'superseded' | 'revisions'>> {
  const { tx, invalidate } = context;
  await markDecided(planned, settled, now, tx);
  const revisions = await writeRevisions(
    { planned, settled, agreements, contributions, editor, secondedById, now },
    tx,
  );
  await recordDecisions({ planned, settled, revisions, editor, secondedById, now }, tx);
  await auditAndQueueMail({ planned, settled, revisions, contributions, editor, secondedById }, context);
  const several = settled.length > 0 || contributions.length > 1;
  invalidate(
    ...contributions.map(({ reference }) => TAGS.contribution(reference)),
    ...(several ? [TAGS.contributions] : []),
  );
  // A proposal that equals what stands writes nothing, and yet confirms it: the page says so.
  const confirmed = planned.flatMap(({ outcome, change }) =>
    outcome === 'rejected' ? [] : (agreements.get(change.agreementId ?? '')?.slug ?? []),
  );
  const touched = [...revisions.map(({ slug }) => slug), ...confirmed];
  if (touched.length) invalidate(TAGS.dataset, ...touched.map(TAGS.agreement));
  const finished = [
    ...contributions.flatMap(({ id, authorId }) => (authorId ? [id] : [])),
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
  const [contribution] = await findForDecision([reference], editor.userId, tx);
  if (!contribution) throw new DomainError(failure('not_found'));
  const blocker = decisionBlocker(editor, contribution);
  if (blocker !== null) throw new DomainError(failure(blocker));
  if (![...DECIDABLE, ...alsoIn].includes(contribution.status)) throw new DomainError(failure('not_allowed_in_status'));
  return contribution;
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
