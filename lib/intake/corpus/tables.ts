import { corpusIn, measure } from './measure';
import type { Measured } from './measure';
import type { Expected } from './corpus-file';
import { filledByOthers } from './filled-by-others';

/** The files of the corpus by the headings of their tables in docs/intake-corpus.md. */
export const CORPUS: Record<string, { file: Expected; bytes: Buffer }[]> = {
  'Files that we made': corpusIn('lib/intake/corpus/files'),
  'Files that others filled in': filledByOthers('lib/intake/corpus/filled-by-others'),
};

export type Row = Measured & { name: string; about: string };

/** Every file of a table, read. */
export async function readAll(files: readonly { file: Expected; bytes: Buffer }[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of files) rows.push({ name: one.file.name, about: one.file.about, ...(await measure(one)) });
  return rows;
}

/** A table as it stands in docs/intake-corpus.md. */
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
