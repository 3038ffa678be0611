import type pg from 'pg';

/**
 * The newest contributions propose as many cells as there are criteria, all of one agreement; the others a few, of any
 * agreement.
 */
const NEWEST = 100;

/**
 * Adds contributions until there are `count`, each one older than those before, with contact, words to search and
 * proposed cells; to two calls, some assigned to an editor, a few in conflict with the dataset. It writes them into the
 * tables directly, because only reading them is measured.
 */
export async function fillQueue(pool: pg.Pool, count: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL synchronous_commit = off');
    await client.query(EDITORS);
    await client.query(CALL);
    const { rows } = await client.query<{ start: number }>('SELECT count(*)::int AS start FROM contributions');
    const between = [rows[0]?.start ?? 0, count];
    // A contribution begins as a draft: these are laid in as if they had gone their way.
    await client.query('ALTER TABLE contributions DISABLE TRIGGER contributions_initial_status');
    for (const statement of [CONTRIBUTIONS, CONTACTS, REVISIONS, PROPOSALS, CHANGES])
      await client.query(statement, between);
    await client.query('ALTER TABLE contributions ENABLE TRIGGER contributions_initial_status');
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    client.release();
  }
}

const EDITORS = `
  INSERT INTO users (id, email, name, role) SELECT 'bench-' || n, 'editor' || n || '@example.org', 'Editor ' || n, 'editor' FROM generate_series(1, 4) n
  ON CONFLICT DO NOTHING`;

const CALL = `
  INSERT INTO calls (id, slug, opens_at, closes_at, time_zone, accepts_late, published, texts)
  SELECT gen_random_uuid(), '2019', opens_at - interval '1 year', closes_at - interval '1 year', time_zone, accepts_late, published, texts FROM calls WHERE slug = '2020'
  ON CONFLICT DO NOTHING`;

const CONTRIBUTIONS = `
  INSERT INTO contributions (id, call_id, questionnaire_id, number, reference, status, anonymous, current_revision, submitted_at, status_at, assignee_id, assigned_at, search)
  SELECT gen_random_uuid(), c.id, (SELECT id FROM questionnaires WHERE call_id = (SELECT id FROM calls WHERE slug = '2020') LIMIT 1), 1000000 + n,
    'BPF-' || c.slug || '-' || 1000000 + n, CASE n % 5 WHEN 3 THEN 'declined' WHEN 4 THEN 'changes_requested' ELSE 'submitted' END::contribution_status, n % 10 = 0, 1,
    now() - n * interval '1 hour', now() - (n - n % 50) * interval '1 hour', CASE WHEN n % 7 < 4 THEN 'bench-' || 1 + n % 7 END, CASE WHEN n % 7 < 4 THEN now() END,
    to_tsvector('simple', 'norms in practice ' || (SELECT string_agg('word' || (n * 31 + k * k) % 4000, ' ') FROM generate_series(1, 40) k))
  FROM generate_series($1::int + 1, $2::int) n JOIN calls c ON c.slug = CASE WHEN n % 4 = 0 THEN '2019' ELSE '2020' END`;

const OURS = 'WHERE c.number > 1000000 + $1::int AND c.number <= 1000000 + $2::int';

const CONTACTS = `
  INSERT INTO contacts (contribution_id, name, affiliation, email)
  SELECT id, 'Policy officer', 'Organisation ' || number, 'office' || number || '@example.org' FROM contributions c ${OURS}`;

const REVISIONS = `
  INSERT INTO contribution_revisions (id, contribution_id, number) SELECT gen_random_uuid(), id, 1 FROM contributions c ${OURS}`;

const PROPOSALS = `
  INSERT INTO proposals (id, contribution_id, revision_id, position, question_key, kind, agreement_id)
  SELECT gen_random_uuid(), c.id, r.id, 0, 'agreements', 'update', a.id
  FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id
  JOIN (SELECT id, slug, row_number() OVER (ORDER BY slug) - 1 AS place FROM agreements WHERE slug IN (SELECT slug FROM agreements ORDER BY created_at, slug LIMIT 20)) a
    ON CASE WHEN c.number <= 1000000 + ${NEWEST} THEN a.slug = 'csde-anti-botnet-guide' ELSE a.place = c.number % 20 END ${OURS}`;

const CHANGES = `
  INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, base, base_version, value)
  SELECT gen_random_uuid(), p.id, c.id, p.agreement_id, k.key, k.key,
    CASE WHEN c.number % 200 <> 7 THEN jsonb_build_object('value', d.value, 'note', d.note, 'source', d.source, 'asOf', d.as_of) END,
    CASE WHEN c.number % 200 <> 7 THEN 1 ELSE 0 END, CASE WHEN d.value = '"yes"' THEN '"no"' ELSE '"yes"' END::jsonb
  FROM contributions c JOIN proposals p ON p.contribution_id = c.id
  JOIN (SELECT key, row_number() OVER (ORDER BY key) - 1 AS place FROM criteria) k ON c.number <= 1000000 + ${NEWEST} OR (c.number + k.place) % 21 < 3
  JOIN cells d ON d.agreement_id = p.agreement_id AND d.key = k.key ${OURS}`;
