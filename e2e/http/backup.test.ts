import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import { crawl, unlike } from '@/bin/backups/crawl.mjs';
import { copyIn, copyOut } from '@/bin/backups/snapshot.mjs';
import { makeWorkshop } from '@/bin/backups/workshop.mjs';
import { dropDatabase, ensureDatabase, withDatabase } from '@/bin/database.mjs';
import { isThorough } from '@/prisma/factories/thoroughness';
import { published } from '@/prisma/factories/published';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { startOther } from './requests';

/** The public address of both forums, because their pages contain it. */
const ADDRESS = 'https://forum.example.org';

/** Copies a database in use into a new one, as `npm run backup -- FILE --online` does. */
async function copyTo(name: string, source: string): Promise<string> {
  const server: string = withDatabase(source, 'postgres');
  const workshop = makeWorkshop(path.resolve('.data/test'));
  const about = await copyOut({ url: source, directory: workshop.directory });
  await ensureDatabase(server, name);
  await copyIn({ url: withDatabase(source, name), directory: workshop.directory, about });
  workshop.remove();
  return withDatabase(source, name);
}

/**
 * Addresses of up to three parts, and every thirty-second of the longer ones; `npm test -- slow` follows all. The same at
 * both servers.
 */
const isInSample = (address: string): boolean =>
  address.split('/').length <= 4 || (createHash('sha256').update(address).digest()[0] ?? 0) % 32 === 0;

test('a restored forum has the same public pages and files as the original', async () => {
  await published(eastWestSubmission());
  const owner = process.env.DATABASE_URL ?? '';
  const restored = await copyTo('bpf_test_forum_restored', owner);
  const servers = [
    await startOther({ NEXTAUTH_URL: ADDRESS }),
    await startOther({ NEXTAUTH_URL: ADDRESS, DATABASE_URL: restored }),
  ];
  const [one, other] = await Promise.all(
    servers.map(({ origin }) => crawl(origin, { address: ADDRESS, follow: isThorough ? undefined : isInSample })),
  );
  if (!one || !other) throw new Error('two crawls were asked for');
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
  await servers[1]?.end();
  await dropDatabase(withDatabase(owner, 'postgres'), 'bpf_test_forum_restored');
});
