import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantToApp } from '@/bin/app-role.mjs';
import { listDecidable, makeDecidable } from '@/bench/decidable';
import { ensureDatabase, prepareDatabase } from '@/bin/database.mjs';
import { repositorySite, startNginx } from '@/bin/nginx.mjs';
import { anyFreePort } from '@/bin/ports.mjs';
import { locateCluster } from '@/bin/postgres-cluster.mjs';
import { removePostgres, startPostgres } from '@/bin/postgres.mjs';
import { endChild, startNode } from '@/bin/processes.mjs';
import { installedProgram } from '@/bin/programs.mjs';
import { HOST, startServer } from '@/e2e/fixtures/server';
import type { Server } from '@/e2e/fixtures/server';
import { forgetClient } from '@/lib/platform/db/client';
import { rereadEnvironment } from '@/lib/platform/env';
import { hashSecret } from '@/lib/platform/secret';
import { freezeRelease } from '@/lib/publication/releases/freeze';
import { proposing } from '@/prisma/factories/submissions';
import { rounds } from '@/prisma/factories/thoroughness';

/**
 * Web servers, worker and PostgreSQL are killed while contributions are sent and decided on through nginx: two replicas,
 * a worker and a PostgreSQL of this test's own.
 */
const SUBMISSIONS = rounds(30, 1_000);
const DECISIONS = rounds(6, 200);
/** So many are sent at once. */
const SENDERS = 6;
const TOKEN = `bpf_${'k'.repeat(43)}`;
const EDITOR = 'kill-editor';

type Answer = { status: number; body: string; again: string | null };

const home = path.resolve(process.env.BPF_DATA_DIR ?? '.data', 'kill');
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let front = '';
let replicas: Server[] = [];
let environment: Record<string, string> = {};
const ends: (() => Promise<unknown>)[] = [];
const before = { ...process.env };

const query = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: postgres.urlOf('bpf') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  fs.rmSync(home, { recursive: true, force: true });
  fs.mkdirSync(home, { recursive: true, mode: 0o711 });
  postgres = await startPostgres({ home, port: await anyFreePort(HOST) });
  ends.push(() => removePostgres({ home }));
  await ensureDatabase(postgres.urlOf('postgres'), 'bpf');
  const [url, appUrl] = [postgres.urlOf('bpf'), await postgres.appUrlOf('bpf')];
  await prepareDatabase({ url, appUrl, environment: { ...process.env, BPF_DATA_DIR: home } });
  await grantToApp({ ownerUrl: url, role: new URL(appUrl).username });
  await query(`INSERT INTO users (id, email, name, role) VALUES ($1, 'kill.editor@example.org', 'Editor', 'admin')`, [
    EDITOR,
  ]);
  await query(
    `INSERT INTO api_tokens (id, user_id, name, token_hash, expires_at) VALUES (gen_random_uuid(), $1, 'kill', $2, now() + interval '1 day')`,
    [EDITOR, hashSecret(TOKEN)],
  );
  const port: number = await anyFreePort(HOST);
  front = `http://${HOST}:${port}`;
  environment = { DATABASE_URL: appUrl, BPF_DATA_DIR: home, NEXTAUTH_URL: front, TRUSTED_PROXIES: '1' };
  replicas = [await startServer(environment), await startServer(environment)];
  for (const replica of replicas) ends.unshift(replica.end);
  await startFront(port);
  Object.assign(process.env, environment, { DATABASE_URL: url });
  rereadEnvironment();
  forgetClient();
}, 300_000);

afterAll(async () => {
  forgetClient();
  for (const end of ends) await end();
  Object.assign(process.env, before);
  rereadEnvironment();
}, 120_000);

async function startFront(port: number): Promise<void> {
  const program = installedProgram('nginx');
  if (!program) throw new Error('there is no nginx: these tests are left out then');
  const [one, other] = replicas;
  if (!one || !other) throw new Error('two replicas were started');
  const place = path.join(home, 'nginx');
  const both = (given: { host: string; port: number; home: string }) =>
    repositorySite(one.port)(given).replace(
      `server ${HOST}:${one.port};`,
      `server ${HOST}:${one.port}; server ${HOST}:${other.port};`,
    );
  const { child } = await startNginx({ program, home: place, port, site: both });
  ends.unshift(() => endChild(child));
}

const refusals: (Answer & { path: string })[] = [];
/** Answers of which nginx had sent the head when the process behind it ended: the client sees a cut connection. */
let cut = 0;

/** Sends the same request until it is answered with something else than "later", and keeps what was refused. */
async function untilAnswered(address: string, init: RequestInit): Promise<Answer> {
  for (;;) {
    const answer = await send(address, init);
    if (answer && answer.status < 500) return answer;
    if (answer) refusals.push({ ...answer, path: address });
    else cut += 1;
    await wait(100);
  }
}

async function send(address: string, init: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(front + address, init);
    return { status: response.status, body: await response.text(), again: response.headers.get('retry-after') };
  } catch {
    return null;
  }
}

const JSON_BODY = { 'Content-Type': 'application/json' };

const submit = (key: string, at: number): Promise<Answer> =>
  untilAnswered('/api/v1/calls/2020/contributions', {
    method: 'POST',
    headers: { ...JSON_BODY, 'Idempotency-Key': key },
    body: JSON.stringify(proposing('manrs', [{ cell: 'maintainer', value: `Secretariat number ${at}` }])),
  });

const decide = ({ reference, body }: { reference: string; body: string }): Promise<Answer> =>
  untilAnswered(`/api/v1/desk/contributions/${reference}/decisions`, {
    method: 'POST',
    headers: { ...JSON_BODY, Authorization: `Bearer ${TOKEN}` },
    body,
  });

