import { findAgreements, listCriterionKeys, readCells } from '@/lib/agreements/cells';
import { isStoredFactKey } from '@/lib/agreements/facts/registry';
import { agreementsNamed, criteriaNamed } from '@/lib/agreements/facts/references';
import { contentHash } from '@/lib/contributions/content-hash';
import { takeBackPending } from '@/lib/contributions/corrections/resubmission';
import { changeStatus } from '@/lib/contributions/status';
import { findStoredProposal, editorSubmission, storeEditorProposal } from '@/lib/contributions/editor-proposals';
import { statesBefore } from '@/lib/contributions/state';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Issue, Result } from '@/lib/platform/errors';
import { failure, DomainError } from '@/lib/platform/errors';
import { TAGS } from '@/lib/platform/cache/tags';
import { mergeCell } from './merge';
import type { Editor } from '@/lib/accounts/policy';
import type { EditorProposal } from './editor-proposal-schema';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

type ProposeInput = { editor: Editor; proposal: EditorProposal; now?: Date };

/**
 * Stores an editor's own proposal for one agreement: from here on it waits, and is decided, like any other. Sending it
 * again returns the same reference; the same form sent with other content, from the page one went back to, is another
 * proposal.
 * Reasons: `not_found` (no such agreement, or a retired one), `invalid` with issues (`unknown_criterion`,
 * `unknown_version`, `cell_proposed_twice`, `unknown_agreement` and `relation_to_itself` for a relation, `stands_already`: the cell holds the proposed value).
 */
export function submitEditorProposal({
  editor,
  proposal,
  now = new Date(),
}: ProposeInput): Promise<Result<{ reference: string }>> {
  const { submissionKey, ...rest } = proposal;
  return mutation({ actor: editor }, async (context) => {
    const { tx } = context;
    const [first, hash] = [`own:${editor.userId}:${submissionKey}`, contentHash(editorSubmission([rest]))];
    const sent = await findStoredProposal(first, tx);
    const key = sent && sent.contentHash !== hash ? `${first}:${hash}` : first;
    const stored = key === first ? sent : await findStoredProposal(key, tx);
    if (stored) return { ok: true, reference: stored.reference };
    const issues = await faultsOf(proposal, tx);
    if (issues.length) throw new DomainError(failure('invalid', issues));
    const { reference } = await storeEditorProposal(
      { authorId: editor.userId, proposals: [rest], submissionKey: key, now },
      context,
    );
    return { ok: true, reference };
  });
}

async function faultsOf(proposal: EditorProposal, tx: Tx): Promise<Issue[]> {
  const known = new Set(await listCriterionKeys(tx));
  const currentCells = proposal.kind === 'update' ? await loadCurrentCells(proposal.agreement, tx) : {};
  const named = proposal.changes.flatMap(({ cell, value }) => agreementsNamed(cell, value).map(({ slug }) => slug));
  const agreements = await findAgreements(named, tx);
  const seen = new Set<string>();
  return proposal.changes.flatMap(({ cell, value, note, source, asOf }, index) => {
    const path = `changes.${index}`;
    if (!isStoredFactKey(cell) && !known.has(cell)) return [{ path: `${path}.cell`, code: 'unknown_criterion' }];
    if (seen.has(cell)) return [{ path: `${path}.cell`, code: 'cell_proposed_twice' }];
    seen.add(cell);
    const [unknown] = criteriaNamed(cell, value).filter(({ slug }) => !known.has(slug));
    if (unknown) return [{ path: `${path}.value.${unknown.part}`, code: 'unknown_criterion' }];
    const [named] = agreementsNamed(cell, value);
    if (named && proposal.kind === 'update' && named.slug === proposal.agreement)
      return [{ path: `${path}.value.${named.part}`, code: 'relation_to_itself' }];
    if (named && !agreements.has(named.slug))
      return [{ path: `${path}.value.${named.part}`, code: 'unknown_agreement' }];
    const current = currentCells[cell] ?? null;
    return mergeCell(current, current, { value, note: note ?? null, source, asOf: asOf ?? null }) === 'unchanged'
      ? [{ path: `${path}.value`, code: 'stands_already' }]
      : [];
  });
}

async function loadCurrentCells(slug: string, tx: Tx) {
  // A retired agreement has its cells still, but is not to be changed.
  const agreement = (await findAgreements([slug], tx)).get(slug);
  if (!agreement) throw new DomainError(failure('not_found'));
  return Object.fromEntries(
    (await readCells([agreement.id], tx)).map(({ key, value, note, source, asOf }) => [
      key,
      { value, note, source, asOf },
    ]),
  );
}

/** A contribution that was taken down stays so, also after decisions about its cells. */
const UNSETTLED = statesBefore('published').filter((status) => status !== 'unpublished');

/**
 * Publishes those of these contributions that are editors' own and have no undecided cell left, so that readers can
 * follow a value of the dataset to its proposal. Returns their references, whose pages have changed. A contribution
 * that another transaction is deciding on is left out, because the two could wait for each other.
 */
export async function publishDecidedEditorProposals(
  { contributionIds, now }: { contributionIds: string[]; now: Date },
  context: MutationContext,
): Promise<string[]> {
  const { tx } = context;
  if (contributionIds.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string; reference: string }[]>(Prisma.sql`
    SELECT c.id, c.reference FROM contributions c
    WHERE c.id = ANY(${[...new Set(contributionIds)]}::uuid[]) AND c.author_id IS NOT NULL AND c.status = ANY(${UNSETTLED}::contribution_status[])
      AND NOT EXISTS (SELECT 1 FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status = 'pending')
    ORDER BY c.id FOR NO KEY UPDATE OF c SKIP LOCKED`);
  for (const { id } of rows) {
    const changed = await changeStatus({ id, to: 'published', now }, context);
    if (!changed.ok) throw new DomainError(changed);
  }
  return rows.map(({ reference }) => reference);
}

type TakeBackInput = { editor: Editor; reference: string; now?: Date };

/**
 * Withdraws the undecided cells of an editor's own proposal. Only its author can; decided cells stay.
 * Reasons: `not_found` (also for another editor's proposal), `nothing_to_decide` (everything is decided).
 */
export function withdrawEditorProposal({ editor, reference, now = new Date() }: TakeBackInput): Promise<Result> {
  return mutation({ actor: editor }, (context) => takeBack({ editor, reference, now }, context));
}

async function takeBack(
  { editor, reference, now }: Required<TakeBackInput>,
  context: MutationContext,
): Promise<Result> {
  const { tx, invalidate } = context;
  const [row] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM contributions WHERE reference = ${reference} AND author_id = ${editor.userId} AND status <> 'withdrawn' FOR NO KEY UPDATE`);
  if (!row) throw new DomainError(failure('not_found'));
  if ((await tx.proposedChange.count({ where: { contributionId: row.id, status: 'pending' } })) === 0)
    throw new DomainError(failure('nothing_to_decide'));
  await takeBackPending(row.id, now, tx);
  const decided = await tx.proposedChange.count({ where: { contributionId: row.id, status: { not: 'withdrawn' } } });
  if (decided === 0) {
    const changed = await changeStatus({ id: row.id, to: 'withdrawn', now }, context);
    if (!changed.ok) throw new DomainError(changed);
  } else {
    await publishDecidedEditorProposals({ contributionIds: [row.id], now }, context);
  }
  invalidate(TAGS.contributions, TAGS.contribution(reference));
  return { ok: true };
}
