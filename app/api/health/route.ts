import { readQueueState } from '@/lib/jobs/queries';
import { isLostDatabase } from '@/lib/lost-database';

export const dynamic = 'force-dynamic';

const headers = { 'Cache-Control': 'no-store' };

/** For load balancers and monitors: 200 while pages and forms work, 503 while the database is away. */
export async function GET(): Promise<Response> {
  try {
    const queue = await readQueueState();
    return Response.json({ status: 'ok', database: 'up', worker: queue.workers > 0 ? 'up' : 'none', queue }, { headers });
  } catch (error) {
    if (!isLostDatabase(error)) console.error(error);
    return Response.json({ status: 'unavailable', database: 'down' }, { status: 503, headers: { ...headers, 'Retry-After': '10' } });
  }
}
