import { createHash } from 'node:crypto';
import { dataPackage } from '@/lib/publication/packaging/data-package';
import { fileMetadata, metadataName } from '@/lib/publication/packaging/file-metadata';
import { readme } from '@/lib/publication/packaging/readme';
import { workbook } from '@/lib/publication/packaging/workbook';
import { CITATIONS, citedRelease } from '@/lib/publication/releases/citation';
import type { Dataset, Edition } from './dataset-edition';
import { tableCsv, TABLES } from './tables';

export type PublishedFile = {
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  bytes: Uint8Array<ArrayBuffer>;
};
type Content = string | Uint8Array<ArrayBuffer>;
type Options = { bom?: boolean };

const CSV = 'text/csv; charset=utf-8; header=present';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The files that hold the dataset, by name. */
const DATA: Record<
  string,
  { mediaType: string; make: (dataset: Dataset, edition: Edition, options: Options) => Content | Promise<Content> }
> = {
  'agreements.json': { mediaType: 'application/json', make: ({ agreements }) => json({ data: agreements }) },
  'agreements.csv': { mediaType: CSV, make: (dataset, _, options) => tableCsv(TABLES.agreements(dataset), options) },
  'cells.csv': { mediaType: CSV, make: (dataset, _, options) => tableCsv(TABLES.cells(dataset), options) },
  'values.csv': { mediaType: CSV, make: (dataset, _, options) => tableCsv(TABLES.values(dataset), options) },
  'criteria.csv': { mediaType: CSV, make: (dataset, _, options) => tableCsv(TABLES.criteria(dataset), options) },
  'participants.csv': {
    mediaType: CSV,
    make: (dataset, _, options) => tableCsv(TABLES.participants(dataset), options),
  },
  'sources.csv': { mediaType: CSV, make: (dataset, _, options) => tableCsv(TABLES.sources(dataset), options) },
  'agreements.xlsx': { mediaType: XLSX, make: workbook },
};
export const DATA_FILES = Object.keys(DATA);

/** The files that describe the others: made after them, because they state their sizes and checksums. */
const ABOUT: Record<
  string,
  { mediaType: string; make: (dataset: Dataset, edition: Edition, data: PublishedFile[]) => string }
> = {
  'datapackage.json': {
    mediaType: 'application/json',
    make: (dataset, edition, data) => json(dataPackage(dataset, edition, data)),
  },
  'README.md': { mediaType: 'text/markdown; charset=utf-8', make: readme },
  ...Object.fromEntries(
    DATA_FILES.map((name) => [metadataName(name), { mediaType: mediaTypeOfMetadata(name), make: metadataOf(name) }]),
  ),
};
/** Every file of today's dataset; a release also has its citations. */
export const FILES = [...DATA_FILES, ...Object.keys(ABOUT)];

/** The media type of a file; null if there is no such file. */
export const mediaTypeOf = (name: string): string | null => {
  const file = Object.hasOwn(DATA, name) ? DATA[name] : Object.hasOwn(ABOUT, name) ? ABOUT[name] : undefined;
  return file?.mediaType ?? null;
};

/** One file of the dataset; `bom` puts a byte order mark before a CSV file. Null for an unknown name. */
export async function makeFile(
  name: string,
  dataset: Dataset,
  edition: Edition,
  options: Options = {},
): Promise<Content | null> {
  if (Object.hasOwn(DATA, name)) return DATA[name]?.make(dataset, edition, options) ?? null;
  return Object.hasOwn(ABOUT, name)
    ? (ABOUT[name]?.make(dataset, edition, await makeData(dataset, edition)) ?? null)
    : null;
}

/** Every file of a release, byte for byte as it will stay. */
export async function makeRelease(dataset: Dataset, edition: Edition & { release: object }): Promise<PublishedFile[]> {
  const data = await makeData(dataset, edition);
  const about = Object.entries(ABOUT).map(([name, { mediaType, make }]) =>
    published(name, mediaType, make(dataset, edition, data)),
  );
  const cited = citedRelease(edition.origin, edition.release);
  const citations = Object.entries(CITATIONS).map(([name, { mediaType, write }]) =>
    published(name, mediaType, write(cited)),
  );
  return [...data, ...about, ...citations];
}

const makeData = (dataset: Dataset, edition: Edition): Promise<PublishedFile[]> =>
  Promise.all(
    Object.entries(DATA).map(async ([name, { mediaType, make }]) =>
      published(name, mediaType, await make(dataset, edition, {})),
    ),
  );

function published(name: string, mediaType: string, content: Content): PublishedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, mediaType, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
}

const json = (content: object) => `${JSON.stringify(content, null, 1)}\n`;

function metadataOf(name: string) {
  return (dataset: Dataset, edition: Edition, data: PublishedFile[]) => {
    const file = data.find((one) => one.name === name);
    if (!file) throw new Error(`There is no file ${name} to describe`);
    return json(fileMetadata(dataset, edition, file));
  };
}

function mediaTypeOfMetadata(name: string) {
  return name.endsWith('.csv') ? 'application/csvm+json' : 'application/ld+json';
}
