import type pg from 'pg';

/** Runs statements as one transaction on one connection. */
export async function inTransaction<T>(pool: pg.Pool, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await run(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** Inserts rows with one statement; each row is a list of values in the order of the columns. */
export async function insertRows(
  client: pg.PoolClient,
  table: string,
  columns: string,
  rows: unknown[][],
): Promise<void> {
  if (rows.length === 0) return;
  let number = 0;
  const places = rows.map((row) => `(${row.map(() => `$${(number += 1)}`).join(',')})`).join(',');
  await client.query(`INSERT INTO ${table} (${columns}) VALUES ${places}`, rows.flat());
}
