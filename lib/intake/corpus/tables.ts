import { corpusIn, measure } from './measure';
import type { Measured } from './measure';

/** The folders of the corpus by the headings of their tables in docs/intake-corpus.md. */
export const FOLDERS = {
  'Files that we made': 'lib/intake/corpus/files',
} as const;

export type Row = Measured & { name: string; about: string };

/** Every file of a folder, read. */
export async function readFolder(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of corpusIn(folder))
    rows.push({ name: one.file.name, about: one.file.about, ...(await measure(one)) });
  return rows;
}

/** The table of a folder, as it stands in docs/intake-corpus.md. */
export function tableOf(rows: readonly Row[]): string {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  return [
    '| file | what it is | answers | placed | not placed | wrongly placed |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ name, about, written, placed, notPlaced, wrong }) =>
        `| ${name} | ${about} | ${written} | ${placed} | ${notPlaced} | ${wrong.length} |`,
    ),
    `| **${rows.length} files** | | ${sum((row) => row.written)} | ${sum((row) => row.placed)} | ${sum((row) => row.notPlaced)} | ${sum((row) => row.wrong.length)} |`,
  ].join('\n');
}
