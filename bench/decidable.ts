import type { BenchDatabase } from './database';

export type Decidable = { reference: string; body: string };

/**
 * Makes contributions that each propose 21 cells of an agreement of their own, so that deciding on one settles nothing
 * of another and each request does the same work. Returns the request of each: all cells accepted.
 */
export async function makeDecidable(
  { query }: Pick<BenchDatabase, 'query'>,
  count: number,
  batch: string,
): Promise<Decidable[]> {
  // A contribution begins as a draft: these are laid in as if they had gone their way.
  await query('ALTER TABLE contributions DISABLE TRIGGER contributions_initial_status');
  for (const statement of [AGREEMENTS, REVISIONS, CELLS, CONTRIBUTIONS, CONTACTS, CONTRIBUTION_REVISIONS, PROPOSALS])
    await query(statement, [batch, count]);
  await query('ALTER TABLE contributions ENABLE TRIGGER contributions_initial_status');
  await query(CHANGES, [batch]);
  await query('ANALYZE');
  return listDecidable({ query }, batch);
}

/** The requests of a batch that was made before. */
export async function listDecidable({ query }: Pick<BenchDatabase, 'query'>, batch: string): Promise<Decidable[]> {
  const rows = await query<{ reference: string; changes: string[] }>(
    `SELECT c.reference, array_agg(x.id) AS changes FROM contributions c JOIN proposed_changes x ON x.contribution_id = c.id
     WHERE c.submission_key LIKE $1 || ':%' GROUP BY c.reference`,
    [batch],
  );
  return rows.map(({ reference, changes }) => ({
    reference,
    body: JSON.stringify({ decisions: changes.map((change) => ({ change, outcome: 'accept', seen: 1 })) }),
  }));
}

const EACH = `FROM generate_series(1, $2::int) n`;

const AGREEMENTS = `INSERT INTO agreements (id, slug, version, name, short_name)
  SELECT gen_random_uuid(), $1::text || '-' || n, 1, 'Agreement ' || n, 'A' || n ${EACH}`;

const REVISIONS = `INSERT INTO revisions (id, agreement_id, version, kind, summary)
  SELECT gen_random_uuid(), a.id, 1, 'import', 'Bench' ${EACH} JOIN agreements a ON a.slug = $1::text || '-' || n`;

const CELLS = `INSERT INTO cells (agreement_id, key, kind, criterion_key, value, version, decided_at, revision_id)
  SELECT a.id, k.key, 'assessment', k.key, '"not_assessed"', 1, now(), r.id
  ${EACH} JOIN agreements a ON a.slug = $1::text || '-' || n JOIN revisions r ON r.agreement_id = a.id CROSS JOIN criteria k`;

const CONTRIBUTIONS = `INSERT INTO contributions (id, call_id, questionnaire_id, number, reference, status, current_revision, submitted_at, submission_key)
  SELECT gen_random_uuid(), c.id, (SELECT id FROM questionnaires WHERE call_id = c.id LIMIT 1), s.start + n, 'BPF-2020-' || s.start + n, 'submitted', 1,
    now() - interval '1 year', $1::text || ':' || n
  ${EACH} CROSS JOIN (SELECT id FROM calls WHERE slug = '2020') c CROSS JOIN (SELECT greatest(max(number), 2000000) AS start FROM contributions) s`;

const OURS = `${EACH} JOIN contributions c ON c.submission_key = $1::text || ':' || n`;

const CONTACTS = `INSERT INTO contacts (contribution_id, name, affiliation, email)
  SELECT c.id, 'Policy officer', 'Organisation ' || n, 'office' || n || '@example.org' ${OURS}`;

const CONTRIBUTION_REVISIONS = `INSERT INTO contribution_revisions (id, contribution_id, number) SELECT gen_random_uuid(), c.id, 1 ${OURS}`;

const PROPOSALS = `INSERT INTO proposals (id, contribution_id, revision_id, position, question_key, kind, agreement_id)
  SELECT gen_random_uuid(), c.id, r.id, 0, 'agreements', 'update', a.id
  ${OURS} JOIN contribution_revisions r ON r.contribution_id = c.id JOIN agreements a ON a.slug = $1::text || '-' || n`;

const CHANGES = `INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, base, base_version, value, note, source)
  SELECT gen_random_uuid(), p.id, p.contribution_id, p.agreement_id, k.key, k.key, '{"value":"not_assessed","note":null,"source":null}', 1, '"yes"',
    'A note of one line on why.', 'The text itself, article 1'
  FROM contributions c JOIN proposals p ON p.contribution_id = c.id CROSS JOIN criteria k WHERE c.submission_key LIKE $1 || ':%'`;
