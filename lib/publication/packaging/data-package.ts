import type { Column } from '@/lib/publication/downloads/columns';
import {
  authorName,
  DATASET_DESCRIPTION,
  KEYWORDS,
  licence,
  newestOf,
  titleOf,
} from '@/lib/publication/downloads/dataset-edition';
import type { Dataset, Edition } from '@/lib/publication/downloads/dataset-edition';
import { TABLES } from '@/lib/publication/downloads/tables';
import type { Table } from '@/lib/publication/downloads/tables';

export type FileFacts = { name: string; mediaType: string; size: number; sha256: string };

const VALUES_ARE_TEXT =
  'A text that a spreadsheet would take for a formula begins with an apostrophe that is not part of it. Empty fields mean that nothing is known.';

/**
 * The tables as a Frictionless Data Package (specs.frictionlessdata.io, tabular data package 1.0): the content of each
 * column, and checks that the data is complete.
 */
export function dataPackage(dataset: Dataset, edition: Edition, files: readonly FileFacts[]): object {
  const { origin, release } = edition;
  const tables = Object.values(TABLES).map((make) => make(dataset));
  const paths = new Set(tables.map((table) => `${table.name}.csv`));
  const created = release?.publishedAt ?? newestOf(dataset);
  return {
    profile: 'tabular-data-package',
    name: `international-cybersecurity-agreements-${release?.slug ?? 'latest'}`,
    title: titleOf(edition),
    description: [DATASET_DESCRIPTION, release?.notes].filter(Boolean).join('\n\n'),
    homepage: release ? `${origin}/en/releases/${release.slug}` : `${origin}/en/data`,
    ...(release && { version: release.slug }),
    ...(created && { created }),
    keywords: KEYWORDS,
    licenses: [licence()],
    contributors: [{ title: authorName(), role: 'publisher' }],
    sources: sourcesOf(dataset),
    resources: tables.map((table) =>
      resourceOf(
        table,
        files.find(({ name }) => name === `${table.name}.csv`),
      ),
    ),
    /** Files that are no tables: the same content for programs and for Excel. */
    otherFiles: files
      .filter(({ name }) => !paths.has(name))
      .map(({ name, mediaType, size, sha256 }) => ({
        path: name,
        mediatype: mediaType,
        bytes: size,
        hash: `sha256:${sha256}`,
      })),
  };
}

/** The source of the criteria and the first values. Every value has its own source in the tables. */
export const sourcesOf = ({ criterionSets }: Dataset) =>
  criterionSets.map(({ title, source }) => ({ title: source === '' ? title : source }));

function resourceOf(table: Table, file: FileFacts | undefined): object {
  return {
    name: table.name,
    path: `${table.name}.csv`,
    profile: 'tabular-data-resource',
    title: table.title,
    description: `${table.description} ${VALUES_ARE_TEXT}`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(file && { bytes: file.size, hash: `sha256:${file.sha256}` }),
    licenses: [licence()],
    dialect: {
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
      header: true,
    },
    schema: {
      fields: table.columns.map(fieldOf),
      missingValues: [''],
      primaryKey: table.key,
      ...(table.name !== 'agreements' &&
        table.columns.some(({ name }) => name === 'agreement') && {
          foreignKeys: [{ fields: ['agreement'], reference: { resource: 'agreements', fields: ['agreement'] } }],
        }),
    },
  };
}

/** Always with milliseconds, which the specification's default format does not have. */
const MOMENT = '%Y-%m-%dT%H:%M:%S.%fZ';

function fieldOf({ name, title, description, type, required, choices, pattern }: Column): object {
  const constraints = {
    ...(required && { required }),
    ...(choices && { enum: choices }),
    ...(pattern !== undefined && { pattern: `^${pattern}$` }),
  };
  return {
    name,
    title,
    description,
    type,
    ...(type === 'datetime' && { format: MOMENT }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
