import { versionDate } from '@/lib/platform/i18n/dates';
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
import type { FileFacts } from './data-package';
import { sourcesOf } from './data-package';

/**
 * The description of the folder for people: the content of each file, the columns, the licence, how to check and how to
 * cite.
 */
export function readme(dataset: Dataset, edition: Edition, files: readonly FileFacts[]): string {
  const { origin, release } = edition;
  const about = release
    ? [
        `Release ${release.slug}, “${line(release.title)}”, published ${release.publishedAt}. It never changes.`,
        release.notes,
      ]
    : [
        `The state of today; its newest value is of ${dateOf(dataset)}. It changes with every decision: cite a release instead (${origin}/en/releases).`,
      ];
  return `${[
    `# ${titleOf(edition)}`,
    DATASET_DESCRIPTION,
    ...about.filter((text) => text !== ''),
    [
      '## Files',
      table(
        ['File', 'Bytes', 'SHA-256'],
        files.map(({ name, size, sha256 }) => [name, String(size), sha256]),
      ),
    ].join('\n\n'),
    'Beside each stands `<file>-metadata.json`; `datapackage.json` describes the tables for programs (Frictionless Data Package).',
    ...Object.values(TABLES)
      .map((make) => make(dataset))
      .map(({ name, description, columns }) =>
        [
          `## ${name}.csv`,
          description,
          table(
            ['Column', 'Meaning'],
            columns.map((column) => [column.name, `${column.title}. ${column.description}`]),
          ),
        ].join('\n\n'),
      ),
    [
      '## Sources',
      sourcesOf(dataset)
        .map(({ title }) => `- ${line(title)}`)
        .join('\n'),
      'Every value has its own source beside it.',
    ].join('\n\n'),
    [
      '## Licence',
      `${licence().title}: ${licence().path}`,
      `Name “${authorName()}” as the source, and say so if you changed anything.`,
    ].join('\n\n'),
    [
      '## How to cite',
      `See \`citation.txt\`, \`citation.bib\`, \`citation.json\` (CSL) and \`citation.ris\` in ${folderOf(edition)}.`,
    ].join('\n\n'),
  ].join('\n\n')}\n`;
}

const line = (text: string) => text.replace(/\s+/g, ' ');

function table(header: string[], rows: string[][]): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => line(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(header), `| ${header.map(() => '---').join(' | ')} |`, ...rows.map(row)].join('\n');
}

const dateOf = (dataset: Dataset): string => {
  const newest = newestOf(dataset);
  return newest === null ? 'no date' : versionDate(newest);
};
