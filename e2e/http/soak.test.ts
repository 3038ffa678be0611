import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeDraft } from '@/prisma/factories/drafts';
import { makeEditor, makeSession } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { rounds } from '@/prisma/factories/thoroughness';
import { startOther } from './requests';
import { createLink } from '@/lib/contributions/links';

const SECONDS = rounds(10, 600);
const ADDRESSES = rounds(400, 20_000);
const CLIENTS = 6;
const POOL = 10;
/** Bytes that the web server may hold at the end (issue on speed: 500 MB with the worker). */
const MOST_MB = 500;

type Kind = 'page' | 'api' | 'form' | 'desk' | 'submission';
type Asked = { kind: Kind; path: string; init?: RequestInit };
type Timed = { kind: Kind; at: number; ms: number };

/** What the n-th request is: mostly readers, each time at another address. */
function request(n: number, { cookie, session }: { cookie: string; session: string }): Asked {
  const address = n % ADDRESSES;
  switch (n % 10) {
    case 0:
      return { kind: 'desk', path: `/desk?status=all&q=word${address}`, init: { headers: { Cookie: session } } };
    case 1:
      return { kind: 'form', path: '/en/calls/2020/contribute/gaps', init: { headers: { Cookie: cookie } } };
    case 2:
      return n % 50 === 2 ? submission(n) : { kind: 'api', path: `/api/v1/search?q=treaty+${address}` };
    case 3:
    case 4:
      return { kind: 'api', path: `/api/v1/agreements?limit=${(address % 90) + 1}` };
    default:
      return { kind: 'page', path: pageAt(address) };
  }
}

/** Some kind of page at an address of its own. */
const pageAt = (address: number): string =>
  [
    `/en/agreements/view/q/word${address}`,
    `/en/projects/view/q/word${address}`,
    `/en/search?q=word${address}`,
    `/en/agreements/manrs/at/${new Date(Date.UTC(2020, 0, 1 + (address % 2_000))).toISOString().slice(0, 10)}`,
  ][address % 4] ?? '/en';

const submission = (n: number): Asked => ({
  kind: 'submission',
  path: '/api/v1/calls/2020/contributions',
  init: {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify(proposing('manrs', [{ cell: 'maintainer', value: `Soaked number ${n}` }])),
  },
});

const rssMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** The connections of the web servers to the database. */
async function connections(): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND usename <> current_user`;
  return row?.count ?? 0;
}

test(
  'mixed traffic for a long time gives no error, and neither memory nor connections grow without bound',
  { timeout: (SECONDS + 120) * 1_000 },
  async () => {
    const before = await connections();
    const server = await startOther({ DB_POOL: String(POOL) });
    const { reference } = await submit(proposing('manrs', [{ cell: 'maintainer', value: 'Of the queue' }]));
    const draft = await makeDraft();
    const token = await createLink({ contributionId: draft.id, purpose: 'manage' }, db);
    const opened = await fetch(`${server.origin}/en/link/${token}`, { redirect: 'manual' });
    const cookie = opened.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const session = `next-auth.session-token=${await makeSession((await makeEditor()).userId)}`;

    const [timed, faults]: [Timed[], string[]] = [[], []];
    const began = performance.now();
    let next = 0;
    const client = async () => {
      while (performance.now() - began < SECONDS * 1_000) {
        const { kind, path, init } = request(next++, { cookie, session });
        const start = performance.now();
        const answer = await fetch(server.origin + path, { redirect: 'manual', ...init });
        await answer.arrayBuffer();
        timed.push({ kind, at: start - began, ms: performance.now() - start });
        if (answer.status >= 400) faults.push(`${answer.status} ${path}`);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));

    expect(faults.slice(0, 5)).toEqual([]);
    expect(new Set(timed.map(({ kind }) => kind)).size).toBe(5);
    const rss = rssMb(server.pid());
    console.info(`${timed.length} requests in ${SECONDS} s, ${rss.toFixed(0)} MB held; ${reference} waits`);
    console.info(figures(timed).join('\n'));
    expect(rss).toBeLessThan(MOST_MB);
    // The pool and the listener; the forum of the other tests may have opened some of its own.
    expect((await connections()) - before).toBeLessThanOrEqual(POOL + 8);
  },
);

/** Median and 95th percentile of each kind, in the first and in the last half of the time. */
function figures(timed: readonly Timed[]): string[] {
  const half = (SECONDS * 1_000) / 2;
  const of = (rows: readonly Timed[], share: number) =>
    (rows.map(({ ms }) => ms).sort((one, other) => one - other)[Math.floor(rows.length * share)] ?? 0).toFixed(0);
  return (['page', 'api', 'form', 'desk', 'submission'] as const).map((kind) => {
    const rows = timed.filter((one) => one.kind === kind);
    const [first, last] = [rows.filter(({ at }) => at < half), rows.filter(({ at }) => at >= half)];
    return `${kind}: median ${of(first, 0.5)} then ${of(last, 0.5)} ms, 95 % within ${of(first, 0.95)} then ${of(last, 0.95)} ms`;
  });
}
