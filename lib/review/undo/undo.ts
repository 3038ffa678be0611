import { isNameField } from '@/lib/agreements/facts/registry';
import { lockAgreements, writeRevision } from '@/lib/agreements/revisions';
import type { CellWrite } from '@/lib/agreements/revisions';
import { DECIDABLE } from '@/lib/contributions/state';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { TAGS } from '@/lib/platform/cache/tags';
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
import type { RevisedCell, UndoableRevision } from './commands';
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
 * Takes back what one version of an agreement changed, or these cells of it, as a new revision with a reason; history stays.
 * What has been changed again since is left alone. The proposals it decided, and those that lost to them, are pending again.
 * Undoing an undoing brings back what it took away.
 * Reasons: `not_found`, a `Hindrance` (lib/review/policy) on any contribution it concerns, `undone_already`, `nothing_to_undo` (replaced since, an import, or the
 * name of an agreement that began with it: retire that one instead).
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
 * Takes back everything that was decided in one go on a contribution: accepted cells in the dataset, and rejected ones, which
 * are pending again. Reasons: those of `undoRevision`.
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

/** Whoever holds several contributions at a time waits for the others who do: two of them could each hold what the other one needs. */
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

type Target = { revision: string; /** Null: all of its cells. */ keys: string[] | null };
export type UndoInput = Undoing & {
  targets: Target[];
  back: string[];
  /** Who has agreed to it as second editor. */ second?: Editor;
};

/** The undoing itself, in the caller's transaction. Throws DomainError for each reason of `undoRevision`. */
export async function undo({ targets, back, second, ...input }: UndoInput, context: MutationContext): Promise<Undone> {
  const { tx, audit, invalidate } = context;
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
  // What comes back is decided as well: whose value it is may not be the own organisation either.
  await demandUnbiased(
    (
      await listBringers(
        works.flatMap(({ cells }) => cells),
        tx,
      )
    ).map((id) => ({ id })),
    deciders,
    tx,
  );
  const asking = secondedById === undefined ? await rulesForUndoing(works, tx) : [];
  const [first] = found;
  if (asking.length > 0 && first) {
    const command = {
      reason,
      again,
      back,
      targets: works.map(({ revision, cells }) => ({ revision: revision.id, keys: cells.map(({ key }) => key) })),
    };
    return {
      ...NOTHING,
      waiting: await askForApproval(
        { kind: 'undoing', agreement: { id: first.agreementId }, command, rules: asking, editor, now },
        context,
      ),
    };
  }
  const revisions: Undone['revisions'] = [];
  for (const { revision, cells } of works)
    if (cells.length > 0)
      revisions.push(await takeBack({ revision, cells, reason, editor, secondedById, now }, context));
  const decided =
    revisions.length > 0
      ? await listDecidedBy(
          works.map(({ revision, cells }) => ({ revision: revision.id, keys: cells.map(({ key }) => key) })),
          tx,
        )
      : [];
  const returned = again ? await putBack([...back, ...decided], now, tx) : [];
  if (revisions.length === 0 && returned.length === 0)
    throw new DomainError(failure((await wasUndone(found, tx)) ? 'undone_already' : 'nothing_to_undo'));
  for (const { contributionId, changes } of returned) {
    await audit({
      action: 'changes.put_back',
      subject: { kind: 'contribution', id: contributionId },
      details: { changes },
    });
  }
  invalidate(
    ...(await tagsOf(
      returned.map(({ contributionId }) => contributionId),
      tx,
    )),
  );
  return {
    ...NOTHING,
    revisions,
    back: returned.reduce((sum, { changes }) => sum + changes, 0),
    left: works.flatMap((work) => work.left),
  };
}

const NOTHING: Undone = { revisions: [], back: 0, left: [], waiting: null };

const ownersOf = async (changes: string[], tx: Tx) =>
  (await tx.proposedChange.findMany({ where: { id: { in: changes } }, select: { contributionId: true } })).map(
    (row) => row.contributionId,
  );

/**
 * Holds the contributions concerned in one order, before any agreement, as decisions do. Whoever may not decide on the one
 * that a revision is credited to may not undo the decision either.
 */
