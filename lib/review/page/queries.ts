import { cellId, listAgreementNames, listCriteria } from '@/lib/agreements/queries';
import { isFactField } from '@/lib/agreements/schema';
import type { CellContent } from '@/lib/agreements/schema';
import { readQuestionnaire } from '@/lib/calls/queries';
import { readParts } from '@/lib/contributions/parts/queries';
import { readSentBody } from '@/lib/contributions/corrections/queries';
import { listMessagesForReview } from '@/lib/contributions/messages/queries';
import { standingProposals } from '@/lib/contributions/standing';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/client';
import { mergeCell, sameProposal } from '@/lib/review/merge';
import type { MergeState } from '@/lib/review/merge';
import type { Editor } from '@/lib/review/policy';
import { isOwnOrganisation } from '@/lib/review/policy';
import { withCurrent } from '@/lib/review/queries';
import type { ChangeStatus } from '@/lib/review/state';

type Value = CellContent['value'];

export type ReviewRival = { reference: string; value: Value; note: string | null; source: string | null; identical: boolean };
export type ReviewDecision = {
  outcome: 'accepted' | 'amended' | 'rejected' | 'superseded';
  value: Value | null;
  note: string | null;
  source: string | null;
  reason: string | null;
  by: string;
  at: Date;
  winner: string | null;
};
export type ReviewChange = {
  id: string;
  key: string;
  title: string;
  status: ChangeStatus;
  base: CellContent | null;
  current: CellContent | null;
  /** What the decision must name as `seen`. */
  currentVersion: number;
  proposed: CellContent;
  /** Null once it is decided. */
  state: MergeState | null;
  rivals: ReviewRival[];
  decision: ReviewDecision | null;
};
export type ReviewProposal = {
  id: string;
  kind: 'update' | 'new';
  comment: string | null;
  agreement: { slug: string; name: string; shortName: string } | null;
  changes: ReviewChange[];
};
export type ReviewContribution = NonNullable<Awaited<ReturnType<typeof readForReview>>>;

/**
 * Everything the review page of one contribution shows; null for a draft or an unknown reference. The contact is null where
 * the contributor chose to be anonymous: the desk does not learn who it is either, mail reaches them all the same.
 */
export async function readForReview(reference: string, editor: Editor, locale: string) {
  const row = await db.contribution.findFirst({ where: { reference, status: { not: 'draft' } }, select: CONTRIBUTION });
  if (!row || row.currentRevision === 0) return null;
  const questions = (await readQuestionnaire(row.questionnaireId, locale))?.questions ?? [];
  const { revisionId: _, ...parts } = await readParts(row.id, row.currentRevision, questions);
  const { id, questionnaireId: __, contact, call, ...contribution } = row;
  return {
    ...contribution,
    reference,
    call: call.slug,
    contact: row.anonymous ? null : contact,
    reachable: contact?.email != null,
    ownOrganisation: isOwnOrganisation(editor, contact?.affiliation ?? contribution.publicAffiliation),
    ...parts,
    questions: questions.map(({ key, title, shortTitle }) => ({ key, title, shortTitle })),
    messages: await listMessagesForReview(id),
    versions: await readVersions(id, row.currentRevision),
    /** What agreements, by slug, and cells are called. */
    cellTitles: Object.fromEntries([...(await listAgreementNames()).map(({ slug, shortName }) => [slug, shortName] as const), ...(await readTitles())]),
    proposals: await readProposals(id, row.currentRevision),
  };
}

const CONTRIBUTION = {
  id: true,
  status: true,
  anonymous: true,
  publicName: true,
  publicAffiliation: true,
  publicCountry: true,
  stakeholderGroup: true,
  submittedAt: true,
  statusAt: true,
  statusReason: true,
  publishedAt: true,
  currentRevision: true,
  questionnaireId: true,
  call: { select: { slug: true } },
  contact: { select: { name: true, affiliation: true, email: true, country: true, emailConfirmedAt: true, erasedAt: true } },
} as const;

/** Every corrected version with the one before it, the newest first. */
async function readVersions(contributionId: string, current: number) {
  if (current < 2) return [];
  const revisions = await db.contributionRevision.findMany({ where: { contributionId }, orderBy: { number: 'asc' }, select: { number: true, submittedAt: true } });
  const bodies = await Promise.all(revisions.map(async ({ number, submittedAt }) => ({ number, at: submittedAt, body: await readSentBody(contributionId, number) })));
  return bodies.slice(1).flatMap(({ number, at, body: after }, index) => {
    const before = bodies[index]?.body;
    return before && after ? [{ number, at, before, after }] : [];
  }).toReversed();
}

const PROPOSAL = {
  id: true,
  kind: true,
  comment: true,
  agreementId: true,
  revision: { select: { number: true } },
  agreement: { select: { slug: true, name: true, shortName: true } },
  changes: { select: { id: true, key: true, status: true, value: true } },
} as const;

