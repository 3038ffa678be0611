import path from 'node:path';
import { crawl, unlike } from '@/bin/backups/crawl.mjs';
import { copyIn, copyOut } from '@/bin/backups/snapshot.mjs';
import { makeWorkshop } from '@/bin/backups/workshop.mjs';
import { dropDatabase, ensureDatabase, withDatabase } from '@/bin/database.mjs';
import { expect, test } from '@/e2e/fixtures/own-server';

const owner = process.env.DATABASE_URL ?? '';
const server: string = withDatabase(owner, 'postgres');
/** What both forums call themselves: the address stands on their pages. */
const address = 'https://forum.example.org';

/** Copies a database while it is worked on, as `npm run backup -- FILE --online` does, into a new one. */
async function copyTo(name: string, source: string): Promise<string> {
  const workshop = makeWorkshop(path.resolve('.data/test'));
  const about = await copyOut({ url: source, directory: workshop.directory });
  await ensureDatabase(server, name);
  await copyIn({ url: withDatabase(owner, name), directory: workshop.directory, about });
  workshop.remove();
  return withDatabase(owner, name);
}

test('a restored forum says the same as the one that was backed up, on every public page and in every file', async ({
  ownServer,
}) => {
  test.setTimeout(300_000);
  // The database of all these tests goes on changing: its copy stands still, and the copy's copy has to equal it.
  const names = [`bpf_e2e_forum_${process.pid}`, `bpf_e2e_restored_${process.pid}`] as const;
  const forum = await copyTo(names[0], owner);
  const restored = await copyTo(names[1], forum);
  const servers = [
    await ownServer({ DATABASE_URL: forum, NEXTAUTH_URL: address }),
    await ownServer({ DATABASE_URL: restored, NEXTAUTH_URL: address }),
  ] as const;
  const [one, other] = await Promise.all([
    crawl(servers[0].origin, { address }),
    crawl(servers[1].origin, { address }),
  ]);
  expect([...one].filter(([, { status }]) => status >= 400)).toEqual([]);
  expect(unlike(one, other)).toEqual([]);
  expect([...one.keys()]).toEqual(
    expect.arrayContaining([
      '/en',
      '/en/agreements/gcsc',
      '/en/matrix',
      '/data/latest/cells.csv',
      '/feeds/dataset.atom',
      '/api/v1/agreements',
    ]),
  );
  for (const one of servers) await one.end();
  for (const name of names) await dropDatabase(server, name);
});
