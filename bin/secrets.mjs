// The secret that signs sessions and private links: created once for local use, required in production.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isBundle } from './checkout.mjs';
import { CommandError } from './command-error.mjs';

const needed = {
  DATABASE_URL: 'the PostgreSQL server that holds the data, as postgresql://user:password@host:port/name',
  NEXTAUTH_SECRET:
    'at least 32 random characters that sign sessions and private links; `openssl rand -base64 32` makes them',
  NEXTAUTH_URL: 'the address under which the public reaches this server, as https://bpf.example.org',
  ADMIN_EMAIL: 'the address of the first editor',
  SMTP_URL: 'the mail server, as smtps://user:password@host:465',
  MAIL_FROM: 'the sender of all mails, as "Best Practice Forum <bpf@example.org>"',
};

/**
 * The reasons why this environment can't run in production, one sentence each.
 * @param {Record<string, string | undefined>} environment
 * @returns {string[]}
 */
export function missingInProduction(environment) {
  const problems = Object.entries(needed)
    .filter(([name]) => !environment[name])
    .map(([name, meaning]) => `${name} is not set: ${meaning}.`);
  const { NEXTAUTH_SECRET: secret, NEXTAUTH_URL: address } = environment;
  if (secret && secret.length < 32)
    problems.push(`NEXTAUTH_SECRET has ${secret.length} characters: it needs at least 32.`);
  if (address && !isOrigin(address)) {
    problems.push(`NEXTAUTH_URL is "${address}": it must be an address like https://bpf.example.org, without a path.`);
  }
  return problems;
}

/** @param {string} text */
function isOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === '';
}

/**
 * Throws if production lacks something, and names everything that is missing at once.
 * @param {Record<string, string | undefined>} environment
 */
export function demandProductionSettings(environment) {
  const problems = missingInProduction(environment);
  if (problems.length === 0) return;
  const setting = environment.BPF_ENV === 'production' ? 'BPF_ENV=production' : 'NODE_ENV=production';
  const why = isBundle ? 'a bundle, which always is one' : setting;
  throw new CommandError(
    [
      `This is a production server (${why}), and it does not start with settings missing:`,
      ...problems.map((text) => `  - ${text}`),
      isBundle
        ? '.env.example explains every setting.'
        : '.env.example explains every setting. On your own machine, leave BPF_ENV and NODE_ENV unset.',
    ].join('\n'),
  );
}

/**
 * The secret of this data directory; made on first use, readable by its owner only.
 * @param {string} directory
 */
export function localSecret(directory) {
  const file = path.join(directory, 'secrets.json');
  if (!fs.existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    const secrets = { NEXTAUTH_SECRET: crypto.randomBytes(32).toString('base64url') };
    fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    fs.renameSync(draft, file); // complete or not at all, also if the machine stops
  }
  return JSON.parse(fs.readFileSync(file, 'utf8')).NEXTAUTH_SECRET;
}
