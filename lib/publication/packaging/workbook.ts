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
import { PARTIAL_DATE } from '@/lib/agreements/facts/columns';
import { cutText } from '@/lib/platform/text/cut-text';
import { cellName, sheetFeatures } from './workbook-features';
import type { SheetExtras } from './workbook-features';
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
  cell: 34,
  value_text: 44,
  value_list: 44,
  key: 34,
  title: 40,
};
const USUAL_WIDTH = 18;

/** The colours of the site. */
const LOOK = { accent: '#173f6b', light: '#fbf9f4' };
const HEAD = {
  type: String,
  fontWeight: 'bold',
  textColor: LOOK.light,
  backgroundColor: LOOK.accent,
  alignVertical: 'center',
  height: 22,
} as const;

/**
 * The tables as sheets of one Excel file; the last sheet describes it. Text stays text, whatever it begins with; days
 * are dates, links lead somewhere, and the first row stays in sight and filters. The columns are those of the CSV files
 * without the former names. The same dataset gives the same bytes.
 */
export function workbook(dataset: Dataset, edition: Edition): Promise<Uint8Array<ArrayBuffer>> {
  const tables = Object.values(TABLES).map((make) => withoutFormerNames(make(dataset)));
  return written(
    [...tables.map(sheetOf), aboutSheet(dataset, edition)],
    [...tables.map(extrasOf), { filter: null, links: [] }],
  );
}

/** Tables as sheets of one Excel file, in the same way. */
export const workbookOf = (tables: readonly SheetTable[]): Promise<Uint8Array<ArrayBuffer>> =>
  written(tables.map(sheetOf), tables.map(extrasOf));

const written = async (sheets: Sheet<never>[], extras: SheetExtras[]) =>
  withoutClock(
    new Uint8Array(
      await writeExcelFile(sheets, {
        fontFamily: 'Calibri',
        fontSize: 11,
        features: [sheetFeatures(extras)],
      }).toBuffer(),
    ),
  );

type SheetColumn = { name: string; type?: string; pattern?: string; former?: string };
type SheetTable = { name: string; columns: readonly SheetColumn[]; rows: CsvValue[][] };

function withoutFormerNames({ name, columns, rows }: SheetTable): SheetTable {
  const isKept = (_: unknown, at: number) => columns[at]?.former === undefined;
  return { name, columns: columns.filter(isKept), rows: rows.map((row) => row.filter(isKept)) };
}

function sheetOf({ name, columns, rows }: SheetTable): Sheet<never> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: columns.map((column) => ({ width: WIDTHS[column.name] ?? USUAL_WIDTH })),
    data: [
      columns.map((column) => ({ ...HEAD, value: column.name })),
      ...rows.map((row) => row.map((value, at) => cellOf(value, columns[at]))),
    ],
  };
}

function extrasOf({ columns, rows }: SheetTable): SheetExtras {
  const links = rows.flatMap((row, at) =>
    row.flatMap((value, column) => (isLink(value) ? [{ cell: cellName(at + 1, column), address: value }] : [])),
  );
  return {
    filter: rows.length > 0 ? `A1:${cellName(rows.length, columns.length - 1)}` : null,
    links: links.slice(0, MAX_LINKS),
  };
}

/** What Excel takes of a sheet's links and of the length of each. */
const MAX_LINKS = 65_000;
const isLink = (value: CsvValue): value is string =>
  typeof value === 'string' && value.length <= 2_000 && /^https?:\/\/[^\s|]+$/i.test(value);

function cellOf(value: CsvValue, column: SheetColumn | undefined): Row[number] {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  const text = String(value);
  const date = dateOf(text, column);
  if (date) return { value: date.moment, type: Date, format: date.format, align: 'left', alignVertical: 'top' };
  const look = isLink(value) ? { textColor: LOOK.accent, textDecoration: { underline: true as const } } : {};
  return { value: cutText(text, MAX_CHARACTERS, CUT), type: String, alignVertical: 'top', ...look };
}

/** Days and moments are dates of Excel; a year or a month, which Excel has no dates for, stays the text it is. */
function dateOf(text: string, column: SheetColumn | undefined): { moment: Date; format: string } | null {
  if (column?.type === 'datetime') return { moment: new Date(text), format: 'yyyy-mm-dd hh:mm:ss' };
  const isDay = column?.pattern === PARTIAL_DATE && /^\d{4}-\d{2}-\d{2}$/.test(text);
  // Excel's own calendar begins with 1900.
  return isDay && text >= '1900-03-01' ? { moment: new Date(`${text}T00:00:00Z`), format: 'yyyy-mm-dd' } : null;
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
    { value: name, type: String, fontWeight: 'bold', textColor: LOOK.accent, alignVertical: 'top' },
    { ...wide(text) },
  ]);
  return { sheet: 'about', columns: [{ width: USUAL_WIDTH }, { width: 100 }], data };
}

const wide = (value: string) => ({ value, type: String, wrap: true });
