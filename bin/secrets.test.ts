import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings, serverEnvironment, testEnvironment } from './environment.mjs';
import { CommandError } from './command-error.mjs';
import { localSecret, missingInProduction } from './secrets.mjs';

const complete = {
  DATABASE_URL: 'postgresql://bpf:secret@db.example.org/bpf',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  NEXTAUTH_URL: 'https://bpf.example.org',
  ADMIN_EMAIL: 'admin@example.org',
  SMTP_URL: 'smtps://bpf:secret@mail.example.org:465',
  MAIL_FROM: 'Best Practice Forum <bpf@example.org>',
};
let directory = '';
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bpf-secrets-'));
});
afterEach(() => fs.rmSync(directory, { recursive: true }));

test('a complete production environment lacks nothing', () => {
  expect(missingInProduction(complete)).toEqual([]);
});

test.each(Object.keys(complete))('production without %s is refused, and the refusal names it', (name) => {
  const problems = missingInProduction({ ...complete, [name]: '' });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name} is not set: .+\\.$`));
});

test('a refusal names all missing settings at once, and the setting that makes this a production server', () => {
  const refuse = () =>
    readSettings({ NODE_ENV: 'production', ADMIN_EMAIL: 'admin@example.org', NEXTAUTH_SECRET: 'short' });
  expect(refuse).toThrow(CommandError);
  expect(refuse).toThrow(
    /NODE_ENV=production.*DATABASE_URL.*NEXTAUTH_URL.*SMTP_URL.*MAIL_FROM.*NEXTAUTH_SECRET has 5 characters/s,
  );
  expect(refuse).not.toThrow(/ADMIN_EMAIL/);
});

test.each(['bpf.example.org', 'https://bpf.example.org/forum', 'ftp://bpf.example.org'])(
  '%s is no public address',
  (address) => {
    expect(missingInProduction({ ...complete, NEXTAUTH_URL: address })).toEqual([
      `NEXTAUTH_URL is "${address}": it must be an address like https://bpf.example.org, without a path.`,
    ]);
  },
);

test('the local secret is made once, is long enough, and only its owner may read it', () => {
  const first = localSecret(directory);
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(localSecret(directory)).toBe(first);
  expect(fs.statSync(path.join(directory, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(directory)).toEqual(['secrets.json']);
});

test('a server on one machine needs no settings, and two data directories have different secrets', () => {
  const settings = readSettings({ PORT: '4000' });
  const environment = serverEnvironment(settings, {
    directory,
    databaseUrl: 'postgresql://localhost/x',
    environment: { PATH: '/bin' },
  });
  expect(environment).toEqual({
    PATH: '/bin',
    NODE_ENV: 'production',
    DATABASE_URL: 'postgresql://localhost/x',
    NEXTAUTH_URL: 'http://localhost:4000',
    NEXTAUTH_SECRET: localSecret(directory),
    ADMIN_EMAIL: 'admin@example.org',
    BPF_DATA_DIR: directory,
    BPF_SAMPLE: 'on',
    RUN_WORKER: '1',
  });
  const other = path.join(directory, 'other');
  fs.mkdirSync(other);
  expect(localSecret(other)).not.toBe(localSecret(directory));
});

test('the app never gets the connection of the owner of its tables', () => {
  const given = {
    DATABASE_URL: complete.DATABASE_URL,
    DATABASE_OWNER_URL: 'postgresql://owner:hidden@db.example.org/bpf',
  };
  const settings = readSettings(given);
  expect(settings.databaseOwnerUrl).toBe(given.DATABASE_OWNER_URL);
  const environment = serverEnvironment(settings, { directory, databaseUrl: given.DATABASE_URL, environment: given });
  expect(JSON.stringify(environment)).not.toContain('hidden');
});

test('a new installation begins with the sample, in production only if that is asked for', () => {
  const sampleIn = (given: Record<string, string>) => {
    const settings = readSettings(given);
    return serverEnvironment(settings, { directory, databaseUrl: 'postgresql://localhost/x', environment: given })
      .BPF_SAMPLE;
  };
  expect(sampleIn({})).toBe('on');
  expect(sampleIn({ BPF_SAMPLE: 'off' })).toBe('off');
  expect(sampleIn({ ...complete, BPF_ENV: 'production' })).toBe('off');
  expect(sampleIn({ ...complete, BPF_ENV: 'production', BPF_SAMPLE: 'on' })).toBe('on');
  expect(() => readSettings({ BPF_SAMPLE: 'yes' })).toThrow('BPF_SAMPLE is "yes": it must be "on" or "off".');
  expect(testEnvironment(directory).BPF_SAMPLE).toBe('off');
});

test('invalid values are refused with a message', () => {
  expect(() => readSettings({ PORT: '70000' })).toThrow('PORT is "70000": it must be a whole number from 1 to 65535.');
  expect(() => readSettings({ DATABASE_URL: 'mysql://localhost/bpf' })).toThrow(/no other database works/);
  expect(() => readSettings({ DATABASE_URL: complete.DATABASE_URL, DATABASE_OWNER_URL: 'bpf' })).toThrow(
    /^DATABASE_OWNER_URL must look like/,
  );
  expect(() => readSettings({ DATABASE_OWNER_URL: complete.DATABASE_URL })).toThrow(
    /DATABASE_OWNER_URL is set and DATABASE_URL is not/,
  );
  expect(readSettings({ WORKER: 'off' }).workerInServer).toBe(false);
});
