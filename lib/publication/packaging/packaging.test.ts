import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Package } from 'datapackage';
import { XMLValidator } from 'fast-xml-parser';
import readExcelFile from 'read-excel-file/node';
import { fromBufferPromise } from 'yauzl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, Edition } from '@/lib/publication/downloads/dataset-edition';
import { DATA_FILES, makeRelease } from '@/lib/publication/downloads/files';
import type { PublishedFile } from '@/lib/publication/downloads/files';
import { readDataset } from '@/lib/publication/downloads/dataset-edition';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { dataPackage } from './data-package';

useTestDatabase();

const edition = {
  origin: 'https://forum.example.org',
  release: {
    slug: '2026.1',
    title: 'First | release',
    notes: 'Two agreements\nmore than before.',
    publishedAt: '2026-11-22T10:00:00.123Z',
  },
} satisfies Edition;
const FORMULA = '=HYPERLINK("https://evil.example")';
let folder: string;
let dataset: Dataset;
let files: PublishedFile[];
const textOf = (name: string) => new TextDecoder().decode(files.find((file) => file.name === name)?.bytes);

/** The seed's dataset with a value that a spreadsheet would run, written out as a release. */
beforeAll(async () => {
  const { reference, changes } = await submit(
    proposing('manrs', [
      { cell: 'maintainer', value: FORMULA, note: '+1, "quoted"\nsecond line', source: 'Its site' },
      { cell: 'link', value: 'https://www.manrs.org/?a=1&b=2', source: 'Its site' },
    ]),
  );
  const result = await decideChanges({
    editor: await makeEditor(),
    reference,
    decisions: [
      { change: changes.maintainer ?? '', outcome: 'accept', seen: 1, resolve: true },
      { change: changes.link ?? '', outcome: 'accept', seen: 0, resolve: true },
    ],
  });
  expect(result.ok).toBe(true);
  dataset = await readDataset();
  files = await makeRelease(dataset, edition);
  folder = mkdtempSync(path.join(tmpdir(), 'package-'));
  for (const { name, bytes } of files) writeFileSync(path.join(folder, name), bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the data package', () => {
  it('is valid, and so is every row of every table, each agreement of a cell among them', async () => {
    const made = await Package.load(JSON.parse(textOf('datapackage.json')) as object, { basePath: folder });
    expect([made.valid, made.errors]).toEqual([true, []]);
    expect(made.resourceNames).toEqual(['agreements', 'cells', 'values', 'criteria', 'participants', 'sources']);
    const rows = async (name: string) => (await made.getResource(name)?.read({ keyed: true, relations: true })) ?? [];
    expect(await rows('agreements')).toHaveLength(23);
    expect(await rows('criteria')).toHaveLength(21);
    const cells = await rows('cells');
    expect(cells.length).toBeGreaterThan(600);
    const manrs = cells.find(
      (cell) => (cell.agreement as { agreement: string }).agreement === 'manrs' && cell.cell === 'maintainer',
    );
    expect(manrs).toMatchObject({
      kind: 'fact',
      value_text: `'${FORMULA}`,
      note: `'+1, "quoted"\nsecond line`,
      source: 'Its site',
      version: 2,
      decided_at: expect.any(Date) as Date,
    });
  });

  it('reports invalid data: a value outside its choices, an unknown agreement', async () => {
    const descriptor = JSON.parse(textOf('datapackage.json')) as object;
    for (const [name, spoil, wrong] of [
      ['agreements', (csv: string) => csv.replace(',normative,', ',voluntary,'), /type and format mismatch/],
      ['cells', (csv: string) => csv.replace('\r\nmanrs,', '\r\natlantis,'), /foreign key/i],
    ] as const) {
      const other = mkdtempSync(path.join(tmpdir(), 'spoilt-'));
      for (const file of files)
        writeFileSync(path.join(other, file.name), file.name === `${name}.csv` ? spoil(textOf(file.name)) : file.bytes);
      const made = await Package.load(descriptor, { basePath: other });
      await expect(made.getResource(name)?.read({ keyed: true, relations: true })).rejects.toThrow(wrong);
      rmSync(other, { recursive: true });
    }
  });

  it('names size and checksum of every file of data, its licence, sources, version and date', () => {
    const facts = new Map(files.map(({ name, size, sha256 }) => [name, { bytes: size, hash: `sha256:${sha256}` }]));
    const made = JSON.parse(textOf('datapackage.json')) as {
      resources: { path: string }[];
      otherFiles: { path: string }[];
    };
    const described = [...made.resources, ...made.otherFiles];
    expect(described.map((file) => file.path).toSorted()).toEqual(DATA_FILES.toSorted());
    for (const file of described) expect(file).toMatchObject(facts.get(file.path) ?? {});
    expect(made).toMatchObject({
      version: '2026.1',
      created: '2026-11-22T10:00:00.123Z',
      homepage: 'https://forum.example.org/en/releases/2026.1',
      licenses: [{ name: 'CC-BY-4.0' }],
    });
    const today = dataPackage(dataset, { origin: edition.origin, release: null }, files);
    expect(today).toMatchObject({
      created: dataset.agreements.find(({ slug }) => slug === 'manrs')?.updatedAt,
      name: 'international-cybersecurity-agreements-latest',
    });
    expect(today).not.toHaveProperty('version');
  });
});

it('lies in the folder with metadata beside each file and a text for people', () => {
  for (const name of DATA_FILES) {
    const metadata = JSON.parse(textOf(`${name}-metadata.json`)) as Record<string, unknown>;
    expect(JSON.stringify(metadata)).toContain('https://creativecommons.org/licenses/by/4.0/');
  }
  const cells = JSON.parse(textOf('cells.csv-metadata.json')) as {
    url: string;
    tableSchema: { columns: { titles: string; name: string }[] };
  };
  expect(cells.url).toBe('cells.csv');
  expect(cells.tableSchema.columns.map(({ titles }) => titles).join(',')).toBe(textOf('cells.csv').split('\r\n')[0]);
  const names = (JSON.parse(textOf('agreements.csv-metadata.json')) as typeof cells).tableSchema.columns.map(
    ({ name }) => name,
  );
  expect(new Set(names).size).toBe(names.length);
  expect(textOf('README.md')).toContain(files.find(({ name }) => name === 'agreements.json')?.sha256);
  expect(textOf('README.md')).toContain(
    'Release 2026.1, “First | release”, published 2026-11-22T10:00:00.123Z. It never changes.\n\nTwo agreements\nmore than before.',
  );
});

async function partsOfArchive(file: string): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(readFileSync(file));
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer); // as it gives them
    parts.set(entry.fileName, Buffer.concat(chunks).toString());
  }
  return parts;
}

