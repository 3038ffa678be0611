import { cellId } from '@/lib/agreements/cells';
import type { CellContent } from '@/lib/agreements/schema';
import { DECIDABLE } from '@/lib/contributions/state';
import { db, Prisma } from '@/lib/platform/db/client';

type RivalRow = CellContent & { id: string; reference: string };
/**
 * Pending proposals of other contributions for one cell: the oldest of them, and their number, counted up to
 * `MAX_COUNTED`.
 */
export type CellRivals = { rows: RivalRow[]; total: number };

/** So many are shown in full: who has to compare more wants to see them grouped, and that is what deciding does. */
const MAX_RIVALS = 8;

/** Further ones are not looked at, lest a page take longer the busier a call is. Deciding settles all of them. */
export const MAX_COUNTED = 200;

type Cell = { agreementId: string | null; proposalId: string; key: string };

/** A cell of an agreement, or of one that is only proposed yet. */
export const rivalsOf = ({ agreementId, proposalId, key }: Cell) =>
  agreementId === null ? cellId(`new ${proposalId}`, key) : cellId(agreementId, key);

/**
 * Pending proposals of all other contributions for these cells, by cell. For a new agreement they are those that are
 * decided together with it.
 */
export async function readRivals(cells: readonly Cell[], contributionId: string): Promise<Map<string, CellRivals>> {
  const known = cells.flatMap(({ agreementId, key }) => (agreementId === null ? [] : [{ target: agreementId, key }]));
  const fresh = cells.flatMap(({ agreementId, proposalId, key }) =>
    agreementId === null ? [{ target: proposalId, key }] : [],
  );
  const rows = [...(await ofAgreements(known, contributionId)), ...(await ofProposals(fresh, contributionId))];
  const byCell = new Map<string, CellRivals>();
  for (const { cell, total, ...row } of rows)
    byCell.set(cell, { total, rows: [...(byCell.get(cell)?.rows ?? []), row] });
  return byCell;
}

type Wanted = { target: string; key: string };
type Row = RivalRow & { cell: string; total: number };

const WANTED = (wanted: Wanted[]) =>
  Prisma.sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w(target uuid, key text)`;
const RIVAL = Prisma.sql`x.id, c.reference, coalesce(x.redacted->'value', x.value) AS value,
  coalesce(x.redacted->>'note', x.note) AS note, coalesce(x.redacted->>'source', x.source) AS source, x.as_of AS "asOf", c.submitted_at`;
/** What waits for its contributor's consent is not settled along, as in `findRivals`. */
const OPEN = Prisma.sql`x.status = 'pending' AND c.status = ANY(${DECIDABLE}::contribution_status[]) AND c.reference IS NOT NULL
  AND NOT EXISTS (SELECT FROM entries_on_behalf e WHERE e.contribution_id = c.id AND e.consented_at IS NULL)`;
const SHOWN = Prisma.sql`id, reference, value, note, source, "asOf", count(*) OVER ()::int AS total`;
const OLDEST_FIRST = Prisma.sql`ORDER BY submitted_at, id LIMIT ${MAX_RIVALS}`;

/** Cell by cell along the index of rivals: in a busy call there are hundreds, and a few of them are read. */
async function ofAgreements(wanted: Wanted[], contributionId: string): Promise<Row[]> {
  if (wanted.length === 0) return [];
  return db.$queryRaw<Row[]>(Prisma.sql`
    SELECT w.target || '/' || w.key AS cell, r.* FROM ${WANTED(wanted)} CROSS JOIN LATERAL (
      SELECT ${SHOWN} FROM (
        SELECT ${RIVAL} FROM proposed_changes x JOIN contributions c ON c.id = x.contribution_id
        WHERE x.agreement_id = w.target AND x.key = w.key AND x.contribution_id <> ${contributionId}::uuid AND ${OPEN} LIMIT ${MAX_COUNTED}
      ) counted ${OLDEST_FIRST}
    ) r`);
}

async function ofProposals(wanted: Wanted[], contributionId: string): Promise<Row[]> {
  if (wanted.length === 0) return [];
  return db.$queryRaw<Row[]>(Prisma.sql`
    SELECT 'new ' || w.target || '/' || w.key AS cell, r.* FROM ${WANTED(wanted)}
    JOIN proposals mine ON mine.id = w.target JOIN LATERAL (SELECT coalesce(mine.same_as_id, mine.id) AS id) lead ON true
    CROSS JOIN LATERAL (
      SELECT ${SHOWN} FROM (
        SELECT ${RIVAL} FROM proposals p JOIN proposed_changes x ON x.proposal_id = p.id JOIN contributions c ON c.id = x.contribution_id
        WHERE (p.id = lead.id OR p.same_as_id = lead.id) AND x.key = w.key AND x.contribution_id <> ${contributionId}::uuid AND ${OPEN} LIMIT ${MAX_COUNTED}
      ) counted ${OLDEST_FIRST}
    ) r`);
}
