// The operator's environment, read once, and the environment of the server. .env.example explains each variable.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readOidcSettings } from '../lib/accounts/oidc/oidc-settings.mjs';
import { isBundle, root } from './checkout.mjs';
import { CommandError } from './command-error.mjs';
import { demandProductionSettings, localSecret } from './secrets.mjs';

/** Reads `.env`, if there is one; what the environment already says wins. */
export function loadDotEnv() {
  const file = path.join(root, '.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

/**
 * Whether this is a server for others, and not a computer to try or develop the forum on.
 * @param {Record<string, string | undefined>} environment
 */
export const isProduction = ({ BPF_ENV, NODE_ENV } = process.env) =>
  isBundle || BPF_ENV === 'production' || NODE_ENV === 'production';

/**
 * @typedef {ReturnType<typeof readSettings>} Settings
 * @param {Record<string, string | undefined>} environment
 * @throws {CommandError} when a value makes no sense, or production lacks one
 */
export function readSettings(environment = process.env) {
  const production = isProduction(environment);
  if (production) demandProductionSettings(environment);
  demandWholeProvider(environment);
  const port = portOf(environment, 'PORT', 3000);
  const databaseUrl = postgresUrlOf(environment, 'DATABASE_URL');
  const databaseOwnerUrl = postgresUrlOf(environment, 'DATABASE_OWNER_URL');
  if (databaseOwnerUrl && !databaseUrl) {
    throw new CommandError(
      'DATABASE_OWNER_URL is set and DATABASE_URL is not: the app needs a role of its own in the same database.',
    );
  }
  return {
    production,
    port,
    host: environment.HOST || '127.0.0.1',
    address: (environment.NEXTAUTH_URL || `http://localhost:${port}`).replace(/\/$/, ''),
    adminEmail: environment.ADMIN_EMAIL || 'admin@example.org',
    databaseUrl,
    databaseOwnerUrl,
    postgresPort: portOf(environment, 'POSTGRES_PORT', 55632),
    sample: sampleOf(environment, production),
    sendsMail: Boolean(environment.SMTP_URL),
    workerInServer: environment.WORKER !== 'off',
    backup: backupOf(environment),
  };
}

/**
 * The environment of the web server, the worker and the seed.
 * @param {ReturnType<typeof readSettings>} settings
 * @param {{ directory: string, databaseUrl: string, mode?: 'start' | 'dev', environment?: Record<string, string | undefined> }} place
 */
export function serverEnvironment(settings, { directory, databaseUrl, mode = 'start', environment = process.env }) {
  // The owner's password is for migrations; the app never holds it.
  const { DATABASE_OWNER_URL: _, ...inherited } = environment;
  return {
    ...inherited,
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: settings.address,
    NEXTAUTH_SECRET: environment.NEXTAUTH_SECRET || localSecret(directory),
    ADMIN_EMAIL: settings.adminEmail,
    BPF_DATA_DIR: directory,
    BPF_SAMPLE: settings.sample,
    RUN_WORKER: settings.workerInServer ? '1' : '0',
  };
}

/**
 * The variables that an operator sets, in the shell or in `.env`. Tests must not see them: they would write to that
 * database and use that mail server.
 */
const operatorSettings = [
  ...[
    'ADMIN_EMAIL',
    'BACKUP_DIR',
    'BACKUP_HOUR',
    'BACKUP_KEEP',
    'BPF_DATA_DIR',
    'BPF_ENV',
    'BPF_SAMPLE',
    'CHALLENGE',
    'CONTACT_EMAIL',
    'DATABASE_OWNER_URL',
    'DATABASE_URL',
    'DB_POOL',
    'DB_PREPARE',
    'HOST',
    'LIMITS_FACTOR',
  ],
  ...[
    'MAIL_FROM',
    'NEXTAUTH_SECRET',
    'NEXTAUTH_URL',
    'NODE_ENV',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_GROUPS_CLAIM',
    'OIDC_ISSUER',
    'OIDC_NAME',
    'OIDC_ONLY',
    'OIDC_ROLE_GROUPS',
    'OIDC_SCOPE',
    'PORT',
    'RUN_WORKER',
    'SMTP_URL',
    'TRUSTED_PROXIES',
    'WORKER',
  ],
];

/**
 * The environment of everything that tests start.
 * @param {string} directory takes the place of `.data`
 */
export function testEnvironment(directory) {
  const inherited = Object.entries(process.env).filter(([name]) => !operatorSettings.includes(name));
  return {
    ...Object.fromEntries(inherited),
    ADMIN_EMAIL: 'admin@example.org',
    BPF_DATA_DIR: directory,
    // Tests count the contributions that they make.
    BPF_SAMPLE: 'off',
    // Every test comes from one address; the tests of the limits set their own.
    LIMITS_FACTOR: '10000',
    NEXTAUTH_SECRET: crypto.randomBytes(32).toString('base64url'),
    NEXTAUTH_URL: 'http://localhost:3000',
  };
}

/**
 * @param {Record<string, string | undefined>} environment
 * @throws {CommandError} when the settings of the sign-in provider are there by half
 */
export function demandWholeProvider(environment) {
  const { problems } = readOidcSettings(environment);
  if (problems.length === 0) return;
  throw new CommandError(
    ['Signing in through a provider is set up by half:', ...problems.map((text) => `  - ${text}`)].join('\n'),
  );
}

/**
 * @param {Record<string, string | undefined>} environment
 * @param {boolean} production which begins without a sample, unless it is asked for
 */
function sampleOf({ BPF_SAMPLE: text }, production) {
  if (!text) return production ? 'off' : 'on';
  if (text === 'on' || text === 'off') return text;
  throw new CommandError(`BPF_SAMPLE is "${text}": it must be "on" or "off".`);
}

/**
 * @typedef {{ folder: string, keep: number, hour: number }} BackupSettings hour: of the day in UTC
 * @param {Record<string, string | undefined>} environment
 * @returns {BackupSettings | undefined} undefined where no backup is made by itself
 */
function backupOf(environment) {
  if (!environment.BACKUP_DIR) return undefined;
  return {
    folder: path.resolve(root, environment.BACKUP_DIR),
    keep: wholeNumber(environment, 'BACKUP_KEEP', { otherwise: 14, least: 1, most: 10_000 }),
    hour: wholeNumber(environment, 'BACKUP_HOUR', { otherwise: 2, least: 0, most: 23 }),
  };
}

/**
 * @param {Record<string, string | undefined>} environment
 * @param {string} name
 * @param {number} otherwise
 */
const portOf = (environment, name, otherwise) => wholeNumber(environment, name, { otherwise, least: 1, most: 65_535 });

/**
 * @param {Record<string, string | undefined>} environment
 * @param {string} name
 * @param {{ otherwise: number, least: number, most: number }} limits
 */
function wholeNumber(environment, name, { otherwise, least, most }) {
  const text = environment[name];
  if (!text) return otherwise;
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new CommandError(`${name} is "${text}": it must be a whole number from ${least} to ${most}.`);
}

/**
 * @param {Record<string, string | undefined>} environment
 * @param {string} name
 */
function postgresUrlOf(environment, name) {
  const text = environment[name];
  if (!text) return undefined;
  if (URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol)) return text;
  throw new CommandError(`${name} must look like postgresql://user:password@host:port/name; no other database works.`);
}
