import type pg from 'pg';

const ROWS = 25;
const queueWhere = (condition: string) => `
  SELECT c.id, c.reference, k.slug AS call, c.status, c.submitted_at AS "submittedAt", c.status_at AS "changedAt", c.anonymous,
    CASE WHEN NOT c.anonymous THEN coalesce(t.affiliation, t.name) END AS who, coalesce(u.name, u.email) AS assignee, x.pending, x.total,
    c.current_revision AS revision, coalesce(m.kind = 'reply', false) AS replied
  FROM contributions c JOIN calls k ON k.id = c.call_id LEFT JOIN contacts t ON t.contribution_id = c.id LEFT JOIN users u ON u.id = c.assignee_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE x.status = 'pending')::int AS pending, count(*)::int AS total
    FROM contribution_revisions r JOIN proposals p ON p.revision_id = r.id JOIN proposed_changes x ON x.proposal_id = p.id
    WHERE r.contribution_id = c.id AND r.number = c.current_revision
  ) x
  LEFT JOIN LATERAL (SELECT m.kind FROM messages m WHERE m.contribution_id = c.id ORDER BY m.created_at DESC LIMIT 1) m ON true
  WHERE ${condition} c.status = 'submitted' AND c.submitted_at IS NOT NULL ORDER BY c.submitted_at DESC, c.id DESC LIMIT ${ROWS + 1}`;

const FIRST_PAGE = queueWhere('');
const WITH_WORDS = queueWhere(
  `c.id IN (SELECT contribution_id FROM desk_search WHERE words @@ phraseto_tsquery('simple', $1)) AND`,
);

/** The first page of the queue; with search words only the rows that contain them. */
export async function listQueue(pool: pg.Pool, words: string | null): Promise<string> {
  const { rows } = await pool.query<Record<string, unknown>>(
    words === null ? FIRST_PAGE : WITH_WORDS,
    words === null ? [] : [words],
  );
  const last = rows[ROWS - 1];
  const next =
    rows.length > ROWS && last
      ? Buffer.from(`${(last.submittedAt as Date).toISOString()} ${String(last.id)}`).toString('base64url')
      : null; // a timestamptz
  return JSON.stringify({ data: rows.slice(0, ROWS).map(({ id: _, ...row }) => row), next });
}
