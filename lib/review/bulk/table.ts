import { CsvError, parse } from 'csv-parse/sync';
import { withoutEscape } from '@/lib/platform/csv';
import { CELL_NAMES, FURTHER_COLUMNS, MAX_ROWS, NEEDED_COLUMNS, VALUE_COLUMNS } from './constants';
import type { Column } from './constants';
import { decode, isArchive } from './encoding';
import type { FileProblem } from './schema';
import { readWorkbook } from './workbook';

/** One row as it was written: its fields by column, and whether it has as many fields as the header. */
export type TableRow<Name extends string = Column> = {
  row: number;
  fields: Partial<Record<Name, string>>;
  complete: boolean;
};
export type CellTable<Name extends string = Column> = {
  /** Of a CSV file. */ delimiter?: string;
  /** Of a workbook: the sheet that was read. */ sheet?: string;
  ignoredColumns: string[];
  rows: TableRow<Name>[];
};
type Refused = { ok: false; problem: FileProblem };
export type ReadTable<Name extends string = Column> = { ok: true; table: CellTable<Name> } | Refused;

/** The columns of a table by name, and which of those that it needs its header does not name. */
export type TableColumns<Name extends string> = {
  all: readonly Name[];
  missingIn: (names: readonly string[]) => string[];
};

const DELIMITERS = [',', ';', '\t'];
const CELL_COLUMNS: TableColumns<Column> = {
  all: [...NEEDED_COLUMNS, ...CELL_NAMES, ...FURTHER_COLUMNS, ...VALUE_COLUMNS],
  missingIn,
};
const refused = (code: string, params: FileProblem['params'] = {}): Refused => ({
  ok: false,
  problem: { code, params },
});

/**
 * Reads an uploaded file as a table of cells: an Excel workbook, of which the sheet is read whose first row names most of
 * the columns; or a CSV file, separated by the sign its header uses (comma, semicolon or tab), quoted as RFC 4180 has it.
 * Problems, besides those of `decode`: `workbook` (it can't be read), `no_header` (no first row names any of the columns),
 * `missing_columns`, `double_columns`, `broken_quotes` (with the row), `too_many_rows`, `no_rows`.
 */
export const readTable = (bytes: Uint8Array): Promise<ReadTable> => readTableOf(bytes, CELL_COLUMNS);

/** The same for a table with other columns. */
export const readTableOf = async <Name extends string>(
  bytes: Uint8Array,
  columns: TableColumns<Name>,
): Promise<ReadTable<Name>> => (isArchive(bytes) ? readSheet(bytes, columns) : readCsv(bytes, columns));

async function readSheet<Name extends string>(
  bytes: Uint8Array,
  columns: TableColumns<Name>,
): Promise<ReadTable<Name>> {
  const sheets = await readWorkbook(bytes);
  if (sheets === null) return refused('workbook');
  const knownIn = ({ records: [header = []] }: { records: string[][] }) =>
    new Set(header.map(columnOf).filter((name) => columns.all.includes(name as Name))).size;
  const [sheet] = sheets.toSorted((one, other) => knownIn(other) - knownIn(one));
  if (!sheet || knownIn(sheet) === 0) return refused('no_header');
  return tableOf(sheet.records, { sheet: sheet.name, skipped: 0, columns });
}

function readCsv<Name extends string>(bytes: Uint8Array, columns: TableColumns<Name>): ReadTable<Name> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, skipped } = withoutDeclaration(decoded.text);
  const delimiter =
    DELIMITERS.toSorted((one, other) => known(text, other, columns) - known(text, one, columns))[0] ?? ',';
  if (known(text, delimiter, columns) === 0) return refused('no_header');
  try {
    const records = parse(text, { delimiter, relax_column_count: true, to: MAX_ROWS + 2 });
    return tableOf(records, { delimiter, skipped, columns });
  } catch (error) {
    if (error instanceof CsvError) return refused('broken_quotes', { row: Number(error.records ?? 0) + 1 + skipped });
    throw error;
  }
}

/** Excel says `sep=;` in a first line of its own. */
function withoutDeclaration(text: string): { text: string; skipped: number } {
  const declared = /^sep=.\r?\n/i.exec(text);
  return declared ? { text: text.slice(declared[0].length), skipped: 1 } : { text, skipped: 0 };
}

/** How many of our columns the first line names, parted in this way. */
function known(text: string, delimiter: string, { all }: TableColumns<string>): number {
  const line = text.slice(0, 10_000).split(/\r?\n|\r/)[0] ?? '';
  const names = line.split(delimiter).map((name) => columnOf(name.replaceAll('"', '')));
  return names.filter((name) => all.includes(name)).length;
}

const columnOf = (name: string) =>
  withoutEscape(name.trim())
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Either name of a column will do; of the columns of values one. */
function missingIn(names: readonly string[]): string[] {
  const has = (columns: readonly string[]) => columns.some((column) => names.includes(column));
  const [first, ...rest] = NEEDED_COLUMNS;
  return [
    ...(has([first]) ? [] : [first]),
    ...(has(CELL_NAMES) ? [] : ['cell']),
    ...(has(['value', ...VALUE_COLUMNS]) ? [] : ['value_text']),
    ...rest.filter((column) => !has([column])),
  ];
}

type Parsed<Name extends string> = {
  delimiter?: string;
  sheet?: string;
  skipped: number;
  columns: TableColumns<Name>;
};

function tableOf<Name extends string>(
  records: string[][],
  { delimiter, sheet, skipped, columns }: Parsed<Name>,
): ReadTable<Name> {
  const [header = [], ...rest] = records;
  const names = header.map(columnOf);
  const missing = columns.missingIn(names);
  if (missing.length > 0) return refused('missing_columns', { columns: missing.join(', ') });
  const double = columns.all.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (double.length > 0) return refused('double_columns', { columns: double.join(', ') });
  if (rest.length > MAX_ROWS) return refused('too_many_rows', { max: MAX_ROWS });
  const rows = rest.flatMap((fields, at) => {
    if (fields.every((field) => field.trim() === '')) return [];
    const read = columns.all.flatMap((column) =>
      names.includes(column) ? [[column, fields[names.indexOf(column)] ?? ''] as const] : [],
    );
    const named = Object.fromEntries(read) as Partial<Record<Name, string>>; // by the columns' own names
    return [{ row: at + 2 + skipped, fields: named, complete: fields.length === names.length }];
  });
  if (rows.length === 0) return refused('no_rows');
  const ignoredColumns = header
    .filter((_, at) => !columns.all.some((column) => column === names[at]))
    .filter((name) => name.trim() !== '');
  return { ok: true, table: { delimiter, sheet, ignoredColumns, rows } };
}
