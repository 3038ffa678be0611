import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures/own-server';
import { makeEditor } from '@/prisma/factories/people';
import { proposing } from '@/prisma/factories/submissions';
import { findCells, makeToken } from '@/prisma/factories/tokens';

const SLUG = 'csde-anti-botnet-guide';
const ADDRESSES = [
  `/api/v1/agreements/${SLUG}`,
  '/api/v1/agreements',
  '/data/latest/cells.csv',
  '/data/latest/agreements.json',
  `/en/agreements/${SLUG}`,
  '/feeds/dataset.atom',
];

/** Proposes a value and accepts it, both by a program at that server. */
async function decide(request: APIRequestContext, origin: string, value: string): Promise<void> {
  const submitted = await request.post(`${origin}/api/v1/calls/2020/contributions`, {
    data: proposing(SLUG, [{ cell: 'maintainer', value }]),
  });
  const { reference } = (await submitted.json()) as { reference: string };
  const { maintainer } = await findCells(reference);
  const headers = { Authorization: `Bearer ${await makeToken(await makeEditor())}` };
  const decisions = [{ change: maintainer?.id, outcome: 'accept', seen: maintainer?.seen, resolve: true }];
  const decided = await request.post(`${origin}/api/v1/desk/contributions/${reference}/decisions`, {
    headers,
    data: { decisions },
  });
  expect(decided.status(), await decided.text()).toBe(200);
}

test('a decision through one of two servers is what readers of the other get, from its memory too', async ({
  request,
  baseURL,
  ownServer,
}) => {
  const servers = [baseURL ?? '', (await ownServer()).origin];
  for (const [through, from] of [servers, servers.toReversed()] as [string, string][]) {
    // Both have everything in memory before.
    const etags = new Map<string, string>();
    for (const address of ADDRESSES) {
      await request.get(through + address);
      const { etag } = (await request.get(from + address)).headers();
      expect(etag, address).toBeTruthy();
      etags.set(address, etag ?? '');
    }
    const value = `Secretariat of ${Date.now()}`;
    await decide(request, through, value);
    for (const address of ADDRESSES) {
      // Whoever made the decision reads it at once; the other server is told by the database.
      expect(await (await request.get(through + address)).text(), `${address} where it was decided`).toContain(value);
      await expect
        .poll(async () => (await request.get(from + address)).text(), {
          message: `${address} at the other server`,
          intervals: [50],
        })
        .toContain(value);
      const conditional = await request.get(from + address, { headers: { 'If-None-Match': etags.get(address) ?? '' } });
      expect(conditional.status(), `${address} with what was known before`).toBe(200);
    }
  }
});
