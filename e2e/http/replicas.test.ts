import { expect, test } from 'vitest';
import { makeEditor } from '@/prisma/factories/people';
import { published, takenDown } from '@/prisma/factories/published';
import { eastWestSubmission, proposing } from '@/prisma/factories/submissions';
import { findCells, makeToken } from '@/prisma/factories/tokens';
import { ask, origin, read, readJson, startOther, statusOf } from './requests';

const SLUG = 'csde-anti-botnet-guide';
const ADDRESSES = [
  `/api/v1/agreements/${SLUG}`,
  '/api/v1/agreements',
  '/data/latest/cells.csv',
  '/data/latest/agreements.json',
  `/en/agreements/${SLUG}`,
  '/feeds/dataset.atom',
];
const soon = { interval: 50, timeout: 20_000 };

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Proposes a value and accepts it, both through the API of that server. */
async function decide(server: string, value: string): Promise<void> {
  const { reference } = await readJson(
    `${server}/api/v1/calls/2020/contributions`,
    post(proposing(SLUG, [{ cell: 'maintainer', value }])),
  );
  const { maintainer } = await findCells(reference);
  const decisions = [{ change: maintainer?.id, outcome: 'accept', seen: maintainer?.seen, resolve: true }];
  const decided = await ask(
    `${server}/api/v1/desk/contributions/${reference}/decisions`,
    post({ decisions }, { Authorization: `Bearer ${await makeToken(await makeEditor())}` }),
  );
  expect(decided.status, await decided.text()).toBe(200);
}

test('a decision at one of two servers is read at both, also where the answer was in memory', async () => {
  const servers = [origin(), (await startOther()).origin];
  for (const [through, from] of [servers, servers.toReversed()] as [string, string][]) {
    // Both have everything in memory before.
    const etags = new Map<string, string>();
    for (const address of ADDRESSES) {
      await read(through + address);
      const response = await ask(from + address);
      await response.text();
      expect(response.headers.get('etag'), address).toBeTruthy();
      etags.set(address, response.headers.get('etag') ?? '');
    }
    const value = `Secretariat of ${Date.now()}`;
    await decide(through, value);
    for (const address of ADDRESSES) {
      // The server of the decision knows at once; the database notifies the other one.
      expect(await read(through + address), `${address} where it was decided`).toContain(value);
      await expect
        .poll(() => read(from + address), { ...soon, message: `${address} at the other server` })
        .toContain(value);
      const known = { headers: { 'If-None-Match': etags.get(address) ?? '' } };
      expect(await statusOf(from + address, known), `${address} with what was known before`).toBe(200);
    }
  }
});

const WORDS = /Global Cyber Policy Dialogues|EastWest Institute/;
const LISTS = [
  '/en/contributions',
  '/en/projects',
  '/api/v1/contributions',
  '/api/v1/projects',
  '/feeds/contributions.atom',
  '/sitemap.xml',
];

test('a contribution that is taken down is gone at both servers, also where it was in memory', async () => {
  const servers = [origin(), (await startOther()).origin];
  const { reference } = await published(eastWestSubmission());
  const pages = [`/en/contributions/${reference}`, `/api/v1/contributions/${reference}`];
  for (const server of servers) {
    for (const address of pages) await expect.poll(() => read(server + address), soon).toMatch(WORDS);
    for (const address of LISTS) expect(await read(server + address), address).toContain(reference);
  }
  await takenDown(reference);
  for (const server of servers) {
    for (const address of pages)
      await expect.poll(() => read(server + address), { ...soon, message: server + address }).not.toMatch(WORDS);
    for (const address of ['/en/projects', '/api/v1/projects', '/sitemap.xml'])
      expect(await read(server + address), address).not.toContain(reference);
  }
});
