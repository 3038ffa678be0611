import { cellId } from '@/lib/agreements/queries';
import type { CellContent } from '@/lib/agreements/schema';
import { db, Prisma } from '@/lib/db/client';

export type RivalRow = CellContent & { id: string; reference: string };
/** Pending proposals of other contributions for one cell: the oldest of them, and how many there are. */
export type CellRivals = { rows: RivalRow[]; total: number };

/** So many are shown in full: who has to compare more wants to see them grouped, and that is what deciding does. */
export const MOST_RIVALS = 8;

type Cell = { agreementId: string | null; key: string };

/** Pending proposals of any other contribution for these cells, by cell. */
export async function readRivals(cells: readonly Cell[], contributionId: string): Promise<Map<string, CellRivals>> {
  const wanted = cells.flatMap(({ agreementId, key }) => (agreementId === null ? [] : [{ agreement_id: agreementId, key }]));
  if (wanted.length === 0) return new Map();
  // Cell by cell along the index of rivals: in a busy call there are hundreds, and a few of them are read.
  const rows = await db.$queryRaw<(RivalRow & { agreementId: string; key: string; total: number })[]>(Prisma.sql`
    SELECT w.agreement_id AS "agreementId", w.key, r.* FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w(agreement_id uuid, key text)
    CROSS JOIN LATERAL (
      SELECT x.id, c.reference, x.value, x.note, x.source, count(*) OVER ()::int AS total
      FROM proposed_changes x JOIN contributions c ON c.id = x.contribution_id
      WHERE x.agreement_id = w.agreement_id AND x.key = w.key AND x.status = 'pending' AND x.contribution_id <> ${contributionId}::uuid
        AND c.status IN ('submitted', 'changes_requested', 'published') AND c.reference IS NOT NULL
      ORDER BY c.submitted_at, x.id LIMIT ${MOST_RIVALS}
    ) r`);
  const byCell = new Map<string, CellRivals>();
  for (const { agreementId, key, total, ...row } of rows) {
    const id = cellId(agreementId, key);
    byCell.set(id, { total, rows: [...(byCell.get(id)?.rows ?? []), row] });
  }
  return byCell;
}
