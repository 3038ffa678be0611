// Compares the public pages of a restored database with those of the forum that runs here.
import { build } from '../build.mjs';
import { runningLock } from '../checkout.mjs';
import { prepareDatabase } from '../database.mjs';
import { serverEnvironment } from '../environment.mjs';
import { holderOf } from '../lock.mjs';
import { freePort } from '../ports.mjs';
import { findPostgres } from '../postgres.mjs';
import { endChild } from '../processes.mjs';
import { CommandError } from '../command-error.mjs';
import { answersHttp, startWeb } from '../web.mjs';
import { crawl, unlike } from './crawl.mjs';
import { countRows, differences } from './examination.mjs';
import { withClient } from '../with-client.mjs';

/** Tables that readers and the clock change, and that no public page shows. */
const passing = /^(graphile_worker\.|public\.(rate_limits|sessions|verification_tokens|users|mails)$)/;

/**
 * Serves the restored database for a moment and opens every public page. Compares them with those of the running forum,
 * if its database has not changed since the backup.
 * @param {{ url: string, about: import('./archive.mjs').About, settings: import('../environment.mjs').Settings, directory: string, home: string, say: (text: string) => void }} options
 *   url: of the restored database; home: a folder for what its server writes
 * @throws {CommandError} naming the pages that fail, or are not the same
 */
export async function checkPages({ url, about, settings, directory, home, say }) {
  await build({ output: 'inherit' });
  // A backup of an older version is migrated first, as the start after a restore does.
  const environment = { ...serverEnvironment(settings, { directory: home, databaseUrl: url }), SMTP_URL: undefined };
  await prepareDatabase({ url, environment });
  const port = await freePort(settings.port + 1);
  const web = startWeb({
    mode: 'start',
    port,
    host: '127.0.0.1',
    environment: { ...environment, RUN_WORKER: '0' },
    output: 'pipe',
  });
  if (!(await answersHttp(web, { port, host: '127.0.0.1' })))
    throw new CommandError('The restored database could not be served.');
  const found = await crawl(`http://127.0.0.1:${port}`, { address: settings.address });
  await endChild(web);
  const failed = [...found]
    .filter(([, { status }]) => status >= 400)
    .map(([path, { status }]) => `${path} answers ${status}.`);
  if (failed.length > 0)
    throw new CommandError(
      ['Pages of the restored database fail:', ...failed.slice(0, 20).map((one) => `  - ${one}`)].join('\n'),
    );
  say(`${found.size} public pages and files of the restored database answer`);
  await compareWithRunning({ found, about, settings, directory, say });
}

/** @param {{ found: import('./crawl.mjs').Pages, about: import('./archive.mjs').About, settings: import('../environment.mjs').Settings, directory: string, say: (text: string) => void }} options */
async function compareWithRunning({ found, about, settings, directory, say }) {
  const url =
    settings.databaseOwnerUrl ?? settings.databaseUrl ?? (await findPostgres({ home: directory }))?.urlOf('bpf');
  const running = holderOf(runningLock())?.purpose === 'npm start';
  if (!url || !running) return say('they were not compared with those of today: no forum runs here');
  const changed = differences(about.counts, await withClient(url, countRows)).filter((line) => !passing.test(line));
  if (changed.length > 0)
    return say(`they were not compared with those of today, where something has changed since: ${changed[0]}`);
  const today = await crawl(`http://127.0.0.1:${settings.port}`, { address: settings.address });
  const other = unlike(today, found);
  if (other.length > 0)
    throw new CommandError(
      ['Pages of the restored database are not those of today:', ...other.slice(0, 20).map((one) => `  - ${one}`)].join(
        '\n',
      ),
    );
  say('they say the same as those of the running forum');
}
