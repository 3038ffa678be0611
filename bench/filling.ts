import type pg from 'pg';

/** What the newest contributions propose, so that a page of the queue counts as many cells as real ones have. */
const NEWEST = 100;

/**
 * Adds contributions to the first call until there are `count`, each one older than those before, with contact and words to
 * search. They are laid into the tables directly: what is measured is reading them.
 */
export async function fillQueue(pool: pg.Pool, count: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL synchronous_commit = off');
    await client.query(CONTRIBUTIONS, [count]);
    await client.query(CONTACTS);
    await client.query(REVISIONS);
    await client.query(PROPOSALS, [NEWEST]);
    await client.query(CHANGES);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    client.release();
  }
}

const CONTRIBUTIONS = `
  INSERT INTO contributions (id, call_id, questionnaire_id, number, reference, status, anonymous, current_revision, submitted_at, search)
  SELECT gen_random_uuid(), c.id, (SELECT id FROM questionnaires WHERE call_id = c.id LIMIT 1), 1000000 + n, 'BPF-2020-' || 1000000 + n,
    CASE n % 5 WHEN 3 THEN 'declined' WHEN 4 THEN 'changes_requested' ELSE 'submitted' END::contribution_status, n % 10 = 0, 1,
    now() - n * interval '1 minute',
    to_tsvector('simple', 'norms in practice ' || (SELECT string_agg('word' || (n * 31 + k * k) % 4000, ' ') FROM generate_series(1, 40) k))
  FROM calls c, generate_series((SELECT count(*) FROM contributions) + 1, $1::int) n WHERE c.slug = '2020'`;

const CONTACTS = `
  INSERT INTO contacts (contribution_id, name, affiliation, email)
  SELECT id, 'Policy officer', 'Organisation ' || number, 'office' || number || '@example.org' FROM contributions WHERE number > 1000000
  ON CONFLICT DO NOTHING`;

const REVISIONS = `
  INSERT INTO contribution_revisions (id, contribution_id, number) SELECT gen_random_uuid(), id, 1 FROM contributions WHERE number > 1000000
  ON CONFLICT DO NOTHING`;

const PROPOSALS = `
  INSERT INTO proposals (id, contribution_id, revision_id, position, kind, agreement_id)
  SELECT gen_random_uuid(), c.id, r.id, 0, 'update', (SELECT id FROM agreements WHERE slug = 'csde-anti-botnet-guide')
  FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id
  WHERE c.number > 1000000 AND c.number <= 1000000 + $1 ON CONFLICT DO NOTHING`;

const CHANGES = `
  INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, base_version, value)
  SELECT gen_random_uuid(), p.id, p.contribution_id, p.agreement_id, k.key, k.key, 1, '"yes"'
  FROM contributions c JOIN proposals p ON p.contribution_id = c.id CROSS JOIN criteria k WHERE c.number > 1000000
  ON CONFLICT DO NOTHING`;
