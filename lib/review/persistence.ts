import { randomUUID } from 'node:crypto';
import { createAgreement, writeRevision } from '@/lib/agreements/revisions';
import type { LockedAgreement } from '@/lib/agreements/revisions';
import type { CellContent } from '@/lib/agreements/schema';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import { queueMail } from '@/lib/notifications/outbox';
import { DRAFTED_KINDS } from '@/lib/notifications/schema';
import type { Planned } from './plan';
import type { Editor } from '@/lib/accounts/policy';
import type { ContributionForDecision } from './changes';
import type { Settled } from './competing-changes';
import type { MutationContext } from '@/lib/platform/mutation';

export type WrittenRevision = { agreementId: string; slug: string; revisionId: string; version: number };

/**
 * Creates the agreements that accepted cells of a new one need, and links the proposal to them, with those of other
 * contributions that are decided together with it. Returns them by id.
 * Throws DomainError `name_needed_first` if the name is neither accepted too nor there already, `invalid` if the chosen
 * slug is taken.
 */
export async function createProposedAgreements(planned: Planned[], tx: Tx): Promise<Map<string, LockedAgreement>> {
  const created = new Map<string, LockedAgreement>();
  const fresh = planned.filter(({ change, content }) => change.agreementId === null && content !== null);
  for (const proposalId of new Set(fresh.map(({ change }) => change.proposalId))) {
    const cells = fresh.filter(({ change }) => change.proposalId === proposalId);
    const text = (key: string) => {
      const value = cells.find(({ change }) => change.key === key)?.content?.value;
      return typeof value === 'string' ? value : undefined;
    };
    const name = text('name');
    if (name === undefined) throw new DomainError(failure('name_needed_first'));
    const named = cells.find(({ slug }) => slug !== undefined);
    const agreement = await createAgreement({ name, shortName: text('shortName') ?? name, slug: named?.slug }, tx);
    // What is permanent is as it was chosen or not at all: never with a number behind it.
    if (named && agreement.slug !== named.slug)
      throw new DomainError(failure('invalid', [{ path: `${named?.path}.slug`, code: 'slug_taken' }]));
    await tieProposals(proposalId, agreement.id, tx);
    for (const { change } of planned) if (change.proposalId === proposalId) change.agreementId = agreement.id;
    created.set(agreement.id, { slug: agreement.slug, name, retired: false });
  }
  return created;
}

/** The proposal, and every other that was found to be about the same new agreement, are about this one from now on. */
async function tieProposals(proposalId: string, agreementId: string, tx: Tx): Promise<void> {
  const alike = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    UPDATE proposals p SET agreement_id = ${agreementId}::uuid FROM proposals mine
    WHERE mine.id = ${proposalId}::uuid AND p.agreement_id IS NULL AND coalesce(p.same_as_id, p.id) = coalesce(mine.same_as_id, mine.id)
    RETURNING p.id`);
  await tx.proposedChange.updateMany({
    where: { proposalId: { in: alike.map(({ id }) => id) } },
    data: { agreementId },
  });
}

type RevisionsInput = {
  planned: Planned[];
  settled: Settled[];
  agreements: Map<string, { slug: string }>;
  contributions: readonly ContributionForDecision[];
  editor: Editor;
  secondedById: string | null;
  now: Date;
};

/**
 * One new revision for each agreement of which a cell changes, in the order in which the agreements are locked. Where
 * values of several contributions go in together, the revision is of none of them, and each cell is credited to its own
 * (docs/decisions/0057).
 */
export async function writeRevisions(
  { planned, settled, agreements, contributions, editor, secondedById, now }: RevisionsInput,
  tx: Tx,
): Promise<WrittenRevision[]> {
  const written: WrittenRevision[] = [];
  for (const agreementId of [...agreements.keys()].sort()) {
    const writing = planned.filter(({ change, cells }) => change.agreementId === agreementId && cells.length > 0);
    if (writing.length === 0) continue;
    const of = contributions.filter(({ id }) => writing.some(({ change }) => change.contributionId === id));
    const joined = settled.flatMap(({ outcome, rival, by }) =>
      outcome === 'accepted' && rival.agreementId === agreementId
        ? [{ key: creditedCell(by, rival.key), contributionId: rival.contributionId }]
        : [],
    );
    const credits = [...(of.length > 1 ? writing.flatMap(creditsOf) : []), ...joined];
    const cells = writing.flatMap((one) => one.cells);
    const common = {
      agreementId,
      kind: 'decision',
      summary: `Decision on ${namesOf(of)}`,
      userId: editor.userId,
      secondedById,
      contributionId: of.length === 1 ? (of[0]?.id ?? null) : null,
      at: now,
    } as const;
    written.push({
      agreementId,
      slug: agreements.get(agreementId)?.slug ?? '',
      ...(await writeRevision({ ...common, cells, credits }, tx)),
    });
  }
  return written;
}

const creditsOf = ({ change: { contributionId }, cells }: Planned) => cells.map(({ key }) => ({ key, contributionId }));

/** So many contributions are named in the line of a version. */
const NAMED = 3;

function namesOf(contributions: readonly ContributionForDecision[]): string {
  const references = contributions.map(({ reference }) => reference).sort();
  if (references.length <= NAMED + 1) return references.join(', ');
  return `${references.slice(0, NAMED).join(', ')} and ${references.length - NAMED} more`;
}

/** The cell that a rival with the same value is credited in: that of the view, where the value became one. */
const creditedCell = ({ as, change, cells }: Planned, key: string): string =>
  as !== undefined && change.key === key ? (cells.at(-1)?.key ?? key) : key;

type RecordInput = {
  planned: Planned[];
  settled: Settled[];
  revisions: WrittenRevision[];
  editor: Editor;
  secondedById: string | null;
  now: Date;
};

/** One decision row per change, whether decided here or settled along. */
export async function recordDecisions(
  { planned, settled, revisions, editor, secondedById, now }: RecordInput,
  tx: Tx,
): Promise<void> {
  const revisionOf = (one: Planned) =>
    one.cells.length > 0
      ? (revisions.find((row) => row.agreementId === one.change.agreementId)?.revisionId ?? null)
      : null;
  const common = { user_id: editor.userId, seconded_by_id: secondedById, command_id: randomUUID(), decided_at: now };
  const rows = [
    ...planned.map((one) => ({
      ...common,
      id: randomUUID(),
      change_id: one.change.id,
      outcome: one.outcome,
      ...valueColumns(one.content),
      reason: one.reason,
      revision_id: revisionOf(one),
      winner_id: null,
    })),
    ...settled.map(({ rival, outcome, content, by }) => ({
      ...common,
      id: randomUUID(),
      change_id: rival.id,
      outcome,
      ...valueColumns(outcome === 'accepted' ? content : null),
      reason: null,
      revision_id: outcome === 'accepted' ? revisionOf(by) : null,
      winner_id: outcome === 'superseded' ? by.change.id : null,
    })),
  ];
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO decisions (id, change_id, outcome, value, note, source, as_of, reason, user_id, seconded_by_id, command_id, decided_at, revision_id, winner_id)
    SELECT id, change_id, outcome::decision_outcome, CASE WHEN outcome IN ('accepted', 'amended') THEN coalesce(value, 'null'::jsonb) END, note, source, as_of, reason, user_id, seconded_by_id, command_id, decided_at, revision_id, winner_id
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, change_id uuid, outcome text, value jsonb, note text, source text, as_of text,
      reason text, user_id text, seconded_by_id text, command_id uuid, decided_at timestamptz, revision_id uuid, winner_id uuid)`);
}

