import { Client } from 'pg';

/** The advisory lock that every process working on the queue holds, shared, for as long as its connection lives. */
export const PRESENCE_LOCK = 20_201_017;

export type Presence = {
  /** Settles when the connection is lost, or given up by `leave`. */
  ended: Promise<void>;
  leave: () => Promise<void>;
};

/**
 * Registers this process as a worker of the queue. A process that is killed leaves its jobs locked, and the queue would
 * start them again only after four hours. So a worker that starts and finds no other worker unlocks them first.
 */
export async function joinQueue(connectionString: string): Promise<Presence> {
  const client = new Client({ connectionString, application_name: 'bpf-worker', keepAlive: true });
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  // Without a listener a lost connection would end the process; the event 'end' follows and is handled.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [
      PRESENCE_LOCK,
    ]);
    if (rows[0]?.alone) await client.query(FREE_ABANDONED_JOBS);
    await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    if (rows[0]?.alone) await client.query('SELECT pg_advisory_unlock($1)', [PRESENCE_LOCK]);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return { ended, leave: () => client.end().catch(() => {}) };
}

const FREE_ABANDONED_JOBS = `
  SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
  FROM graphile_worker.jobs WHERE locked_by IS NOT NULL HAVING count(*) > 0`;
