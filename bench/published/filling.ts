import type { BenchDatabase } from '@/bench/database';

/**
 * Adds copies of the agreements, with their cells and first revision, until there are `count` with cells; then
 * invalidates the caches of all processes.
 */
export async function fillAgreements({ query }: Pick<BenchDatabase, 'query'>, count: number): Promise<void> {
  const [present] = await query<{ count: number }>('SELECT count(*)::int AS count FROM agreements WHERE version > 0');
  const missing = count - (present?.count ?? 0);
  if (missing > 0) {
    for (const statement of [AGREEMENTS, REVISIONS, CELLS, HISTORY]) await query(statement, [missing]);
    await query('VACUUM ANALYZE');
  }
  await query(`SELECT pg_notify('bpf_cache_tags', '*')`);
}

/** The copies are new agreements, in the order of the first ones; `seed` numbers those. */
const COPIES = `
  WITH seed AS (SELECT *, row_number() OVER (ORDER BY slug) - 1 AS place, count(*) OVER () AS amount FROM agreements WHERE slug NOT LIKE '%-copy-%' AND version > 0),
  copies AS (SELECT seed.id AS of, seed.slug || '-copy-' || n AS slug, seed.name || ' ' || n AS name, seed.short_name || ' ' || n AS short_name
    FROM generate_series(1, $1::int) n JOIN seed ON seed.place = n % seed.amount)`;

const AGREEMENTS = `${COPIES}
  INSERT INTO agreements (id, slug, version, name, short_name) SELECT gen_random_uuid(), slug, 1, name, short_name FROM copies ON CONFLICT DO NOTHING`;

const REVISIONS = `${COPIES}
  INSERT INTO revisions (id, agreement_id, version, kind, summary) SELECT gen_random_uuid(), a.id, 1, 'import', 'Bench' FROM copies JOIN agreements a USING (slug)
  ON CONFLICT DO NOTHING`;

const CELLS = `${COPIES}
  INSERT INTO cells (agreement_id, key, kind, criterion_key, value, note, source, as_of, version, decided_at, revision_id)
  SELECT a.id, c.key, c.kind, c.criterion_key, CASE c.key WHEN 'name' THEN to_jsonb(copies.name) WHEN 'shortName' THEN to_jsonb(copies.short_name) ELSE c.value END,
    c.note, c.source, c.as_of, 1, now(), r.id
  FROM copies JOIN agreements a USING (slug) JOIN revisions r ON r.agreement_id = a.id JOIN cells c ON c.agreement_id = copies.of ON CONFLICT DO NOTHING`;

const HISTORY = `${COPIES}
  INSERT INTO revision_cells (revision_id, key, after)
  SELECT c.revision_id, c.key, jsonb_build_object('value', c.value, 'note', c.note, 'source', c.source)
  FROM copies JOIN agreements a USING (slug) JOIN cells c ON c.agreement_id = a.id ON CONFLICT DO NOTHING`;
