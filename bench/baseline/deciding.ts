import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { inTransaction } from './transaction';

type Deciding = { userId: string; reference: string; body: unknown };
type Contribution = { id: string; status: string; email: string | null };
type Cell = {
  id: string;
  key: string;
  agreement_id: string;
  value: unknown;
  note: string | null;
  source: string | null;
  current: object;
  seen: number;
};

/** Accepts the cells named: the rows that the product writes, with one statement per table. */
export async function decide(pool: pg.Pool, { userId, reference, body }: Deciding): Promise<string> {
  // not checked: this measures the limit and is no product
  const { decisions } = body as { decisions: { change: string; seen: number }[] };
  return inTransaction(pool, async (client) => {
    const { rows: contributions } = await client.query<Contribution>(
      `SELECT c.id, c.status, t.email FROM contributions c LEFT JOIN contacts t ON t.contribution_id = c.id WHERE c.reference = $1 FOR NO KEY UPDATE OF c`,
      [reference],
    );
    const contribution = contributions[0];
    if (!contribution) throw new Error('unknown contribution');
    const ids = decisions.map((decision) => decision.change);
    const { rows: agreements } = await client.query<{ id: string; slug: string; version: number }>(
      `SELECT id, slug, version FROM agreements WHERE id IN (SELECT agreement_id FROM proposed_changes WHERE id = ANY($1)) ORDER BY id FOR NO KEY UPDATE`,
      [ids],
    );
    const agreement = agreements[0];
    if (!agreement) throw new Error('unknown agreement');
    const { rows: cells } = await client.query<Cell>(
      `SELECT x.id, x.key, x.agreement_id, x.value, x.note, x.source, c.version AS seen,
         jsonb_build_object('value', c.value, 'note', c.note, 'source', c.source) AS current
       FROM proposed_changes x JOIN cells c ON c.agreement_id = x.agreement_id AND c.key = x.key WHERE x.id = ANY($1) AND x.contribution_id = $2`,
      [ids, contribution.id],
    );
    const { rows: rivals } = await client.query(
      `SELECT x.id FROM proposed_changes x JOIN contributions c ON c.id = x.contribution_id
       WHERE x.agreement_id = $1 AND x.key = ANY($2) AND x.status = 'pending' AND x.contribution_id <> $3 AND c.status IN ('submitted', 'changes_requested', 'published')`,
      [agreement.id, cells.map((cell) => cell.key), contribution.id],
    );
    if (rivals.length > 0) throw new Error('this server settles no rivals');
    return write(client, { userId, reference, contribution, agreement, cells });
  });
}

type Writing = {
  userId: string;
  reference: string;
  contribution: Contribution;
  agreement: { id: string; slug: string; version: number };
  cells: Cell[];
};

async function write(
  client: pg.PoolClient,
  { userId, reference, contribution, agreement, cells }: Writing,
): Promise<string> {
  const [revision, now, version] = [randomUUID(), new Date(), agreement.version + 1];
  const input = JSON.stringify(cells);
  const INPUT = `jsonb_to_recordset($1::jsonb) AS x(id uuid, key text, value jsonb, note text, source text, current jsonb)`;
  await client.query(
    `UPDATE proposed_changes SET status = 'accepted', status_at = $2 WHERE id = ANY($1) AND status = 'pending'`,
    [cells.map((cell) => cell.id), now],
  );
  await client.query('UPDATE agreements SET version = $2, updated_at = $3 WHERE id = $1', [agreement.id, version, now]);
  await client.query(
    `INSERT INTO revisions (id, agreement_id, version, kind, summary, user_id, contribution_id, created_at) VALUES ($1, $2, $3, 'decision', $4, $5, $6, $7)`,
    [revision, agreement.id, version, `Decision on ${reference}`, userId, contribution.id, now],
  );
  await client.query(
    `UPDATE cells c SET value = x.value, note = x.note, source = x.source, as_of = NULL, version = $2, decided_at = $3, revision_id = $4
     FROM ${INPUT} WHERE c.agreement_id = $5 AND c.key = x.key`,
    [input, version, now, revision, agreement.id],
  );
  await client.query(
    `INSERT INTO revision_cells (revision_id, key, before, after)
     SELECT $2, x.key, x.current, jsonb_build_object('value', x.value, 'note', x.note, 'source', x.source) FROM ${INPUT}`,
    [input, revision],
  );
  await client.query(
    `INSERT INTO decisions (id, change_id, outcome, value, note, source, user_id, decided_at, revision_id, command_id)
     SELECT gen_random_uuid(), x.id, 'accepted', x.value, x.note, x.source, $2, $3, $4, $5 FROM ${INPUT}`,
    [input, userId, now, revision, randomUUID()],
  );
  const details = {
    outcomes: Object.fromEntries(cells.map((cell) => [cell.id, 'accepted'])),
    settled: {},
    revisions: [{ agreement: agreement.slug, version }],
  };
  await client.query(
    `INSERT INTO audit_events (actor_kind, user_id, action, subject_kind, subject_id, details) VALUES ('editor', $1, 'changes.decided', 'contribution', $2, $3)`,
    [userId, contribution.id, details],
  );
  if (contribution.email) {
    await client.query(
      `INSERT INTO mails (id, kind, status, contribution_id, dedupe_key)
       SELECT gen_random_uuid(), 'decisions-made', 'draft', $1::uuid, 'decisions-made:' || $1 || ':' || count(*) FROM mails
       WHERE contribution_id = $1::uuid AND kind = 'decisions-made' AND status <> 'draft' ON CONFLICT DO NOTHING`,
      [contribution.id],
    );
  }
  await client.query(`SELECT pg_notify('bpf_cache_tags', $1)`, [
    `contribution:${reference},dataset,agreement:${agreement.slug}`,
  ]);
  return JSON.stringify({
    decided: cells.length,
    joined: 0,
    superseded: 0,
    revisions: [{ agreement: agreement.slug, version }],
  });
}