const valueColumns = (content: CellContent | null) => ({
  value: content?.value ?? null,
  note: content?.note ?? null,
  source: content?.source ?? null,
  as_of: content?.asOf ?? null,
});

type TellInput = {
  planned: Planned[];
  settled: Settled[];
  revisions: WrittenRevision[];
  contributions: readonly ContributionForDecision[];
  editor: Editor;
  secondedById: string | null;
};

/** An audit event for every contribution decided on, and for all that are concerned a mail draft that an editor can read and edit first. */
export async function auditAndQueueMail(
  { planned, settled, revisions, contributions, editor, secondedById }: TellInput,
  { tx, audit }: MutationContext,
): Promise<void> {
  const events = contributions.map(({ id }) => {
    const isOf = ({ change }: Planned) => change.contributionId === id;
    const outcomes = Object.fromEntries(planned.filter(isOf).map(({ change, outcome }) => [change.id, outcome]));
    const along = settled.filter(({ by }) => isOf(by)).map(({ rival, outcome }) => [rival.id, outcome]);
    return { id, outcomes, settled: Object.fromEntries(along) };
  });
  for (const { id, ...decided } of events.filter(({ outcomes }) => Object.keys(outcomes).length > 0))
    await audit({
      action: 'changes.decided',
      subject: { kind: 'contribution', id },
      details: {
        ...decided,
        revisions: revisions.map(({ slug, version }) => ({ agreement: slug, version })),
        ...(secondedById !== null && { secondedBy: secondedById }),
        ...(editor.token !== undefined && { token: editor.token }),
      },
    });
  const concerned = [...planned.map(({ change }) => change), ...settled.map(({ rival }) => rival)];
  await draftDecisionMails(
    concerned.map(({ contributionId }) => contributionId),
    tx,
  );
}

/** A draft where decisions have been made of which no mail has told. */
export async function draftUntoldDecisions(contributionId: string, tx: Tx): Promise<void> {
  const told = await tx.mail.aggregate({
    where: { contributionId, kind: { in: [...DRAFTED_KINDS] }, status: 'sent' },
    _max: { statusAt: true },
  });
  const since = told._max.statusAt;
  const untold = await tx.decision.count({
    where: { change: { contributionId }, ...(since && { decidedAt: { gt: since } }) },
  });
  if (untold > 0) await draftDecisionMails([contributionId], tx);
}

/**
 * One draft per contribution that left an address; it collects decisions until it is sent, then the next one begins.
 * While the mail about publishing or declining is a draft, decisions are added to that one.
 */
async function draftDecisionMails(contributionIds: string[], tx: Tx): Promise<void> {
  // If an editor sends a draft at this moment, it either waits and includes these decisions, or has left: then the next
  // one begins.
  const drafts = await tx.$queryRaw<{ contribution_id: string }[]>`
    SELECT contribution_id FROM mails WHERE contribution_id = ANY(${[...new Set(contributionIds)]}::uuid[]) AND kind = ANY(${[...DRAFTED_KINDS]}::text[])
      AND status = 'draft' ORDER BY id FOR UPDATE`;
  const collecting = new Set(drafts.map((draft) => draft.contribution_id));
  const reachable = await tx.contact.findMany({
    where: {
      contributionId: { in: [...new Set(contributionIds)].filter((id) => !collecting.has(id)) },
      email: { not: null },
    },
    select: {
      contributionId: true,
      contribution: {
        select: { _count: { select: { mails: { where: { kind: 'decisions-made', status: { not: 'draft' } } } } } },
      },
    },
    orderBy: { contributionId: 'asc' },
  });
  for (const { contributionId, contribution } of reachable) {
    const dedupeKey = `decisions-made:${contributionId}:${contribution._count.mails}`;
    await queueMail(tx, {
      kind: 'decisions-made',
      to: { contributionId },
      payload: {},
      dedupeKey,
      status: 'draft',
      locale: 'en',
    });
  }
}
