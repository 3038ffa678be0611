// A folder beside the embedded database in which its server, which may run as another user, reads and writes.
import fs from 'node:fs';
import path from 'node:path';
import { locateCluster } from '../postgres-cluster.mjs';

/**
 * Makes the folder; `own` hands a file or folder in it to the server's user.
 * @param {string} home the data directory
 */
export function makeWorkshop(home) {
  const { account, place } = locateCluster(home);
  const directory = path.join(place, `backup-${process.pid}`);
  /** @param {string} file */
  const own = (file) => account && fs.chownSync(file, account.uid, account.gid);
  fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  own(directory);
  return { directory, own, remove: () => fs.rmSync(directory, { recursive: true, force: true }) };
}
