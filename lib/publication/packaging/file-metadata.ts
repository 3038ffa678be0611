import type { Column } from '@/lib/publication/downloads/columns';
import {
  authorName,
  DATASET_DESCRIPTION,
  folderOf,
  licence,
  newestOf,
  titleOf,
} from '@/lib/publication/downloads/dataset-edition';
import type { Dataset, Edition } from '@/lib/publication/downloads/dataset-edition';
import { TABLES } from '@/lib/publication/downloads/tables';
import type { Table } from '@/lib/publication/downloads/tables';
import type { FileFacts } from './data-package';

/** The name under which programs look for the metadata of a table (CSV on the Web, 5.3). */
export const metadataName = (file: string) => `${file}-metadata.json`;

/**
 * The metadata of one file, beside it: for a table in the vocabulary of CSV on the Web, for the others in that of
 * schema.org.
 */
export function fileMetadata(dataset: Dataset, edition: Edition, file: FileFacts): object {
  const table = Object.values(TABLES)
    .map((make) => make(dataset))
    .find(({ name }) => file.name === `${name}.csv`);
  return table ? tableMetadata(dataset, edition, table) : downloadMetadata(dataset, edition, file);
}

const dateOf = (dataset: Dataset, { release }: Edition) => release?.publishedAt ?? newestOf(dataset) ?? undefined;

function tableMetadata(dataset: Dataset, edition: Edition, table: Table): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${table.name}.csv`,
    'dc:title': `${titleOf(edition)}: ${table.title}`,
    'dc:description': `${DATASET_DESCRIPTION} ${table.description}`,
    'dc:creator': authorName(),
    'dc:license': { '@id': licence().path },
    'dc:modified': dateOf(dataset, edition),
    'dc:isPartOf': { '@id': `${folderOf(edition)}datapackage.json` },
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
    tableSchema: { columns: table.columns.map(columnOf), primaryKey: table.key },
  };
}

/** A former name may have hyphens and points, which a name in this vocabulary may not: the title is the name in the file. */
const columnOf = ({ name, description, type, required, former }: Column) => ({
  name: former === undefined ? name : `former_${name.replace(/[^A-Za-z0-9_]/g, '_')}`,
  titles: name,
  'dc:description': description,
  datatype: type === 'datetime' ? { base: 'dateTimeStamp' } : type,
  ...(required && { required }),
});

function downloadMetadata(dataset: Dataset, edition: Edition, { name, mediaType, size, sha256 }: FileFacts): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'DataDownload',
    name: `${titleOf(edition)}: ${name}`,
    description: DATASET_DESCRIPTION,
    contentUrl: `${folderOf(edition)}${name}`,
    encodingFormat: mediaType,
    contentSize: `${size} B`,
    sha256,
    creator: { '@type': 'Organization', name: authorName() },
    license: licence().path,
    dateModified: dateOf(dataset, edition),
    isPartOf: `${folderOf(edition)}datapackage.json`,
  };
}
