import writeExcelFile from 'write-excel-file/node';
import type { Row, Sheet } from 'write-excel-file/node';
import type { CsvValue } from '@/lib/platform/csv';
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
import { cutText } from '@/lib/platform/text/cut-text';
import { withoutClock } from './zip';

/** What a cell of Excel holds at most. */
const MAX_CHARACTERS = 32_767;
const CUT = ' … (cut here: the CSV file has all of it)';
const WIDTHS: Record<string, number> = {
  agreement: 24,
  name: 44,
  value: 44,
  note: 44,
  source: 44,
  summary: 60,
  description: 60,
  help: 60,
  criterion: 34,
  key: 34,
  title: 40,
};
const USUAL_WIDTH = 18;

/**
 * The tables as sheets of one Excel file; the last sheet describes it. Text stays text, whatever it begins with. The
 * same dataset gives the same bytes.
 */
export function workbook(dataset: Dataset, edition: Edition): Promise<Uint8Array<ArrayBuffer>> {
  return written([...Object.values(TABLES).map((make) => sheetOf(make(dataset))), aboutSheet(dataset, edition)]);
}

/** Tables as sheets of one Excel file, in the same way. */
export const workbookOf = (tables: readonly SheetTable[]): Promise<Uint8Array<ArrayBuffer>> =>
  written(tables.map(sheetOf));

const written = async (sheets: Sheet<never>[]) =>
  withoutClock(new Uint8Array(await writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()));

type SheetTable = { name: string; columns: readonly { name: string }[]; rows: CsvValue[][] };

function sheetOf({ name, columns, rows }: SheetTable): Sheet<never> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: columns.map((column) => ({ width: WIDTHS[column.name] ?? USUAL_WIDTH })),
    data: [
      columns.map((column) => ({ value: column.name, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  };
}

function cellOf(value: CsvValue): Row[number] {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  return { value: cutText(String(value), MAX_CHARACTERS, CUT), type: String };
}

function aboutSheet(dataset: Dataset, edition: Edition): Sheet<never> {
  const lines: [string, string][] = [
    ['Title', titleOf(edition)],
    ['About', DATASET_DESCRIPTION],
    ['Author', authorName()],
    ['Date', edition.release?.publishedAt ?? newestOf(dataset) ?? ''],
    [
      'Release',
      edition.release
        ? `${edition.release.slug}: ${edition.release.title}`
        : 'None: the state of the day it was downloaded. Cite a release instead.',
    ],
    ['Licence', `${licence().title}, ${licence().path}`],
    ['Files and metadata', folderOf(edition)],
  ];
  const data = lines.map(([name, text]): Row => [
    { value: name, type: String, fontWeight: 'bold', alignVertical: 'top' },
    { ...wide(text) },
  ]);
  return { sheet: 'about', columns: [{ width: USUAL_WIDTH }, { width: 100 }], data };
}

const wide = (value: string) => ({ value, type: String, wrap: true });