async function holdContributions(ids: string[], deciders: Parameters<typeof demandUnbiased>[1], tx: Tx): Promise<void> {
  await tx.$queryRaw(
    Prisma.sql`SELECT 1 FROM contributions WHERE id = ANY(${[...new Set(ids)]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
  );
  await demandUnbiased(
    [...new Set(ids)].map((id) => ({ id })),
    deciders,
    tx,
  );
}

type Work = { revision: UndoableRevision; cells: RevisedCell[]; left: string[] };

/** The cells of a revision that can be taken back: those that nothing has changed since. Throws DomainError `not_found` for a cell it did not touch. */
function planUndoing(revision: UndoableRevision, revised: RevisedCell[], targets: Target[]): Work {
  const keys = targets.find((target) => target.revision === revision.id)?.keys ?? revised.map(({ key }) => key);
  if (keys.some((key) => !revised.some((cell) => cell.key === key))) throw new DomainError(failure('not_found'));
  const wanted = revised.filter(({ key }) => keys.includes(key));
  const undoable = revision.kind === 'decision' || revision.kind === 'revert';
  // An agreement has a name as long as there is one.
  const cells = wanted.filter((cell) => undoable && cell.stands && !(cell.before === null && isNameField(cell.key)));
  return { revision, cells, left: wanted.filter((cell) => !cells.includes(cell)).map(({ key }) => key) };
}

async function rulesForUndoing(works: Work[], tx: Tx): Promise<RuleAction[]> {
  const rules = await readRules(tx);
  const cells = works.flatMap((work) => work.cells);
  return [
    ...(rules.rename && cells.some(({ key }) => isNameField(key)) ? (['rename'] as const) : []),
    ...(rules.bulk !== null && cells.length >= rules.bulk ? (['bulk'] as const) : []),
  ];
}

type TakingBack = {
  revision: UndoableRevision;
  cells: RevisedCell[];
  reason: string;
  editor: Editor;
  secondedById?: string;
  now: Date;
};

async function takeBack(
  { revision, cells, reason, editor, secondedById, now }: TakingBack,
  { tx, audit, invalidate }: MutationContext,
): Promise<{ agreement: string; version: number }> {
  const common = {
    kind: 'revert',
    agreementId: revision.agreementId,
    userId: editor.userId,
    contributionId: null,
    at: now,
  } as const;
  const summary = `Undoes version ${revision.version}`;
  const { version } = await writeRevision(
    { ...common, summary, reason, secondedById, revertsId: revision.id, cells: cells.map(asBefore) },
    tx,
  );
  await audit({
    action: 'revision.undone',
    subject: { kind: 'agreement', id: revision.agreementId },
    details: {
      version,
      undoes: revision.version,
      cells: cells.map(({ key }) => key),
      ...(secondedById !== undefined && { secondedBy: secondedById }),
    },
  });
  invalidate(TAGS.dataset, TAGS.agreement(revision.slug));
  return { agreement: revision.slug, version };
}

function asBefore({ key, before, currentVersion, originId, originAt }: RevisedCell): CellWrite {
  const content = before && { value: before.value, note: before.note, source: before.source };
  return {
    key,
    content,
    asOf: before?.asOf,
    seenVersion: currentVersion,
    ...(originId !== null && { origin: { revisionId: originId, decidedAt: originAt } }),
  };
}

/**
 * Puts decided changes back for decision, each as a copy of the next round. Left out: what is pending again already, here or in
 * a later version of its contribution, and contributions of which nothing can be decided any more. Returns how many of which.
 */
async function putBack(changeIds: string[], now: Date, tx: Tx): Promise<{ contributionId: string; changes: number }[]> {
  const rows = await tx.$queryRaw<{ contributionId: string }[]>(Prisma.sql`
    INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, round, base, base_version, value, note, source, status_at)
    SELECT gen_random_uuid(), x.proposal_id, x.contribution_id, x.agreement_id, x.key, x.criterion_key, x.round + 1, x.base, x.base_version, x.value, x.note, x.source, ${now}
    FROM proposed_changes x JOIN contributions c ON c.id = x.contribution_id
    WHERE x.id = ANY(${changeIds}::uuid[]) AND x.status IN ('accepted', 'amended', 'rejected', 'superseded')
      AND c.status = ANY(${DECIDABLE}::contribution_status[])
      AND NOT EXISTS (
        SELECT 1 FROM proposed_changes y JOIN proposals p ON p.id = y.proposal_id JOIN contribution_revisions r ON r.id = p.revision_id
        WHERE y.contribution_id = x.contribution_id AND y.key = x.key AND y.agreement_id IS NOT DISTINCT FROM x.agreement_id AND y.id <> x.id
          AND (y.status = 'pending' OR (y.proposal_id = x.proposal_id AND y.round > x.round))
          AND (y.agreement_id IS NOT NULL OR y.proposal_id = x.proposal_id))
    ON CONFLICT (proposal_id, key, round) DO NOTHING RETURNING contribution_id AS "contributionId"`);
  const ids = [...new Set(rows.map((row) => row.contributionId))].sort();
  return ids.map((contributionId) => ({
    contributionId,
    changes: rows.filter((row) => row.contributionId === contributionId).length,
  }));
}

const wasUndone = async (revisions: UndoableRevision[], tx: Tx) =>
  (await tx.revision.count({ where: { revertsId: { in: revisions.map(({ id }) => id) } } })) > 0;

/** The pages of contributions whose cells are open again. */
async function tagsOf(contributionIds: string[], tx: Tx): Promise<string[]> {
  const rows = await tx.contribution.findMany({ where: { id: { in: contributionIds } }, select: { reference: true } });
  const pages = rows.flatMap(({ reference }) => (reference === null ? [] : [TAGS.contribution(reference)]));
  return rows.length > 0 ? [TAGS.contributions, ...pages] : [];
}