describe('the workbook', () => {
  it('holds the tables as text that cannot run, and says what it is', async () => {
    const sheets = await readExcelFile(path.join(folder, 'agreements.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'agreements',
      'cells',
      'values',
      'criteria',
      'participants',
      'sources',
      'about',
    ]);
    const cells = sheets.find(({ sheet }) => sheet === 'cells')?.data ?? [];
    expect(cells.find((row) => row[0] === 'manrs' && row[1] === 'maintainer')).toEqual(
      expect.arrayContaining([FORMULA, '+1, "quoted"\nsecond line', 2]),
    );
    expect(sheets.at(-1)?.data.map((row) => row[0])).toEqual([
      'Title',
      'About',
      'Author',
      'Date',
      'Release',
      'Licence',
      'Files and metadata',
    ]);
  });

  it('has a filter in each table, days as dates, links that lead somewhere, and no former names', async () => {
    const sheets = await readExcelFile(path.join(folder, 'agreements.xlsx'));
    const [head = [], ...rows] = sheets.find(({ sheet }) => sheet === 'cells')?.data ?? [];
    expect(head).toEqual(expect.arrayContaining(['cell', 'kind', 'value_count']));
    expect(head).not.toContain('criterion');
    const decided = rows.map((row) => row[head.indexOf('decided_at')]).filter((one) => one !== null);
    expect(decided.length).toBeGreaterThan(0);
    expect(decided.every((one) => one instanceof Date)).toBe(true);
    const dates = rows.map((row) => row[head.indexOf('value_date')]).filter((one) => one !== null);
    expect(dates.some((one) => one instanceof Date)).toBe(true);
    expect(dates.every((one) => one instanceof Date || /^\d{4}(-\d{2})?$/.test(String(one)))).toBe(true);
    const parts = await partsOfArchive(path.join(folder, 'agreements.xlsx'));
    for (const sheet of [1, 2, 3, 4])
      expect(parts.get(`xl/worksheets/sheet${sheet}.xml`)).toMatch(/<autoFilter ref="A1:/);
    expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(
      /<hyperlinks><hyperlink ref="[A-Z]+\d+" r:id="rId-link-1"\/>/,
    );
    expect(parts.get('xl/worksheets/_rels/sheet2.xml.rels')).toMatch(
      /Target="https:\/\/www\.manrs\.org\/\?a=1&amp;b=2" TargetMode="External"/,
    );
    for (const [name, xml] of parts)
      if (/\.(xml|rels)$/.test(name)) expect([name, XMLValidator.validate(xml)]).toEqual([name, true]);
  });

  it('has the same bytes whenever it is made', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2_100)); // a ZIP archive counts in steps of two seconds
    expect((await makeRelease(dataset, edition)).map(({ name, sha256 }) => [name, sha256])).toEqual(
      files.map(({ name, sha256 }) => [name, sha256]),
    );
  });
});
