import pg from 'pg';
import { dropDatabase, prepareDatabase, recreateDatabase, withDatabase } from '@/bin/database.mjs';
import { testEnvironment } from '@/bin/environment.mjs';
import { hashSecret } from '@/lib/platform/secret';
import { fillQueue } from './filling';

/** The editor in whose name the programs act; only this run knows the token. */
export const TOKEN = `bpf_${'b'.repeat(43)}`;

export type Purpose = 'speed' | 'breakdown' | 'growth' | 'published' | 'memory' | 'register';

export type BenchDatabase = {
  url: string;
  query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** Adds contributions until there are that many. */
  fill: (contributions: number) => Promise<void>;
  drop: () => Promise<void>;
};

/**
 * A database of this run's own on the server in BENCH_DATABASE_ADMIN_URL: migrated, seeded, with an editor and a token.
 */
export async function createBenchDatabase(purpose: Purpose): Promise<BenchDatabase> {
  const adminUrl = process.env.BENCH_DATABASE_ADMIN_URL;
  if (!adminUrl)
    throw new Error(
      'BENCH_DATABASE_ADMIN_URL is not set: run `npm run bench`, or name a PostgreSQL server where databases may be created.',
    );
  const name = `bpf_bench_${purpose}_${process.pid}`;
  const url: string = withDatabase(adminUrl, name);
  await recreateDatabase(adminUrl, name);
  await prepareDatabase({ url, environment: testEnvironment(process.env.BPF_DATA_DIR ?? '.data') });
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined); // a connection that ends with the server is expected here
  await pool.query(`
    INSERT INTO users (id, email, name, role) VALUES ('bench-editor', 'bench.editor@example.org', 'Bench', 'editor')`);
  await pool.query(
    `INSERT INTO api_tokens (id, user_id, name, token_hash, expires_at, last_used_at)
     VALUES (gen_random_uuid(), 'bench-editor', 'bench', $1, now() + interval '1 day', now() + interval '1 hour')`,
    [hashSecret(TOKEN)],
  );
  return {
    url,
    query: async (text, values) => (await pool.query(text, values)).rows,
    fill: (contributions) => fillQueue(pool, contributions),
    drop: async () => {
      await pool.end();
      await dropDatabase(adminUrl, name);
    },
  };
}
