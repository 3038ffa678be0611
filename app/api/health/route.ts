import fs from 'node:fs';
import { env } from '@/lib/platform/env';
import { writePulse } from '@/lib/platform/jobs/queue';
import { readQueueState } from '@/lib/platform/jobs/queue';
import { isDatabaseDown } from '@/lib/platform/database-down';
import { VERSION } from '@/lib/platform/version';

export const dynamic = 'force-dynamic';

const headers = { 'Cache-Control': 'no-store' };

/** With less space than this beside the data (local database, mails), the disk is full within hours. */
const MIN_BYTES = 64 * 1024 * 1024;

/** The address is public, so the check writes at most once in this many milliseconds. */
const PULSE = 10_000;
const pulse = { at: 0 };

/**
 * For load balancers and monitors: 200 while pages and forms work; 503 if the database is down or read-only, or the
 * disk with the data is full.
 */
export async function GET(): Promise<Response> {
  try {
    const queue = await readQueueState();
    if (!(await takesWriting())) return unavailable({ database: 'up', writing: 'refused' });
    if (await isFull()) return unavailable({ database: 'up', disk: 'full' });
    return Response.json(
      { status: 'ok', version: VERSION, database: 'up', worker: queue.workers > 0 ? 'up' : 'none', queue },
      { headers },
    );
  } catch (error) {
    if (!isDatabaseDown(error)) console.error(error);
    return unavailable({ database: 'down' });
  }
}

const unavailable = (what: object) =>
  Response.json(
    { status: 'unavailable', version: VERSION, ...what },
    { status: 503, headers: { ...headers, 'Retry-After': '10' } },
  );

async function takesWriting(): Promise<boolean> {
  if (Date.now() - pulse.at < PULSE) return true;
  try {
    await writePulse();
    pulse.at = Date.now();
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** If the disk can't be examined, the answer does not mention it. */
async function isFull(): Promise<boolean> {
  const disk = await fs.promises.statfs(env().BPF_DATA_DIR).catch(() => null);
  return disk !== null && disk.bavail * disk.bsize < MIN_BYTES;
}
