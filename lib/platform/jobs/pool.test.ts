import { expect, it, vi } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { clockFailed, withPool } from './pool';

useTestDatabase();

it('outlives a connection that the database ends while nobody uses it', async () => {
  const left = await withPool({ connectionString: env().DATABASE_URL, max: 1 }, async (pool) => {
    const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    expect(pool.totalCount).toBe(1);
    await db.$executeRaw`SELECT pg_terminate_backend(${rows[0]?.pid}::int)`;
    // An error that nobody listens to would fail the run here.
    await vi.waitFor(() => expect(pool.totalCount).toBe(0), { timeout: 15_000 });
    return (await pool.query<{ one: number }>('SELECT 1 AS one')).rows;
  });
  expect(left).toEqual([{ one: 1 }]);
});

it('answers the clock of the queue with nothing when the database ends a query, and says so', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  await withPool({ connectionString: env().DATABASE_URL, max: 1 }, async (pool) => {
    const failed = clockFailed(pool);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    expect(warned).not.toHaveBeenCalled();
    expect((await pool.query('SELECT pg_terminate_backend(pg_backend_pid())')).rows).toEqual([]);
    await failed;
  });
  expect(warned.mock.calls.flat().join('\n')).toContain('The clock of the job queue failed');
  warned.mockRestore();
});
