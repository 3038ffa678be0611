// Counts what a database holds and checks it: rows per table, the releases' checksums, and the histories that only
// grow.
import pg from 'pg';

const tables = `
  SELECT c.oid, n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname IN ('public', 'graphile_worker') ORDER BY n.nspname, c.relname`;

/** Each query finds rows that must not exist, and names them. */
const faults = {
  'Files of releases differ from their checksums': `
    SELECT release_slug || '/' || name AS name FROM release_files WHERE encode(sha256(bytes), 'hex') <> sha256 OR length(bytes) <> size`,
  'Releases differ from their checksums': `
    SELECT slug AS name FROM releases r
    WHERE NOT EXISTS (SELECT FROM release_files f WHERE f.release_slug = r.slug AND f.name = 'agreements.json' AND f.sha256 = r.checksum)`,
  'Revisions are missing from the history of': `
    SELECT a.slug AS name FROM agreements a LEFT JOIN revisions r ON r.agreement_id = a.id
    GROUP BY a.id HAVING count(r.id) <> a.version OR coalesce(max(r.version), 0) <> a.version`,
  'A change of a cell does not follow from the one before it': `
    SELECT slug || ' ' || key AS name FROM (
      SELECT a.slug, c.key, c.before, lag(c.after) OVER chain AS previous, row_number() OVER chain AS position
      FROM revision_cells c JOIN revisions r ON r.id = c.revision_id JOIN agreements a ON a.id = r.agreement_id
      WINDOW chain AS (PARTITION BY r.agreement_id, c.key ORDER BY r.version)
    ) AS steps WHERE position > 1 AND before IS DISTINCT FROM previous`,
  'Versions are missing of the contributions': `
    SELECT c.reference AS name FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id
    GROUP BY c.id HAVING count(*) <> max(r.number)`,
  'History can be rewritten in': `
    SELECT t.tgrelid::regclass::text AS name FROM pg_trigger t WHERE t.tgname LIKE '%\\_append\\_only' AND t.tgenabled <> 'O'`,
};

/**
 * The tables of the app and its queue.
 * @param {import('pg').Client} client
 * @returns {Promise<{ schema: string, name: string }[]>}
 */
export async function tablesOf(client) {
  return (await client.query(tables)).rows;
}

/**
 * How many rows each table holds.
 * @param {import('pg').Client} client
 * @returns {Promise<Record<string, number>>}
 */
export async function countRows(client) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { schema, name } of await tablesOf(client)) {
    const { rows } = await client.query(
      `SELECT count(*)::int AS n FROM ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`,
    );
    counts[`${schema}.${name}`] = rows[0].n;
  }
  return counts;
}

/**
 * The errors of a database, one sentence each.
 * @param {import('pg').Client} client
 * @returns {Promise<string[]>}
 */
export async function findFaults(client) {
  const found = [];
  for (const [sentence, query] of Object.entries(faults)) {
    const { rows } = await client.query(query);
    const more = rows.length > 5 ? ` and ${rows.length - 5} more` : '';
    if (rows.length > 0)
      found.push(
        `${sentence}: ${rows
          .slice(0, 5)
          .map((/** @type {{ name: string }} */ { name }) => name)
          .join(', ')}${more}.`,
      );
  }
  return found;
}

/**
 * The differences between two counts, one sentence each.
 * @param {Record<string, number>} expected
 * @param {Record<string, number>} found
 */
export function differences(expected, found) {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return names
    .filter((name) => expected[name] !== found[name])
    .map((name) => `${name} has ${found[name] ?? 'no'} rows; the backup was made with ${expected[name] ?? 'none'}.`);
}

/**
 * Which migrations a database has, the oldest first.
 * @param {import('pg').Client} client
 */
export async function migrationsOf(client) {
  const { rows } = await client.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY name',
  );
  return rows.map((/** @type {{ name: string }} */ { name }) => name);
}

/**
 * Whether this database holds a forum: one of our tables with a row in it.
 * @param {import('pg').Client} client
 */
export async function isFilled(client) {
  const { rows } = await client.query(
    `SELECT count(*)::int AS n FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker')`,
  );
  return rows[0].n > 0;
}
