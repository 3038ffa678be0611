import { cellId, readReferenceNames } from '@/lib/agreements/cells';
import { ALL_FIELDS } from '@/lib/agreements/facts/registry';
import { cellLabel } from '@/lib/agreements/facts/words';
import type { CellRedactor } from '@/lib/agreements/redacted-cells';
import type { CellContent } from '@/lib/agreements/schema';
import { currentProposals } from '@/lib/contributions/current-proposals';
import { db } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/client';
import { mergeCell, sameProposal } from '@/lib/review/merge';
import type { MergeState } from '@/lib/review/merge';
import { readAlike } from './similar-proposals';
import type { Alike } from './similar-proposals';
import { readEarlierDecisions } from './earlier-decisions';
import type { EarlierDecision } from './earlier-decisions';
import { readRivals, rivalsOf } from './competing-changes';
import type { CellRivals } from './competing-changes';
import { CHANGE_COLUMNS, listViews, withCurrent } from '@/lib/review/changes';
import { isDisputed } from '@/lib/review/stated-views';
import type { PresentViews } from '@/lib/review/stated-views';
import type { ChangeStatus } from '@/lib/contributions/state';

type Value = CellContent['value'];

export type ReviewRival = CellContent & { reference: string; identical: boolean };
export type ReviewDecision = {
  outcome: 'accepted' | 'amended' | 'rejected' | 'superseded';
  value: Value | null;
  note: string | null;
  source: string | null;
  asOf: string | null;
  reason: string | null;
  by: string;
  secondedBy: string | null;
  at: Date;
  /** If superseded: the reference of the contribution that won. */
  winner: string | null;
  /** The contributions whose proposals lost against it. */
  chosenOver: string[];
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
  /** Several views stand on the cell, and no value. */
  disputed: boolean;
  proposed: CellContent;
  /** Null once it is decided. */
  state: MergeState | null;
  rivals: ReviewRival[];
  /** How many rivals there are, shown or not. */
  rivalsTotal: number;
  earlier: EarlierDecision[];
  decision: ReviewDecision | null;
};
export type ReviewProposal = {
  id: string;
  /** The key of the question it answers. */
  question: string;
  kind: 'update' | 'new';
  comment: string | null;
  agreement: { slug: string; name: string; shortName: string } | null;
  /** Where it is new and undecided, and looks like something else. */
  alike: Alike | null;
  changes: ReviewChange[];
};

const PROPOSAL = {
  id: true,
  questionKey: true,
  kind: true,
  comment: true,
  agreementId: true,
  revision: { select: { number: true } },
  agreement: { select: { slug: true, name: true, shortName: true } },
  changes: { select: { id: true, key: true, round: true, status: true, value: true } },
} as const;

/** As they stand, and as `redact` leaves them: what the newest revision proposes, and what was decided of earlier ones and not proposed anew. */
export async function readProposals(
  contributionId: string,
  revision: number,
  redact: CellRedactor,
): Promise<ReviewProposal[]> {
  const sent = await db.proposal.findMany({
    where: { contributionId },
    orderBy: { position: 'asc' },
    select: PROPOSAL,
  });
  const proposals = currentProposals(sent, revision);
  const home = new Map(proposals.flatMap((proposal) => proposal.changes.map((change) => [change.id, proposal.id])));
  const rows = await db.proposedChange.findMany({ where: { id: { in: [...home.keys()] } }, select: CHANGE });
  const undecided = rows.filter(({ status }) => status === 'pending');
  const [names, rivals, earlier, current, views, alike] = await Promise.all([
    readReferenceNames(),
    readRivals(undecided, contributionId),
    readEarlierDecisions(rows, [...home.keys()]),
    withCurrent(rows),
    listViews(undecided),
    readAlike(proposals.filter(isUndecidedNew), contributionId),
  ]);
  const inOrder = [...ALL_FIELDS, ...Object.keys(names.criteria)] as string[];
  const ofCell = <Found>(found: Map<string, Found>, { agreementId, key }: ChangeRow) =>
    agreementId === null ? undefined : found.get(cellId(agreementId, key));
  const changes = current.map((row) => ({
    proposalId: home.get(row.id),
    ...redact(
      { ...row, changeId: row.id },
      reviewed(row, {
        title: cellLabel(row.key, 'en', names),
        rivals: rivals.get(rivalsOf(row)),
        earlier: ofCell(earlier, row) ?? [],
        views: views.get(row.id) ?? new Map(),
      }),
    ),
  }));
  return proposals.map(({ id, questionKey, kind, comment, agreement }) => ({
    id,
    question: questionKey,
    kind,
    comment,
    agreement,
    alike: alike.get(id) ?? null,
    changes: changes
      .filter((change) => change.proposalId === id)
      .map(({ proposalId: _, ...change }) => change)
      .sort((one, other) => inOrder.indexOf(one.key) - inOrder.indexOf(other.key)),
  }));
}

const isUndecidedNew = ({
  kind,
  agreementId,
  changes,
}: {
  kind: string;
  agreementId: string | null;
  changes: { status: string }[];
}) => kind === 'new' && agreementId === null && changes.some(({ status }) => status === 'pending');

const PERSON = { select: { name: true, email: true } } as const;
const CONTRIBUTION = { select: { contribution: { select: { reference: true } } } } as const;
const CHANGE = {
  ...CHANGE_COLUMNS,
  decision: {
    select: {
      outcome: true,
      value: true,
      note: true,
      source: true,
      asOf: true,
      reason: true,
      decidedAt: true,
      user: PERSON,
      secondedBy: PERSON,
      winner: CONTRIBUTION,
    },
  },
  defeated: { select: { change: CONTRIBUTION }, orderBy: { changeId: 'asc' } },
} as const;

type ChangeRow = Prisma.ProposedChangeGetPayload<{ select: typeof CHANGE }> & {
  current: CellContent | null;
  currentVersion: number;
};
type Around = { title: string; rivals: CellRivals | undefined; earlier: EarlierDecision[]; views: PresentViews };

// What was stored was parsed by the submission's schema, and decisions by the cell's: contents are what the types say.
function reviewed(row: ChangeRow, { title, rivals, earlier, views }: Around): ReviewChange {
  const proposed = { value: row.value as Value, note: row.note, source: row.source, asOf: row.asOf };
  const base = row.base as CellContent | null;
  return {
    id: row.id,
    key: row.key,
    title,
    status: row.status,
    base,
    current: row.current,
    currentVersion: row.currentVersion,
    disputed: isDisputed(row.key, row.current, views),
    proposed,
    state: row.status === 'pending' ? mergeCell(base, row.current, proposed) : null,
    rivals: (rivals?.rows ?? []).map(({ id: _, ...rival }) => ({ ...rival, identical: sameProposal(proposed, rival) })),
    rivalsTotal: rivals?.total ?? 0,
    earlier,
    decision: decisionOf(row),
  };
}

function decisionOf({ decision, defeated }: ChangeRow): ReviewDecision | null {
  if (!decision) return null;
  const { user, secondedBy, winner, decidedAt, value, ...said } = decision;
  return {
    ...said,
    value: value as Value | null,
    by: user.name ?? user.email,
    secondedBy: secondedBy && (secondedBy.name ?? secondedBy.email),
    at: decidedAt,
    winner: winner?.contribution.reference ?? null,
    chosenOver: defeated.flatMap(({ change }) => change.contribution.reference ?? []),
  };
}
