// The nightly backup: which one is due, which ones go, and the commands that do it.
import fs from 'node:fs';
import path from 'node:path';
import { isBundle } from '../checkout.mjs';
import { finished, startNode } from '../processes.mjs';
import { messageOf } from '../command-error.mjs';

const HOUR = 3_600_000;
/** How often to look whether a backup is due. */
const PERIOD = HOUR / 12;
/** After so many days the newest backup is restored into a database that is thrown away. */
const CHECK_DAYS = 7;
/** A failed backup is tried again after so long. */
const PAUSE = HOUR;
const OWN = /^bpf-\d{4}-\d{2}-\d{2}\.backup$/;

/** @param {Date} day */
const fileOfDay = (day) => `bpf-${day.toISOString().slice(0, 10)}.backup`;

/**
 * The file that is to be made now: the day's, once its hour has come and as long as it is not there. UTC.
 * @param {{ files: string[], now: Date, hour: number }} options files: the names in the folder
 * @returns {string | null}
 */
export function dueBackup({ files, now, hour }) {
  const file = fileOfDay(now);
  return now.getUTCHours() >= hour && !files.includes(file) ? file : null;
}

/**
 * The backups that go: of those that this schedule made, all but the newest. Other files of the folder stay.
 * @param {{ files: string[], keep: number }} options
 * @returns {string[]}
 */
export const surplus = ({ files, keep }) =>
  files
    .filter((file) => OWN.test(file))
    .sort()
    .slice(0, -keep);

/**
 * Makes a backup each day from now on, keeps the newest ones, and checks the newest every seven days. Failures are noted
 * for the desk, and tried again an hour later.
 * @param {{ settings: import('../environment.mjs').Settings, directory: string, say: (text: string) => void }} options
 * @returns {() => void} ends it
 */
export function keepBackups({ settings, directory, say }) {
  const { backup } = settings;
  if (!backup) return () => {};
  /** @type {number} */
  let notBefore = 0;
  let busy = false;
  const look = async () => {
    if (busy || Date.now() < notBefore) return;
    busy = true;
    try {
      if (!(await backUpIfDue({ settings, backup, directory, say }))) notBefore = Date.now() + PAUSE;
    } catch (error) {
      // The folder can't be made or read, for example.
      notBefore = Date.now() + PAUSE;
      const failed = { file: fileOfDay(new Date()), failure: messageOf(error), say };
      await noteFailure(settings, directory, failed).catch((again) => say(`backup: ${messageOf(again)}`));
    }
    busy = false;
  };
  const timer = setInterval(look, PERIOD).unref();
  void look();
  return () => clearInterval(timer);
}

/**
 * One look at the folder. Returns false where something failed, and was noted.
 * @param {{ settings: import('../environment.mjs').Settings, backup: import('../environment.mjs').BackupSettings, directory: string,
 *   say: (text: string) => void, now?: Date }} options
 */
async function backUpIfDue({ settings, backup, directory, say, now = new Date() }) {
  const { folder, hour, keep } = backup;
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = dueBackup({ files: fs.readdirSync(folder), now, hour });
  if (file === null) return true;
  const place = path.join(folder, file);
  const made = await run(['bin/backup.mjs', place, ...(settings.databaseUrl ? [] : ['--online'])]);
  if (!made.ok) return await noteFailure(settings, directory, { file, failure: made.failure, say });
  say(`backup: ${place}`);
  for (const old of surplus({ files: fs.readdirSync(folder), keep })) fs.rmSync(path.join(folder, old));
  // A bundle holds no PostgreSQL to restore it into.
  if (isBundle || !(await isCheckDue(settings, directory, now))) return true;
  const checked = await run(['bin/restore.mjs', place, '--check', '--data-only']);
  say(checked.ok ? `backup: ${file} can be restored` : `backup: ${file} can’t be restored: ${checked.failure}`);
  return true; // the check notes its own outcome
}

/**
 * @param {import('../environment.mjs').Settings} settings
 * @param {string} directory
 * @param {{ file: string, failure: string, say: (text: string) => void }} failed
 */
async function noteFailure(settings, directory, { file, failure, say }) {
  say(`backup: ${file} was not made: ${failure}`);
  const { noteFailedBackup, notingUrl } = await import('./record.mjs');
  const url = await notingUrl(settings, directory);
  if (url) await noteFailedBackup(url, { file, failure });
  return false;
}

/**
 * @param {import('../environment.mjs').Settings} settings
 * @param {string} directory
 * @param {Date} now
 */
async function isCheckDue(settings, directory, now) {
  const { notingUrl } = await import('./record.mjs');
  const { withClient } = await import('../with-client.mjs');
  const url = await notingUrl(settings, directory);
  if (!url) return false;
  const { rows } = await withClient(url, (client) =>
    client.query('SELECT max(checked_at) AS at FROM backups WHERE checked_at IS NOT NULL AND check_failure IS NULL'),
  );
  return rows[0].at === null || now.getTime() - rows[0].at.getTime() > (CHECK_DAYS - 0.5) * 24 * HOUR;
}

/**
 * Runs a command of ours with the operator's own environment.
 * @param {string[]} args
 */
async function run(args) {
  const { ok, output, ended } = await finished(startNode(args, { output: 'pipe' }));
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '');
  return { ok, failure: lines.slice(-3).join('\n').slice(-1_000) || ended };
}
