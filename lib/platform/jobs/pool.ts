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