/** As they stand: what the newest revision proposes, and what was decided of earlier ones and not proposed anew. */
async function readProposals(contributionId: string, revision: number): Promise<ReviewProposal[]> {
  const sent = await db.proposal.findMany({ where: { contributionId }, orderBy: { position: 'asc' }, select: PROPOSAL });
  const proposals = standingProposals(sent, revision);
  const home = new Map(proposals.flatMap((proposal) => proposal.changes.map((change) => [change.id, proposal.id])));
  const rows = await db.proposedChange.findMany({ where: { id: { in: [...home.keys()] } }, select: CHANGE });
  const titles = await readTitles();
  const rivals = await readRivals(rows);
  const changes = (await withCurrent(rows)).map((change) => ({
    proposalId: home.get(change.id),
    ...reviewed(change, titles.get(change.key) ?? change.key, change.agreementId ? (rivals.get(cellId(change.agreementId, change.key)) ?? []) : []),
  }));
  const inOrder = [...titles.keys()];
  return proposals.map(({ id, kind, comment, agreement }) => ({
    id,
    kind,
    comment,
    agreement,
    changes: changes
      .filter((change) => change.proposalId === id)
      .map(({ proposalId: _, ...change }) => change)
      .sort((one, other) => inOrder.indexOf(one.key) - inOrder.indexOf(other.key)),
  }));
}

const CHANGE = {
  id: true,
  proposalId: true,
  contributionId: true,
  agreementId: true,
  key: true,
  base: true,
  value: true,
  note: true,
  source: true,
  status: true,
  decision: {
    select: {
      outcome: true,
      value: true,
      note: true,
      source: true,
      reason: true,
      decidedAt: true,
      user: { select: { name: true, email: true } },
      winner: { select: { contribution: { select: { reference: true } } } },
    },
  },
} as const;

type ChangeRow = Prisma.ProposedChangeGetPayload<{ select: typeof CHANGE }> & { current: CellContent | null; currentVersion: number };

// What was stored was parsed by the submission's schema, and decisions by the cell's: contents are what the types say.
function reviewed(row: ChangeRow, title: string, rivals: RivalRow[]): ReviewChange {
  const proposed = { value: row.value as Value, note: row.note, source: row.source };
  const base = row.base as CellContent | null;
  const { decision } = row;
  return {
    id: row.id,
    key: row.key,
    title,
    status: row.status,
    base,
    current: row.current,
    currentVersion: row.currentVersion,
    proposed,
    state: row.status === 'pending' ? mergeCell(base, row.current, proposed) : null,
    rivals: rivals
      .filter((rival) => rival.id !== row.id)
      .map(({ reference, value, note, source }) => ({ reference, value, note, source, identical: sameProposal(proposed, { value, note, source }) })),
    decision: decision && {
      outcome: decision.outcome,
      value: decision.value as Value | null,
      note: decision.note,
      source: decision.source,
      reason: decision.reason,
      by: decision.user.name ?? decision.user.email,
      at: decision.decidedAt,
      winner: decision.winner?.contribution.reference ?? null,
    },
  };
}

type RivalRow = { id: string; reference: string; value: Value; note: string | null; source: string | null };

/** Pending proposals of any contribution for the same cells, by cell. */
async function readRivals(rows: { agreementId: string | null; key: string; contributionId: string }[]): Promise<Map<string, RivalRow[]>> {
  const agreementIds = [...new Set(rows.flatMap((row) => row.agreementId ?? []))];
  const own = new Set(rows.map((row) => row.contributionId));
  const found = await db.proposedChange.findMany({
    where: {
      status: 'pending',
      agreementId: { in: agreementIds },
      key: { in: [...new Set(rows.map((row) => row.key))] },
      contributionId: { notIn: [...own] },
      contribution: { status: { in: ['submitted', 'changes_requested', 'published'] } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, agreementId: true, key: true, value: true, note: true, source: true, contribution: { select: { reference: true } } },
  });
  const byCell = new Map<string, RivalRow[]>();
  for (const { agreementId, key, contribution, ...row } of found) {
    if (agreementId === null || contribution.reference === null) continue;
    const rival = { ...row, value: row.value as Value, reference: contribution.reference };
    byCell.set(cellId(agreementId, key), [...(byCell.get(cellId(agreementId, key)) ?? []), rival]);
  }
  return byCell;
}

/** Titles of all cells in the order in which pages show them: facts, then the criteria of each set. */
async function readTitles(): Promise<Map<string, string>> {
  const facts = Object.entries(FACT_TITLES);
  const criteria = (await listCriteria()).flatMap((set) => set.criteria.map(({ key, title }) => [key, title] as const));
  return new Map([...facts.filter(([key]) => isFactField(key)), ...criteria]);
}

/** As the desk calls them; readers and contributors see the catalogue's words. */
const FACT_TITLES = {
  name: 'Name',
  shortName: 'Short name',
  launchDate: 'Date of launch',
  space: 'Space of agreement',
  bindingNature: 'Binding nature',
  stakeholders: 'Stakeholders',
  signatories: 'Signatories',
  maintainer: 'Maintainer',
  link: 'Link',
  summary: 'Summary',
  uniqueElements: 'Unique elements',
};
