// Restores a backup as an embedded database.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureDatabase } from '../database.mjs';
import { locateCluster } from '../postgres-cluster.mjs';
import { postgresPrograms } from '../postgres-binaries.mjs';
import { startPostgres } from '../postgres.mjs';
import { CommandError } from '../command-error.mjs';
import { readArchive } from './archive.mjs';
import { load } from './dump.mjs';
import { demandRoom } from './files.mjs';
import { copyIn } from './snapshot.mjs';
import { makeWorkshop } from './workshop.mjs';

/** Rows need more space in tables with indexes. */
const grows = { files: 1, rows: 4, dump: 4 };

/**
 * Makes an embedded database below `home`, where there is none, out of an archive. Returns the running server.
 * @param {{ file: string, about: import('./archive.mjs').About, home: string, port: number, say: (text: string) => void }} options
 */
export async function fill({ file, about, home, port, say }) {
  fs.mkdirSync(home, { recursive: true, mode: 0o711 });
  const workshop = makeWorkshop(home);
  try {
    demandRoom(workshop.directory, about.bytes * grows[about.kind]);
    if (about.kind === 'files') demandSameServer(about, locateCluster(home).account);
    // Checks that the archive is complete before it is used.
    await readArchive(file, { directory: workshop.directory, own: workshop.own });
    if (about.kind === 'files') takeFiles(workshop.directory, locateCluster(home));
    const postgres = await startPostgres({ home, port, say });
    await ensureDatabase(postgres.urlOf('postgres'), 'bpf');
    const url = postgres.urlOf('bpf');
    if (about.kind === 'rows') await copyIn({ url, directory: workshop.directory, about });
    if (about.kind === 'dump') await load({ url, file: path.join(workshop.directory, 'database.dump'), about });
    return postgres;
  } finally {
    workshop.remove();
  }
}

/**
 * @param {{ major: string, platform: string }} options
 * @param {import('../postgres-binaries.mjs').Account | undefined} account
 */
function demandSameServer({ major, platform }, account) {
  const here = `${process.platform}-${process.arch}`;
  if (platform !== here)
    throw new CommandError(
      `The backup holds the files of a database on ${platform}; this is ${here}. Make one with --online there: it goes everywhere.`,
    );
  const version = execFileSync(postgresPrograms(account).postgres, ['--version']).toString();
  const own = /(\d+)/.exec(version)?.[1];
  if (own !== major)
    throw new CommandError(
      `The backup holds the files of PostgreSQL ${major}, and this version of the program has ${own}: restore it with the program it was made with, and make one with --online there.`,
    );
}

/**
 * @param {string} directory
 * @param {import('../postgres-cluster.mjs').Located} cluster
 */
function takeFiles(directory, cluster) {
  fs.renameSync(path.join(directory, 'pg'), cluster.data);
  fs.copyFileSync(path.join(directory, 'pg.password'), cluster.passwordFile);
  fs.chmodSync(cluster.passwordFile, 0o600);
}

/**
 * Moves the database below `home` away, if the operator asked for it, and can move it back.
 * @param {{ home: string, replace: boolean }} options
 * @returns {Promise<{ place?: string, putBack: () => Promise<void> }>} place: where it is now
 */
export async function setAside({ home, replace }) {
  const cluster = locateCluster(home);
  if (!fs.existsSync(cluster.data)) return { putBack: () => removeNew(cluster, home) };
  if (!replace) {
    throw new CommandError(
      `There is a database below ${home} already. Add --replace to put the backup in its place; what is there now is kept beside it.`,
    );
  }
  await stopLeftover(cluster, home);
  const place = `${cluster.data}.before-${new Date().toISOString().replace(/\W/g, '').slice(0, 15)}`;
  fs.renameSync(cluster.data, place);
  fs.copyFileSync(cluster.passwordFile, `${place}.password`);
  const putBack = async () => {
    await removeNew(cluster, home);
    fs.renameSync(place, cluster.data);
    fs.renameSync(`${place}.password`, cluster.passwordFile);
  };
  return { place, putBack };
}

/**
 * @param {import('../postgres-cluster.mjs').Located} cluster
 * @param {string} home
 */
async function removeNew(cluster, home) {
  await stopLeftover(cluster, home);
  fs.rmSync(cluster.data, { recursive: true, force: true });
}

/**
 * A server that survived a killed start is taken over and stopped in order.
 * @param {import('../postgres-cluster.mjs').Located} cluster
 * @param {string} home
 */
async function stopLeftover(cluster, home) {
  if (!fs.existsSync(path.join(cluster.data, 'postmaster.pid'))) return;
  const postgres = await startPostgres({ home, port: 55_632 });
  await postgres.stop();
}
