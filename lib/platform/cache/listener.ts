import pg from 'pg';
import { env } from '@/lib/platform/env';
import { loadSettings } from '@/lib/platform/settings/current-settings';
import { CHANNEL, ALL_TAGS, invalidateLocal } from './invalidation';
import { TAGS } from './tags';

const RETRY_MS = 1_000;

/** Pages are made anew with the settings of now, so these are read first. */
async function forget(tags: string[]): Promise<void> {
  if (tags.includes(TAGS.settings) || tags.includes(ALL_TAGS)) await loadSettings().catch(() => undefined);
  invalidateLocal(tags);
}

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
    mine.on('notification', ({ payload }) => void forget((payload ?? ALL_TAGS).split(',')));
    try {
      await mine.connect();
      await mine.query(`LISTEN ${CHANNEL}`);
      client = mine;
      await forget([ALL_TAGS]);
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
