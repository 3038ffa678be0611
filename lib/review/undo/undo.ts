import { isNameField } from '@/lib/agreements/facts/registry';
import { lockAgreements } from '@/lib/agreements/revisions';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { askForApproval } from '@/lib/review/approvals/request-approval';
import { readRules } from '@/lib/review/approvals/approval-list';
import type { RuleAction } from '@/lib/review/approvals/rules';
import { demandUnbiased } from '@/lib/review/interests/conflict-of-interest';
import { loadReviewable } from '@/lib/review/decide';
import type { Editor } from '@/lib/accounts/policy';
import {
  findDecided,
  findRevisionId,
  findRevisions,
  listBringers,
  listCommand,
  listDecidedBy,
  listRevisedCells,
} from './commands';
import type { UndoableRevision } from './commands';
import { retractProposed } from '@/lib/review/participants/register';
import { putBack } from './put-back';
import { planUndoing, takeBack } from './take-back';
import type { Target, Work } from './take-back';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext, MutationOptions } from '@/lib/platform/mutation';

export type Undone = {
  revisions: { agreement: string; version: number }[];
  /** Proposed cells that are to be decided anew. */
  back: number;
  /** Cells that stay as they are, because something has changed them since. */
  left: string[];
  /** The request that waits for a second editor; then nothing is undone yet. */
  waiting: string | null;
};

type Common = {
  editor: Editor;
  reason: string;
  /** Puts the proposals concerned back for decision. */ again?: boolean;
  now?: Date;
};

/**
 * Undoes the changes of one version of an agreement, or these cells of it, by a new revision with a reason; history
 * stays. Cells that have changed again since stay as they are. The proposals it decided, and those that lost to them,
 * are pending again. Undoing an undoing restores what it removed.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy) on any contribution it concerns, `undone_already`,
 * `nothing_to_undo` (replaced since, an import, or the name of an agreement that began with it: retire that one
 * instead).
 */
export function undoRevision({
  agreement,
  version,
  keys,
  again = true,
  ...input
}: Common & { agreement: string; version: number; keys?: string[] }): Promise<Result<Undone>> {
  return undoing({ actor: input.editor, command: 'undo' }, async (context) => {
    const revision = await findRevisionId(agreement, version, context.tx);
    if (revision === null) throw new DomainError(failure('not_found'));
    return undo({ now: new Date(), ...input, again, targets: [{ revision, keys: keys ?? null }], back: [] }, context);
  });
}

/**
 * Undoes everything that was decided by one command on a contribution: accepted cells in the dataset, and rejected
 * ones, which are pending again. Reasons: those of `undoRevision`.
 */
export function undoCommand({
  reference,
  command,
  again = true,
  ...input
}: Common & { reference: string; command: string }): Promise<Result<Undone>> {
  return undoing({ actor: input.editor, command: 'undo', reference }, async (context) => {
    const contribution = await loadReviewable(reference, input.editor, context.tx, SETTLED);
    const decisions = await listCommand(command, contribution.id, context.tx);
    if (decisions.length === 0) throw new DomainError(failure('not_found'));
    return undoDecisions({ now: new Date(), ...input, again, contributionId: contribution.id, decisions }, context);
  });
}

/** The same for one proposed cell, however it was decided. Reasons: those of `undoRevision`. */
export function decideAnew({
  reference,
  change,
  again = true,
  ...input
}: Common & { reference: string; change: string }): Promise<Result<Undone>> {
  return undoing({ actor: input.editor, command: 'decide_anew', reference }, async (context) => {
    const contribution = await loadReviewable(reference, input.editor, context.tx, SETTLED);
    const decided = await findDecided(change, contribution.id, context.tx);
    if (!decided) throw new DomainError(failure('not_found'));
    return undoDecisions(
      { now: new Date(), ...input, again, contributionId: contribution.id, decisions: [decided] },
      context,
    );
  });
}

/** Nothing can be decided in these any more, but what was can be undone in the dataset. */
const SETTLED = ['declined', 'withdrawn'];

function undoing(
  options: MutationOptions,
  work: (context: MutationContext) => Promise<Undone>,
): Promise<Result<Undone>> {
  return mutation(options, async (context) => {
    await lockReviewCommands(context.tx);
    return { ok: true, ...(await work(context)) };
  });
}

/**
 * Commands that lock several contributions wait for each other, because two of them could each hold what the other one
 * needs.
 */
