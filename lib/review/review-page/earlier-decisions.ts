import { cellId } from '@/lib/agreements/cells';
import type { CellContent } from '@/lib/agreements/schema';
import { db, Prisma } from '@/lib/platform/db/client';

/** An earlier decision about a cell, of any contribution, or that a decision on it was undone. */
export type EarlierDecision = {
  /** `accepted`, `amended` and `rejected` of a proposal; `reverted` of the cell itself. */
  kind: 'accepted' | 'amended' | 'rejected' | 'reverted';
  at: Date;
  by: string;
  reason: string | null;
  /** What was proposed, or put in its place. Null where a revert left the cell empty. */
  content: CellContent | null;
  /** The contribution that proposed it; null of a revert. */
  reference: string | null;
  /** The agreement's version that it made; null where the dataset stayed as it was. */
  version: number | null;
};

/** The newest of them are shown: older ones stand in the agreement's history. */
const MAX_EARLIER = 6;

type Cell = { agreementId: string | null; key: string };
type Row = EarlierDecision & { agreementId: string; key: string };

/**
 * Earlier decisions on these cells, newest first, by cell. Those on `except`, the proposed changes that the page shows
 * themselves, are left out. Superseded proposals are not among them: what superseded them is.
 */
export async function readEarlierDecisions(
  cells: readonly Cell[],
  except: readonly string[],
): Promise<Map<string, EarlierDecision[]>> {
  const wanted = cells.flatMap(({ agreementId, key }) =>
    agreementId === null ? [] : [{ agreement_id: agreementId, key }],
  );
  if (wanted.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT w.agreement_id AS "agreementId", w.key, e.* FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w(agreement_id uuid, key text)
    CROSS JOIN LATERAL (
      SELECT * FROM (${proposalsDecided(except)} UNION ALL (${CELL_REVERTED})) both_kinds ORDER BY at DESC LIMIT ${MAX_EARLIER}
    ) e ORDER BY e.at DESC`);
  const byCell = new Map<string, EarlierDecision[]>();
  for (const { agreementId, key, ...decision } of rows) {
    const id = cellId(agreementId, key);
    byCell.set(id, [...(byCell.get(id) ?? []), decision]);
  }
  return byCell;
}

const proposalsDecided = (except: readonly string[]) => Prisma.sql`(
  SELECT d.outcome::text AS kind, d.decided_at AS at, coalesce(u.name, u.email) AS by, d.reason,
    CASE d.outcome WHEN 'rejected' THEN jsonb_build_object('value', x.value, 'note', x.note, 'source', x.source, 'asOf', x.as_of)
      ELSE jsonb_build_object('value', d.value, 'note', d.note, 'source', d.source, 'asOf', d.as_of) END AS content,
    c.reference, r.version
  FROM proposed_changes x JOIN decisions d ON d.change_id = x.id JOIN users u ON u.id = d.user_id
  JOIN contributions c ON c.id = x.contribution_id LEFT JOIN revisions r ON r.id = d.revision_id
  WHERE x.agreement_id = w.agreement_id AND x.key = w.key AND x.status IN ('accepted', 'amended', 'rejected') AND x.id <> ALL(${[...except]}::uuid[])
  ORDER BY d.decided_at DESC LIMIT ${MAX_EARLIER})`;

const CELL_REVERTED = Prisma.sql`
  SELECT 'reverted' AS kind, r.created_at AS at, coalesce(u.name, u.email) AS by, r.reason, t.after AS content, NULL AS reference, r.version
  FROM revisions r JOIN revision_cells t ON t.revision_id = r.id AND t.key = w.key LEFT JOIN users u ON u.id = r.user_id
  WHERE r.agreement_id = w.agreement_id AND r.kind = 'revert' ORDER BY r.version DESC LIMIT ${MAX_EARLIER}`;
