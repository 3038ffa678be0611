import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { seedCorrections, seedDataset } from '@/lib/agreements/seed-schema';
import { writeRevision } from '@/lib/agreements/revisions';
import { readAgreementCells } from '@/lib/agreements/cells';
import { listCalls } from '@/lib/calls/calls';
import { db } from '@/lib/platform/db/client';
import { orThrow } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { FILES, makeFile } from '@/lib/publication/downloads/files';
import { readDataset } from '@/lib/publication/downloads/dataset-edition';
import { readAgreementAt } from '@/lib/publication/past/past';
import { readAgreement, readHistory } from '@/lib/publication/agreements';
import { listLeftByCorrections } from '@/lib/review/desk-agreement';
import { correctImport } from './correcting';
import agreementsFile from '@/prisma/data/agreements.json';
import correctionsFile from '@/prisma/data/corrections.json';
import { decideChangesAs } from '@/prisma/factories/decisions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { seedAgreements } from './seeding';

useTestDatabase();

const dataset = seedDataset.parse(agreementsFile);
const corrections = seedCorrections.parse(correctionsFile);
const correct = async () => {
  const corrected = await mutation({ actor: 'system', timeout: 60_000 }, async (context) => ({
    ok: true,
    agreements: await correctImport(dataset, corrections, context),
  }));
  return orThrow(corrected).agreements;
};
const seedAgain = () => db.$transaction((tx) => seedAgreements(dataset, tx), { timeout: 60_000 });

/** As the tables' owner, past every trigger. */
async function asOwner(statement: string) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(`SET session_replication_role = replica; ${statement}`);
  await client.end();
}
const wipe = () =>
  asOwner(`TRUNCATE agreements, contributions CASCADE; DELETE FROM audit_events WHERE action = 'dataset.corrected'`);

/** What an installation held that was seeded before the corrections: the earlier contents, undated. */
async function seedEarlierEdition() {
  await wipe();
  const before = new Map(
    corrections.cells.map(({ agreement, cell, before: content }) => [`${agreement}/${cell}`, content]),
  );
  for (const { slug, facts, assessments } of dataset.agreements) {
    const { id } = await db.agreement.create({
      data: { slug, name: facts.name.value, shortName: facts.shortName.value },
      select: { id: true },
    });
    const stated = Object.entries({ ...facts, ...assessments }).flatMap(([key, cell]) =>
      cell ? [[key, { value: cell.value, note: cell.note ?? null, source: cell.source }] as const] : [],
    );
    const contents = new Map([
      ...stated.filter(([key]) => !before.has(`${slug}/${key}`)),
      ...[...before]
        .filter(([name]) => name.startsWith(`${slug}/`))
        .map(([name, content]) => [name.slice(slug.length + 1), content] as const),
    ]);
    const cells = [...contents].map(([key, content]) => ({ key, content, seenVersion: 0 }));
    await db.$transaction((tx) =>
      writeRevision(
        {
          agreementId: id,
          kind: 'import',
          summary: 'The paper',
          userId: null,
          contributionId: null,
          cells,
          at: new Date(),
        },
        tx,
      ),
    );
  }
}

async function downloadAll() {
  const read = await readDataset();
  const made = await Promise.all(
    FILES.map(async (name) => [
      name,
      Buffer.from((await makeFile(name, read, { origin: 'https://forum.example.org', release: null })) ?? '').toString(
        'base64',
      ),
    ]),
  );
  return Object.fromEntries(made) as Record<string, string>;
}

beforeEach(seedEarlierEdition);

it('gives two installations the same files, with the year of the paper and without invented decisions', async () => {
  await wipe();
  await seedAgain();
  const first = await downloadAll();
  await wipe();
  await seedAgain();
  expect(await downloadAll()).toEqual(first);
  expect(await correct()).toBe(0);
  const { agreements } = await readDataset();
  const cells = agreements.flatMap(({ facts, assessments }) => Object.values({ ...facts, ...assessments }));
  expect(new Set(cells.map(({ decidedAt }) => decidedAt))).toEqual(new Set([null]));
  expect(new Set(cells.map(({ value, asOf }) => [value === 'not_assessed', asOf].join()))).toEqual(
    new Set(['false,2019', 'true,']),
  );
});