export const lockReviewCommands = (tx: Tx) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('review.several-contributions'))`;

type DecisionRow = { changeId: string; revisionId: string | null; change: { key: string } };
type Undoing = Required<Common>;

async function undoDecisions(
  { contributionId, decisions, ...input }: Undoing & { contributionId: string; decisions: DecisionRow[] },
  context: MutationContext,
): Promise<Undone> {
  const { tx } = context;
  const revisions = [...new Set(decisions.flatMap(({ revisionId }) => revisionId ?? []))];
  const targets = revisions.map((revision) => ({
    revision,
    keys: decisions.filter((one) => one.revisionId === revision).map(({ change }) => change.key),
  }));
  const back = decisions.flatMap(({ changeId, revisionId }) => (revisionId === null ? [changeId] : []));
  const undone = await undo({ ...input, targets, back }, context);
  // A reason that no revision carries is kept where editors read it.
  if (undone.waiting === null && undone.revisions.length === 0)
    await tx.note.create({
      data: { contributionId, userId: input.editor.userId, text: input.reason },
      select: { id: true },
    });
  return undone;
}

export type UndoInput = Undoing & {
  targets: Target[];
  back: string[];
  /** Who has agreed to it as second editor. */ second?: Editor;
};

/** The undoing itself, in the caller's transaction. Throws DomainError for each reason of `undoRevision`. */
export async function undo({ targets, back, second, ...input }: UndoInput, context: MutationContext): Promise<Undone> {
  const { tx } = context;
  const { editor, reason, again, now } = input;
  const secondedById = second?.userId;
  const deciders = { editor, second: second ?? null };
  const found = await findRevisions(
    targets.map(({ revision }) => revision),
    tx,
  );
  await holdContributions(
    [...found.flatMap(({ contributionIds }) => contributionIds), ...(await ownersOf(back, tx))],
    deciders,
    tx,
  );
  await lockAgreements(
    found.map(({ agreementId }) => agreementId),
    tx,
  );
  const works: Work[] = [];
  for (const revision of found) works.push(planUndoing(revision, await listRevisedCells(revision, tx), targets));
  await demandUnbiasedBringers(works, deciders, tx);
  const asking = secondedById === undefined ? await rulesForUndoing(works, tx) : [];
  const [first] = found;
  if (asking.length > 0 && first) {
    const command = { reason, again, back, targets: works.map(targetOf) };
    const waiting = await askForApproval(
      { kind: 'undoing', agreement: { id: first.agreementId }, command, rules: asking, editor, now },
      context,
    );
    return { ...NOTHING, waiting };
  }
  const revisions: Undone['revisions'] = [];
  for (const { revision, cells } of works)
    if (cells.length > 0)
      revisions.push(await takeBack({ revision, cells, reason, editor, secondedById, now }, context));
  const decided = revisions.length > 0 ? await listDecidedBy(works.map(targetOf), tx) : [];
  const returned = again ? await putBack([...back, ...decided], now, context) : 0;
  const retracted = await retractProposed({ editor, changeIds: back, reason }, context);
  if (revisions.length === 0 && returned === 0 && retracted === 0)
    throw new DomainError(failure((await wasUndone(found, tx)) ? 'undone_already' : 'nothing_to_undo'));
  return { ...NOTHING, revisions, back: returned, left: works.flatMap((work) => work.left) };
}

const targetOf = ({ revision, cells }: Work) => ({ revision: revision.id, keys: cells.map(({ key }) => key) });

const NOTHING: Undone = { revisions: [], back: 0, left: [], waiting: null };

const ownersOf = async (changes: string[], tx: Tx) =>
  (await tx.proposedChange.findMany({ where: { id: { in: changes } }, select: { contributionId: true } })).map(
    (row) => row.contributionId,
  );

type Deciders = Parameters<typeof demandUnbiased>[1];

/**
 * Locks the contributions in one order, before any agreement, as decisions do. Editors who may not decide on the
 * contribution that a revision is credited to may not undo the decision either.
 */
async function holdContributions(ids: string[], deciders: Deciders, tx: Tx): Promise<void> {
  await tx.$queryRaw(
    Prisma.sql`SELECT 1 FROM contributions WHERE id = ANY(${[...new Set(ids)]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
  );
  await demandUnbiased(
    [...new Set(ids)].map((id) => ({ id })),
    deciders,
    tx,
  );
}

/** The value that comes back is decided as well, so it may not come from the editor's own organisation. */
async function demandUnbiasedBringers(works: Work[], deciders: Deciders, tx: Tx): Promise<void> {
  const cells = works.flatMap((work) => work.cells);
  const bringers = await listBringers(cells, tx);
  await demandUnbiased(
    bringers.map((id) => ({ id })),
    deciders,
    tx,
  );
}

async function rulesForUndoing(works: Work[], tx: Tx): Promise<RuleAction[]> {
  const rules = await readRules(tx);
  const cells = works.flatMap((work) => work.cells);
  return [
    ...(rules.rename && cells.some(({ key }) => isNameField(key)) ? (['rename'] as const) : []),
    ...(rules.bulk !== null && cells.length >= rules.bulk ? (['bulk'] as const) : []),
  ];
}

const wasUndone = async (revisions: UndoableRevision[], tx: Tx) =>
  (await tx.revision.count({ where: { revertsId: { in: revisions.map(({ id }) => id) } } })) > 0;
