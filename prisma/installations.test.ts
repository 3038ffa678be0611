import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { migrate } from '@/bin/migrate.mjs';
import { db, forgetClient } from '@/lib/platform/db/client';
import { rereadEnvironment } from '@/lib/platform/env';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import { listContributions, readContribution } from '@/lib/publication/contributions/contributions';
import { readDataset } from '@/lib/publication/downloads/dataset-edition';
import { FILES, makeFile } from '@/lib/publication/downloads/files';
import { freezeRelease } from '@/lib/publication/releases/freeze';
import { citationOfToday } from '@/lib/publication/releases/releases';
import { makeEditor } from '@/prisma/factories/people';
import { urlOf } from '@/prisma/factories/test-database';
import { seed } from './seed';

const ORIGIN = 'https://forum.example.org';
const names = [1, 2].map(() => `bpf_test_${process.pid}_${randomBytes(4).toString('hex')}`);
const before = process.env.DATABASE_URL;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function leave() {
  await db.$disconnect();
  forgetClient();
}

/** Makes a database as the first start on that day does, and reads what everybody can read of it. */
async function installOn(day: string, name: string) {
  await onServer(`CREATE DATABASE "${name}"`);
  await migrate({ url: urlOf(name) });
  process.env.DATABASE_URL = urlOf(name);
  rereadEnvironment();
  vi.setSystemTime(new Date(`${day}T10:00:00Z`));
  await seed(() => {}, { sample: true });
  const dataset = await readDataset();
  const files = await Promise.all(
    FILES.map(async (file) => [file, await makeFile(file, dataset, { origin: ORIGIN, release: null })] as const),
  );
  const contribution = await readContribution('BPF-2020-001', 'en');
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM contributions UNION SELECT id FROM contribution_revisions UNION SELECT id FROM projects UNION SELECT id FROM proposals
    UNION SELECT id FROM proposed_changes ORDER BY 1`;
  const cited = await citationOfToday(ORIGIN);
  const frozen = await freezeRelease({
    admin: await makeEditor({ role: 'admin' }),
    release: { slug: 'first', title: 'First', notes: '' },
    origin: ORIGIN,
  });
  expect(frozen).toEqual({ ok: true, slug: 'first' });
  const release = await db.release.findUniqueOrThrow({ where: { slug: 'first' }, select: { checksum: true } });
  const checksums = await db.releaseFile.findMany({ orderBy: { name: 'asc' }, select: { name: true, sha256: true } });
  const read = {
    dataset,
    files: Object.fromEntries(files.map(([file, content]) => [file, Buffer.from(content ?? '').toString('base64')])),
    contributions: { list: await listContributions(), contribution, ids: ids.map(({ id }) => id) },
    cited,
    checksum: release.checksum,
    checksums: new Map(checksums.map((file) => [file.name, file.sha256])),
  };
  await leave();
  return read;
}

type Installed = Awaited<ReturnType<typeof installOn>>;
let first: Installed;
let second: Installed;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a-secret-of-tests-and-of-nothing-else';
  vi.useFakeTimers({ toFake: ['Date'] });
  first = await installOn('2026-03-01', names[0] ?? '');
  second = await installOn('2027-11-30', names[1] ?? '');
});

afterAll(async () => {
  vi.useRealTimers();
  process.env.DATABASE_URL = before;
  for (const name of names) await onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
});

it('two installations of different days give equal files, to the last byte', () => {
  expect(Object.keys(first.files)).toEqual([...FILES]);
  expect(Object.values(first.files).every((content) => content.length > 100)).toBe(true);
  expect(second.files).toEqual(first.files);
});

it('their releases have the same checksum, and only files that name the day of the release differ', () => {
  expect(second.checksum).toBe(first.checksum);
  const differ = [...first.checksums].filter(([name, sha256]) => second.checksums.get(name) !== sha256);
  expect(differ.map(([name]) => name)).toEqual([
    'README.md',
    ...[
      'agreements.csv-metadata.json',
      'agreements.json-metadata.json',
      'agreements.xlsx',
      'agreements.xlsx-metadata.json',
    ],
    ...[
      'cells.csv-metadata.json',
      'citation.bib',
      'citation.json',
      'citation.ris',
      'citation.txt',
      'criteria.csv-metadata.json',
    ],
    ...['datapackage.json', 'participants.csv-metadata.json', 'sources.csv-metadata.json'],
    'values.csv-metadata.json',
  ]);
  expect([...first.checksums.keys()]).toEqual(
    expect.arrayContaining(['agreements.csv', 'agreements.json', 'cells.csv', 'criteria.csv', 'sources.csv']),
  );
});

it('both have the same contribution, with the same ids', () => {
  expect(first.contributions.list.map(({ reference }) => reference)).toEqual(['BPF-2020-001']);
  expect(first.contributions.ids).toHaveLength(7);
  expect(second.contributions).toEqual(first.contributions);
});

it('every value is as of the year of the paper and was decided by no one; what is not assessed has no date', () => {
  const cells = first.dataset.agreements.flatMap(({ facts, assessments }) =>
    Object.values({ ...facts, ...assessments }),
  );
  expect(cells.filter(({ decidedAt }) => decidedAt !== null)).toEqual([]);
  expect(cells.filter(({ value, asOf }) => asOf !== (value === 'not_assessed' ? null : '2019'))).toEqual([]);
});

it('citations and pages say the year of the paper, not the day of installation', () => {
  expect([first.cited?.date, second.cited?.date]).toEqual(['2019', '2019']);
  expect(
    new Set(second.dataset.agreements.map(({ version, updatedAt }) => `${version}, ${sayVersionDay(updatedAt, 'en')}`)),
  ).toEqual(new Set(['1, 2019']));
});
