import { DECIDABLE } from '@/lib/contributions/state';
import { TAGS } from '@/lib/platform/cache/tags';
import type { Tx } from '@/lib/platform/db/client';
import { Prisma, db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { DomainError, failure } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { mutation } from '@/lib/platform/mutation';
import { demandUnbiased } from '@/lib/review/interests/conflict-of-interest';
import { lockReviewCommands } from '@/lib/review/undo/undo';
import { loadReviewable } from './decide';
import type { Editor } from '@/lib/accounts/policy';

type Common = { editor: Editor; reference: string; /** The proposal's id. */ proposal: string };

/**
 * Groups two proposals for a new agreement, of two contributions: from now on their cells are rivals, and the first
 * accepted name makes one agreement of both. The contributors' words stay as they are.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy), `not_allowed_in_status`, `different_target` (one of them is in
 * the dataset by now, or both are of the same contribution), `already_in_status`.
 */
export function mergeNewProposals({ editor, reference, proposal, into }: Common & { into: string }): Promise<Result> {
  return mutation({ actor: editor, command: 'merge_proposals', reference }, async (context) => {
    const { tx } = context;
    await lockReviewCommands(tx);
    const other = await tx.proposal.findUnique({
      where: { id: into },
      select: { contribution: { select: { reference: true } } },
    });
    if (!other?.contribution.reference) throw new DomainError(failure('not_found'));
    for (const one of [reference, other.contribution.reference].sort()) await loadReviewable(one, editor, tx);
    const [mine, lead] = [
      await findNew(proposal, reference, tx),
      await findNew(into, other.contribution.reference, tx),
    ];
    if (!mine || !lead) throw new DomainError(failure('not_found'));
    if (reference === other.contribution.reference || mine.agreementId !== null || lead.agreementId !== null)
      throw new DomainError(failure('different_target'));
    const [from, to] = [mine.sameAsId ?? mine.id, lead.sameAsId ?? lead.id];
    if (from === to) throw new DomainError(failure('already_in_status'));
    // The whole group comes along, so all of it has to be theirs to decide.
    const group = await tx.proposal.findMany({
      where: { OR: [from, to].flatMap((id) => [{ id }, { sameAsId: id }]) },
      select: { contributionId: true },
    });
    await demandUnbiased(
      group.map(({ contributionId }) => ({ id: contributionId })),
      { editor, second: null },
      tx,
    );
    if (await shareContribution(from, to, tx)) throw new DomainError(failure('different_target'));
    // The whole group goes along, so that there is never a chain.
    await tx.proposal.updateMany({ where: { OR: [{ id: from }, { sameAsId: from }] }, data: { sameAsId: to } });
    await recordTarget(
      { contributionId: mine.contributionId, action: 'proposal.merged', details: { proposal, into: to } },
      context,
    );
    return { ok: true };
  });
}

/** Takes a proposal out of the group it was brought into. Reasons: those of `mergeNewProposals`. */
export function separateProposal({ editor, reference, proposal }: Common): Promise<Result> {
  return mutation({ actor: editor, command: 'separate_proposal', reference }, async (context) => {
    const { tx } = context;
    await lockReviewCommands(tx);
    await loadReviewable(reference, editor, tx);
    const mine = await findNew(proposal, reference, tx);
    if (!mine) throw new DomainError(failure('not_found'));
    if (mine.agreementId !== null) throw new DomainError(failure('different_target'));
    await leaveGroup(mine.id, tx);
    await recordTarget(
      { contributionId: mine.contributionId, action: 'proposal.separated', details: { proposal } },
      context,
    );
    return { ok: true };
  });
}

/**
 * Links a proposal for a new agreement to one that is in the dataset: its cells are compared with the present content,
 * and decided like those of any update. The contributor's words stay as they are. This can't be undone: reject what
 * does not belong there. Reasons: those of `mergeNewProposals`; `not_found` also for an unknown or retired agreement.
 */
export function turnIntoUpdate({
  editor,
  reference,
  proposal,
  agreement: slug,
}: Common & { agreement: string }): Promise<Result> {
  return mutation({ actor: editor, command: 'turn_into_update', reference }, async (context) => {
    const { tx, invalidate } = context;
    await lockReviewCommands(tx);
    await loadReviewable(reference, editor, tx);
    const [agreement] = await tx.$queryRaw<{ id: string; version: number }[]>`
        SELECT id, version FROM agreements WHERE slug = ${slug} AND retired_at IS NULL AND version > 0 FOR NO KEY UPDATE`;
    const mine = await findNew(proposal, reference, tx);
    if (!agreement || !mine) throw new DomainError(failure('not_found'));
    if (mine.agreementId === agreement.id) return { ok: true };
    const taken = await tx.proposal.count({ where: { revisionId: mine.revisionId, agreementId: agreement.id } });
    if (mine.agreementId !== null || taken > 0) throw new DomainError(failure('different_target'));
    await leaveGroup(mine.id, tx);
    await tx.proposal.update({
      where: { id: mine.id },
      data: { agreementId: agreement.id, sameAsId: null },
      select: { id: true },
    });
    await rebase(mine.id, agreement, tx);
    await recordTarget(
      {
        contributionId: mine.contributionId,
        action: 'proposal.turned_into_update',
        details: { proposal, agreement: slug },
      },
      context,
    );
    invalidate(TAGS.contribution(reference), TAGS.contributions);
    return { ok: true };
  });
}

/** What each cell is compared with from now on: the present content. */
async function rebase(proposalId: string, agreement: { id: string; version: number }, tx: Tx): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE proposed_changes x SET agreement_id = ${agreement.id}::uuid, base_version = ${agreement.version},
      base = (SELECT jsonb_build_object('value', c.value, 'note', c.note, 'source', c.source)
        || CASE WHEN c.as_of IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('asOf', c.as_of) END FROM cells c WHERE c.agreement_id = ${agreement.id}::uuid AND c.key = x.key)
    WHERE x.proposal_id = ${proposalId}::uuid`);
}

const findNew = (id: string, reference: string, tx: Tx) =>
  tx.proposal.findFirst({
    where: { id, kind: 'new', contribution: { reference } },
    select: { id: true, contributionId: true, revisionId: true, agreementId: true, sameAsId: true },
  });

/** Two proposals of one contribution can't become the same agreement: it would propose each of its cells twice. */
async function shareContribution(one: string, other: string, tx: Tx): Promise<boolean> {
  const rows = await tx.proposal.findMany({
    where: { OR: [one, other].flatMap((id) => [{ id }, { sameAsId: id }]) },
    select: { id: true, sameAsId: true, contributionId: true },
  });
  const members = (id: string) =>
    new Set(rows.filter((row) => row.id === id || row.sameAsId === id).map((row) => row.contributionId));
  const others = members(other);
  return [...members(one)].some((contributionId) => others.has(contributionId));
}

/** Proposals that are left without the one they were grouped by get another. */
async function leaveGroup(id: string, tx: Tx): Promise<void> {
  const left = await tx.proposal.findMany({ where: { sameAsId: id }, orderBy: { id: 'asc' }, select: { id: true } });
  const [lead, ...rest] = left.map((row) => row.id);
  if (lead !== undefined) {
    await tx.proposal.update({ where: { id: lead }, data: { sameAsId: null }, select: { id: true } });
    await tx.proposal.updateMany({ where: { id: { in: rest } }, data: { sameAsId: lead } });
  }
  await tx.proposal.update({ where: { id }, data: { sameAsId: null }, select: { id: true } });
}

type TargetEvent = { contributionId: string; action: string; details: Prisma.InputJsonObject };

const recordTarget = ({ contributionId, action, details }: TargetEvent, { audit }: MutationContext) =>
  audit({
    action,
    subject: { kind: 'contribution', id: contributionId },
    details,
  });

type Proposed = { id: string; reference: string; name: string };
/** A proposal for an agreement that is not in the dataset, and what it could be brought together with. */
export type OpenTarget = Proposed & {
  /** Proposals of others that are decided together with it. */
  together: Proposed[];
  /** Proposals of others that wait, too: those it could be decided together with. */
  others: Proposed[];
};

const OPEN = [...DECIDABLE];
const ROW = {
  id: true,
  sameAsId: true,
  contribution: { select: { reference: true } },
  changes: { where: { key: 'name' }, orderBy: { round: 'desc' }, take: 1, select: { value: true } },
} as const;

/** More than an editor chooses from a list; the newest. */
const MOST = 100;

/** The proposals of a contribution for new agreements that nothing has been accepted of yet. */
export async function listOpenTargets(reference: string): Promise<OpenTarget[]> {
  const waiting = { kind: 'new', agreementId: null, changes: { some: { status: 'pending' } } } as const;
  const mine = await db.proposal.findMany({
    where: { ...waiting, contribution: { reference, status: { in: OPEN } } },
    orderBy: { position: 'asc' },
    select: ROW,
  });
  if (mine.length === 0) return [];
  const rows = await db.proposal.findMany({
    where: { ...waiting, contribution: { reference: { not: reference }, status: { in: OPEN } } },
    orderBy: [{ contribution: { submittedAt: 'desc' } }, { position: 'asc' }],
    take: MOST,
    select: ROW,
  });
  const groupOf = ({ id, sameAsId }: { id: string; sameAsId: string | null }) => sameAsId ?? id;
  return mine.map((row) => ({
    ...named(row),
    together: rows.filter((other) => groupOf(other) === groupOf(row)).map(named),
    others: rows.filter((other) => groupOf(other) !== groupOf(row)).map(named),
  }));
}

/** A proposed new agreement of a contribution, and the proposal of its twin for one of the same name. */
export type TwinTarget = { proposal: string; into: string; name: string };

/** The new agreements that a contribution and its twin both propose, and that are not decided together yet. */
export async function listTwinTargets({ reference, twin }: { reference: string; twin: string }): Promise<TwinTarget[]> {
  const targets = await listOpenTargets(reference);
  return targets.flatMap(({ id, name, others }) => {
    const other = others.find((one) => one.reference === twin && one.name === name);
    return other ? [{ proposal: id, into: other.id, name }] : [];
  });
}

type Row = { id: string; contribution: { reference: string | null }; changes: { value: unknown }[] };
const named = ({ id, contribution, changes }: Row): Proposed => ({
  id,
  reference: contribution.reference ?? '',
  name: String(changes[0]?.value ?? ''),
});
