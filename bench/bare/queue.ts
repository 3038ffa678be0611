import type pg from 'pg';

const ROWS = 25;
const QUEUE = `
  SELECT c.id, c.reference, k.slug AS call, c.status, c.submitted_at AS "submittedAt", c.anonymous,
    CASE WHEN NOT c.anonymous THEN coalesce(t.affiliation, t.name) END AS who, x.pending, x.total
  FROM contributions c JOIN calls k ON k.id = c.call_id LEFT JOIN contacts t ON t.contribution_id = c.id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE x.status = 'pending')::int AS pending, count(*)::int AS total
    FROM contribution_revisions r JOIN proposals p ON p.revision_id = r.id JOIN proposed_changes x ON x.proposal_id = p.id
    WHERE r.contribution_id = c.id AND r.number = c.current_revision
  ) x
  WHERE c.status = 'submitted' AND c.submitted_at IS NOT NULL ORDER BY c.submitted_at DESC, c.id DESC LIMIT ${ROWS + 1}`;

/** The first page of the queue. */
export async function listQueue(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Record<string, unknown>>(QUEUE);
  const last = rows[ROWS - 1];
  const next = rows.length > ROWS && last ? Buffer.from(`${(last.submittedAt as Date).toISOString()} ${String(last.id)}`).toString('base64url') : null; // a timestamptz
  return JSON.stringify({ data: rows.slice(0, ROWS).map(({ id: _, ...row }) => row), next });
}
