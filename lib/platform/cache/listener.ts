import pg from 'pg';
import { env } from '@/lib/platform/env';
import { CHANNEL, ALL_TAGS, invalidateLocal } from './invalidation';

const RETRY_MS = 1_000;

/**
 * Receives, as long as this process lives, which cached pages a change in any process has made stale. Messages get lost
 * while the connection is down: when it is back everything counts as stale.
 */
export function subscribeToInvalidations(): { stop: () => Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;

  const again = () => {
    if (!stopped) setTimeout(() => void connect(), RETRY_MS).unref();
  };

  async function connect() {
    const mine = new pg.Client({
      connectionString: env().DATABASE_URL,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      again();
    };
    mine.on('error', end);
    mine.on('end', end);
    mine.on('notification', ({ payload }) => invalidateLocal((payload ?? ALL_TAGS).split(',')));
    try {
      await mine.connect();
      await mine.query(`LISTEN ${CHANNEL}`);
      client = mine;
      invalidateLocal([ALL_TAGS]);
    } catch {
      await mine.end().catch(() => undefined);
      end();
    }
  }

  void connect();
  return {
    stop: async () => {
      stopped = true;
      await client?.end().catch(() => undefined);
    },
  };
}
