import pg from 'pg';

/**
 * Does work of the job queue with connections that are closed when it settles. A pool of the queue's own stops listening
 * to errors before its connections are closed: a database that ends at that moment would end the process.
 */
export async function withPool<T>(
  { connectionString, max }: { connectionString: string; max: number },
  work: (pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString, max });
  // The queue logs them while it works; afterwards there is nothing to do about them.
  pool.on('error', () => {});
  try {
    return await work(pool);
  } finally {
    await pool.end().catch(() => {});
  }
}

/**
 * Settles once a query of the queue's clock has failed. graphile-worker lets such a failure go unhandled, which ends a
 * process; it alone asks the pool itself. So the query answers with no rows, and who waits here begins the work again.
 */
export function clockFailed(pool: pg.Pool): Promise<void> {
  const query = pool.query.bind(pool) as (text: string, values?: unknown[]) => Promise<pg.QueryResult>; // one of many forms
  return new Promise((resolve) => {
    const answer = (text: string, values?: unknown[]) =>
      query(text, values).catch((error: unknown) => {
        console.warn(`The clock of the job queue failed: ${error instanceof Error ? error.message : String(error)}`);
        resolve();
        return { rows: [] };
      });
    Object.assign(pool, { query: answer });
  });
}
