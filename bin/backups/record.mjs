// Notes in the forum's own database which backups were made and checked: the desk shows it.
import path from 'node:path';
import { findPostgres } from '../postgres.mjs';
import { withClient } from '../with-client.mjs';
import { codeOf } from '../command-error.mjs';

/**
 * @typedef {{ file: string, at: string, bytes: number, rows: number }} Made at: ISO 8601, as the archive says
 * @typedef {{ file: string, at: string, failure: string | null }} Checked failure: null where it can be restored
 */

/**
 * @param {string} url of the tables' owner
 * @param {Made} made
 */
export const noteBackup = (url, { file, at, bytes, rows }) =>
  noting(
    url,
    `INSERT INTO backups (file, made_at, bytes, rows) VALUES ($1, $2, $3, $4) ON CONFLICT (file, made_at) DO NOTHING`,
    [path.basename(file), at, bytes, rows],
  );

/**
 * @param {string} url of the tables' owner
 * @param {{ file: string, failure: string }} failed
 */
export const noteFailedBackup = (url, { file, failure }) =>
  noting(url, 'INSERT INTO backups (file, made_at, failure) VALUES ($1, now(), $2)', [path.basename(file), failure]);

/**
 * @param {string} url of the tables' owner
 * @param {Checked} checked
 */
export const noteCheck = (url, { file, at, failure }) =>
  noting(
    url,
    `INSERT INTO backups (file, made_at, checked_at, check_failure) VALUES ($1, $2, now(), $3)
     ON CONFLICT (file, made_at) DO UPDATE SET checked_at = now(), check_failure = $3`,
    [path.basename(file), at, failure],
  );

/**
 * The database in which to note it; undefined where no forum runs that could show it.
 * @param {{ databaseUrl?: string, databaseOwnerUrl?: string }} settings
 * @param {string} directory
 * @returns {Promise<string | undefined>}
 */
export const notingUrl = async ({ databaseUrl, databaseOwnerUrl }, directory) =>
  databaseOwnerUrl ?? databaseUrl ?? (await findPostgres({ home: directory }))?.urlOf('bpf');

/**
 * A database of an earlier version has no such table: then there is no desk that would show it.
 * @param {string} url
 * @param {string} statement
 * @param {unknown[]} values
 */
async function noting(url, statement, values) {
  try {
    await withClient(url, (client) => client.query(statement, values));
  } catch (error) {
    if (codeOf(error) !== '42P01') throw error;
  }
}
