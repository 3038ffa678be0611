import type { CellContent } from '@/lib/agreements/schema';
import { cellId, readCells } from '@/lib/agreements/cells';
import { DECIDABLE } from '@/lib/contributions/state';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { concernedColumns } from '@/lib/review/interests/conflict-of-interest';
import { isSameJson } from '@/lib/platform/json';
import { textAfter } from './merge';
import type { Candidate } from './candidate';
import type { Concerned } from './policy';
import type { CellDecision } from './schema';
import { isViewOn } from './stated-views';
import type { PresentViews } from './stated-views';
import type { ChangeStatus } from '@/lib/contributions/state';

/** The columns of a proposed change that a decision on it, and the page for it, are made of. */
export const CHANGE_COLUMNS = {
  id: true,
  proposalId: true,
  contributionId: true,
  agreementId: true,
  key: true,
  base: true,
  value: true,
  note: true,
  source: true,
  asOf: true,
  status: true,
} as const;

export type ChangeRow = Omit<Candidate, 'current' | 'currentVersion'> & { status: ChangeStatus };

export type ContributionForDecision = Concerned & {
  id: string;
  reference: string;
  status: string;
  reachable: boolean;
  /** The editor whose own proposal it is. */
  authorId: string | null;
  /** An editor entered it on behalf of its contributor, who has not agreed yet. */
  awaitsConsent: boolean;
  /** Its contributor chose that it is not published. */
  editorsOnly: boolean;
};

/**
 * What a desk command needs of the contributions it acts on, held until its transaction ends; never shown to anyone. In
 * the order of their ids, in which they are locked; without drafts and unknown references. NO KEY: rows that refer to
 * one can still be written by others meanwhile.
 */
export function findForDecision(
  references: readonly string[],
  userId: string,
  tx: Tx,
): Promise<ContributionForDecision[]> {
  return tx.$queryRaw<ContributionForDecision[]>(Prisma.sql`
    SELECT c.id, c.reference, c.status::text AS status, t.email IS NOT NULL AS reachable, c.author_id AS "authorId", c.editors_only AS "editorsOnly",
      e.contribution_id IS NOT NULL AND e.consented_at IS NULL AS "awaitsConsent", ${concernedColumns(Prisma.sql`${userId}`)}
    FROM contributions c LEFT JOIN contacts t ON t.contribution_id = c.id LEFT JOIN entries_on_behalf e ON e.contribution_id = c.id
    WHERE c.reference = ANY(${[...references]}::text[]) AND c.status <> 'draft' ORDER BY c.id FOR NO KEY UPDATE OF c`);
}

/** Those of these changes that belong to one of these contributions, in any status. */
export async function findChanges(contributionIds: string[], ids: string[], tx: Tx = db): Promise<ChangeRow[]> {
  const rows = await tx.proposedChange.findMany({
    where: { contributionId: { in: contributionIds }, id: { in: ids } },
    select: CHANGE_COLUMNS,
  });
  return rows.map(typed);
}

/**
 * Pending changes for the same cells that the command does not decide itself; what waits for its contributor's consent
 * does not count. Those of the same contribution are among them: `resolveCompetingChanges` leaves them alone.
 */
export async function findRivals(
  cells: { agreementId: string; key: string }[],
  decided: readonly { change: { id: string } }[],
  tx: Tx = db,
): Promise<ChangeRow[]> {
  if (cells.length === 0) return [];
  const agreementIds = [...new Set(cells.map((cell) => cell.agreementId))];
  const rows = await tx.proposedChange.findMany({
    where: {
      status: 'pending',
      id: { notIn: decided.map(({ change }) => change.id) },
      agreementId: { in: agreementIds },
      key: { in: [...new Set(cells.map((cell) => cell.key))] },
      contribution: {
        status: { in: [...DECIDABLE] },
        OR: [{ entry: null }, { entry: { consentedAt: { not: null } } }],
      },
    },
    select: CHANGE_COLUMNS,
    orderBy: { id: 'asc' },
  });
  const wanted = new Set(cells.map((cell) => cellId(cell.agreementId, cell.key)));
  return rows.map(typed).filter((row) => row.agreementId !== null && wanted.has(cellId(row.agreementId, row.key)));
}

/** What the cells of these changes hold now, beside each change. */
export async function withCurrent<Row extends { agreementId: string | null; key: string }>(rows: Row[], tx: Tx = db) {
  const agreementIds = [...new Set(rows.flatMap((row) => row.agreementId ?? []))];
  const cells = agreementIds.length ? await readCells(agreementIds, tx, [...new Set(rows.map((row) => row.key))]) : [];
  const byId = new Map(cells.map((cell) => [cellId(cell.agreementId, cell.key), cell]));
  return rows.map((row) => {
    const cell = row.agreementId === null ? undefined : byId.get(cellId(row.agreementId, row.key));
    const current: CellContent | null = cell ? contentOf(cell) : null;
    return { ...row, current, currentVersion: cell?.version ?? 0 };
  });
}

/** The views that stand on the cells of these changes, by change. */
export async function listViews(
  changes: { id: string; agreementId: string | null; key: string }[],
  tx: Tx = db,
): Promise<Map<string, PresentViews>> {
  const agreementIds = [...new Set(changes.flatMap(({ agreementId }) => agreementId ?? []))];
  const cells = agreementIds.length ? await readCells(agreementIds, tx) : [];
  return new Map(
    changes.map(({ id, agreementId, key }) => {
      const views = cells.filter((cell) => cell.agreementId === agreementId && isViewOn(key, cell.key));
      return [id, new Map(views.map((cell) => [cell.key, { content: contentOf(cell), version: cell.version }]))];
    }),
  );
}

const contentOf = ({ value, note, source, asOf }: CellContent): CellContent => ({ value, note, source, asOf });

/** For changes decided before: whether a command repeats, word for word, what the same editor decided then. */
export async function listRecorded(changeIds: string[], tx: Tx = db) {
  if (changeIds.length === 0)
    return new Map<string, { repeats: (decision: CellDecision, userId: string) => boolean }>();
  const rows = await tx.decision.findMany({
    where: { changeId: { in: changeIds } },
    select: { changeId: true, outcome: true, value: true, note: true, asOf: true, reason: true, userId: true },
  });
  return new Map(
    rows.map((row) => [
      row.changeId,
      { repeats: (decision: CellDecision, userId: string) => isRepeat(row, decision, userId) },
    ]),
  );
}

const RECORDED = {
  accept: 'accepted',
  amend: 'amended',
  reject: 'rejected',
  beside: 'accepted',
  dispute: 'accepted',
} as const;
type RecordedRow = {
  outcome: string;
  value: unknown;
  note: string | null;
  asOf: string | null;
  reason: string | null;
  userId: string;
};

function isRepeat(row: RecordedRow, decision: CellDecision, userId: string): boolean {
  if (row.userId !== userId || row.outcome !== RECORDED[decision.outcome] || row.reason !== (decision.reason ?? null))
    return false;
  return (
    decision.outcome !== 'amend' ||
    (isSameJson(row.value, decision.value) &&
      textAfter(decision.note ?? null, row.note) === row.note &&
      textAfter(decision.asOf ?? null, row.asOf) === row.asOf)
  );
}

// `base` and `value` were parsed by the submission's schema before they were written: they are what the type says.
const typed = <Row extends { base: unknown; value: unknown }>(row: Row) => ({
  ...row,
  base: row.base as CellContent | null,
  value: row.value as CellContent['value'],
});