it('corrects a running installation by one revision for each agreement, once', async () => {
  expect(await correct()).toBe(23);
  expect(await correct()).toBe(0);
  const act = await readAgreement('eu-cybersecurity-act');
  expect(act).toMatchObject({
    version: 2,
    facts: {
      stakeholders: { version: 2, asOf: '2019', decidedAt: null },
      summary: { note: expect.stringContaining('adopted and authorised') as string },
    },
  });
  expect(
    (await readHistory('eu-cybersecurity-act'))?.map(({ version, kind, summary, reason }) => [
      version,
      kind,
      summary,
      reason?.slice(0, 4),
    ]),
  ).toEqual([
    [2, 'import', 'Correction of the import', 'Held'],
    [1, 'import', 'The paper', undefined],
  ]);
  expect((await readAgreement('sadc-model-laws'))?.facts.stakeholders).toBeUndefined();
  expect((await readAgreementAt('sadc-model-laws', { version: 1 }))?.facts.stakeholders?.asOf).toBeNull();
  expect(await listLeftByCorrections()).toEqual([]);
});

it('leaves cells that editors have decided on, and lists those with wrong imported content until the next decision', async () => {
  await decideChangesAs('eu-cybersecurity-act', 'stakeholders', 'The European Union.');
  await decideChangesAs('eu-cybersecurity-act', 'launchDate', '2019-06');
  await correct();
  const stakeholders = async () => (await readAgreementCells('eu-cybersecurity-act'))?.cells.stakeholders;
  expect(await stakeholders()).toMatchObject({
    value: 'The European Union.',
    version: 2,
    decidedAt: expect.any(Date) as Date,
  });
  expect((await readAgreementCells('eu-cybersecurity-act'))?.cells.launchDate?.value).toBe('2019-06');
  expect(await listLeftByCorrections()).toEqual([
    {
      slug: 'eu-cybersecurity-act',
      name: 'EU Cybersecurity Act',
      cells: [{ key: 'stakeholders', title: 'Stakeholders' }],
    },
  ]);
  await decideChangesAs('eu-cybersecurity-act', 'stakeholders', 'The European Union and its member states.');
  expect(await listLeftByCorrections()).toEqual([]);
});

it('corrects advice by its migration, and leaves advice that has been changed', async () => {
  const helpOf = async (key: string) => (await db.criterion.findUniqueOrThrow({ where: { key } })).help;
  const [right, other] = [await helpOf('definition-of-cyber-threats'), await helpOf('specified-cbms')];
  const migration = readFileSync(
    path.join(import.meta.dirname, 'migrations', '20261127100000_advice_of_this_site', 'migration.sql'),
    'utf8',
  );
  const earlier = /'definition-of-cyber-threats' AND "help" = '((?:[^']|'')+)'/.exec(migration)?.[1] ?? '';
  expect(earlier).toContain('choose indirect');
  await asOwner(`UPDATE criteria SET help = '${earlier}' WHERE key = 'definition-of-cyber-threats'`);
  await asOwner(`UPDATE criteria SET help = 'Ours' WHERE key = 'specified-cbms'; ${migration}`);
  expect([await helpOf('definition-of-cyber-threats'), await helpOf('specified-cbms')]).toEqual([right, 'Ours']);
  await db.criterion.update({ where: { key: 'specified-cbms' }, data: { help: other } });
});

it('corrects the call by its migration, and leaves a text that has been changed', async () => {
  const earlier =
    'The deadline was 17 October 2020, at the end of the day (UTC). This call accepts late contributions: you can still send yours.';
  await asOwner(
    `UPDATE calls SET opens_at = '2020-08-15T00:00:00Z', texts = jsonb_set(texts #- '{en,address}', '{en,instructions,0}', to_jsonb('${earlier}'::text)) WHERE slug = '2020'`,
  );
  const [call] = await listCalls('en');
  expect([call?.opensAt?.toISOString(), call?.texts.address, call?.texts.instructions[0]]).toEqual([
    '2020-08-15T00:00:00.000Z',
    undefined,
    earlier,
  ]);
  const migration = readFileSync(
    path.join(import.meta.dirname, 'migrations', '20261126150115_nullable_moments', 'migration.sql'),
    'utf8',
  );
  await asOwner(migration);
  const [corrected] = await listCalls('en');
  expect([corrected?.opensAt, corrected?.texts.address]).toEqual([
    null,
    'bpf-cybersecurity-contribution@intgovforum.org',
  ]);
  expect(corrected?.texts.instructions[0]).toMatch(/^The call asked for input by 17 October 2020\./);
  await asOwner(
    `UPDATE calls SET texts = jsonb_set(texts, '{en,instructions,0}', '"Ours"') WHERE slug = '2020'; ${migration}`,
  );
  expect((await listCalls('en'))[0]?.texts.instructions[0]).toBe('Ours');
});