/** Works through a list with several senders at once. */
async function each<Item>(items: readonly Item[], work: (item: Item, at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const sender = async () => {
    for (let at = next++; at < items.length; at = next++) await work(items[at] as Item, at); // below the length
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
}

async function killPostgres(): Promise<void> {
  const pid = Number(fs.readFileSync(path.join(locateCluster(home).data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => postgres.isAlive(), { interval: 20, timeout: 20_000 }).toBe(false);
  await postgres.restart();
}

async function killReplica(at: number): Promise<void> {
  await replicas[at]?.kill();
  await replicas[at]?.start();
}

/** A worker that is killed and started again. */
async function killWorker(): Promise<void> {
  const start = () =>
    startNode(['--import', 'tsx', 'worker-process.ts'], {
      environment: { ...process.env, ...environment, RUN_WORKER: '1', NODE_ENV: 'production' },
      output: 'pipe',
    });
  const worker = start();
  await wait(3_000);
  worker.kill('SIGKILL');
  const again = start();
  ends.unshift(() => endChild(again));
}

test(
  'what was acknowledged is stored once, refusals say when to come again, and no page stays behind',
  { timeout: rounds(300_000, 1_200_000) },
  async () => {
    const database = { query };
    const decidable = await makeDecidable(database, DECISIONS, 'kill');
    const keys = Array.from({ length: SUBMISSIONS }, () => randomUUID());
    const sent = new Map<string, string>();
    const decided: Answer[] = [];
    const [submitting, deciding] = [
      each(keys, async (key, at) => {
        const answer = await submit(key, at);
        expect(answer.status, answer.body).toBeLessThan(300);
        sent.set(key, (JSON.parse(answer.body) as { reference: string }).reference);
      }),
      each(decidable, async (one) => void decided.push(await decide(one))),
    ];
    const share = (of: number) =>
      expect.poll(() => sent.size / SUBMISSIONS, { interval: 20, timeout: 600_000 }).toBeGreaterThanOrEqual(of);
    const releasing = freezing();
    await share(0.1);
    await killReplica(0);
    await share(0.3);
    await killPostgres();
    await share(0.5);
    await killWorker();
    await killReplica(1);
    await share(0.75);
    await killPostgres();
    await Promise.all([submitting, deciding, releasing]);

    // Acknowledged is stored, and nothing twice.
    expect(new Set(sent.values()).size).toBe(SUBMISSIONS);
    const stored = await query<{ reference: string }>(
      `SELECT reference FROM contributions WHERE status = 'submitted' AND submission_key NOT LIKE 'kill:%'`,
    );
    expect(stored.map(({ reference }) => reference).sort()).toEqual([...sent.values()].sort());
    // A decision whose answer was lost is found decided when it is sent again.
    expect(decided.filter(({ status }) => ![200, 409].includes(status))).toEqual([]);
    const [counts] = await query<{ changes: number; decisions: number; accepted: number }>(
      `SELECT count(DISTINCT x.id)::int AS changes, count(d.id)::int AS decisions, count(*) FILTER (WHERE x.status = 'accepted')::int AS accepted
       FROM proposed_changes x JOIN contributions c ON c.id = x.contribution_id LEFT JOIN decisions d ON d.change_id = x.id
       WHERE c.submission_key LIKE 'kill:%'`,
    );
    expect(counts).toEqual({ changes: DECISIONS * 21, decisions: DECISIONS * 21, accepted: DECISIONS * 21 });
    expect(await listDecidable(database, 'kill')).toHaveLength(DECISIONS);
    const releases = await query(
      `SELECT r.slug FROM releases r JOIN release_files f ON f.release_slug = r.slug AND f.name = 'agreements.json' AND f.sha256 = r.checksum
       WHERE r.slug = 'killed' AND encode(sha256(f.bytes), 'hex') = f.sha256`,
    );
    expect(releases).toEqual([{ slug: 'killed' }]);

    // Every refusal is for now, in words.
    expect(refusals.filter(({ status, again }) => status !== 503 || !again)).toEqual([]);
    expect(refusals.filter(({ body }) => (JSON.parse(body) as { detail: string }).detail.length < 20)).toEqual([]);
    console.info(
      `${SUBMISSIONS} submissions, ${DECISIONS} decisions of 21 cells, ${refusals.length} refused for now, ${cut} answers cut off`,
    );

    // Nothing from before is served afterwards.
    const [decidedOne] = await query<{ slug: string }>(`SELECT slug FROM agreements WHERE slug LIKE 'kill-%' LIMIT 1`);
    for (const origin of [front, ...replicas.map((replica) => replica.origin)])
      await expect
        .poll(() => assessed(origin, decidedOne?.slug ?? ''), { interval: 200, timeout: 30_000, message: origin })
        .toEqual(['yes']);
  },
);

/** What an agreement says of its criteria, each value once. */
async function assessed(origin: string, slug: string): Promise<string[]> {
  const answer = await (await fetch(`${origin}/api/v1/agreements/${slug}`)).text();
  return [...new Set([...answer.matchAll(/"value":"(yes|not_assessed)"/g)].map(([, value = '']) => value))];
}

/** Freezes a release, and begins again where the database went away meanwhile. */
async function freezing(): Promise<void> {
  const release = { slug: 'killed', title: 'Release under fire', notes: 'Frozen while everything is killed.' };
  for (;;) {
    const result = await freezeRelease({ admin: { userId: EDITOR, role: 'admin' }, release, origin: front }).catch(
      () => null,
    );
    if (result?.ok || (result && result.reason === 'slug_taken')) return;
    await wait(500);
  }
}
