import type { CellContent } from '@/lib/agreements/schema';
import { isOfRegister, isStoredFactKey, isRowField } from '@/lib/agreements/facts/registry';
import { cellKeyFor } from '@/lib/agreements/facts/row-key';
import { kindOf } from '@/lib/agreements/facts/kinds';
import { valueByPart, valueParts, BETWEEN } from '@/lib/agreements/facts/columns';
import { readTypedValue } from '@/lib/agreements/facts/typed';
import { parseCellValue } from '@/lib/agreements/schema';
import { cutText } from '@/lib/platform/text/cut-text';
import { pastDate, text } from '@/lib/platform/text/typed-text';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import { isFormula, withoutEscape } from '@/lib/platform/csv';
import { mergeCell, sameContent, textAfter } from '@/lib/review/merge';
import { isSameJson } from '@/lib/platform/json';
import { NONE, SHOWN, VALUE_COLUMNS } from './constants';
import type { Column } from './constants';
import type { RowReport } from './schema';
import type { TableRow } from './table';

export type CurrentCell = CellContent & { asOf: string | null; version: number };
export type CurrentAgreement = { id: string; version: number; retired: boolean; cells: Record<string, CurrentCell> };

/** What rows are compared with. */
export type CurrentDataset = {
  agreements: ReadonlyMap<string, CurrentAgreement>;
  criteria: ReadonlySet<string>;
  /** What a cell held at the version its row names, where it has changed since. */
  baseOf: (agreement: string, key: string) => CellContent | null;
};

export type ProposedRow = {
  agreement: string;
  cell: string;
  value: CellContent['value'];
  note: string | null;
  source: string;
  /** Null where the date that stands is meant. */ asOf: string | null;
  /** Where the cell has moved on. */ baseVersion?: number;
};
export type CheckedRow = { report: RowReport; proposed: ProposedRow | null };

class RowFault extends Error {
  constructor(
    readonly code: string,
    readonly column: Column,
    readonly params?: Record<string, number | string>,
  ) {
    super(code);
  }
}

/** Which cell a row is about, the key by which `rows` differ. */
export const cellOfRow = ({ fields }: TableRow) => `${plain(fields.agreement)} ${cellNamed(fields)}`;

/** By the column `cell`, or by its former name where that is empty or absent. */
const cellNamed = (fields: TableRow['fields']) => plain(fields.cell) || plain(fields.criterion);
const cellColumn = ({ cell }: TableRow['fields']) => (cell === undefined ? 'criterion' : 'cell');

const plain = (field: string | undefined) => withoutEscape((field ?? '').trim());
const asShown = (value: unknown) => cutText(typeof value === 'string' ? value : JSON.stringify(value), SHOWN + 1, '…');

/** What one row would do, compared with the dataset; `twin` is the row about the same cell, if there is one. */
export function checkRow(row: TableRow, current: CurrentDataset, twin: number | undefined): CheckedRow {
  const named = {
    row: row.row,
    agreement: asShown(plain(row.fields.agreement)),
    criterion: asShown(cellNamed(row.fields)),
  };
  try {
    if (!row.complete) throw new RowFault('fields', 'agreement');
    const cell = readCell(row, current);
    if (twin !== undefined) throw new RowFault('double_row', cellColumn(row.fields), { row: twin });
    return compared(named, cell, current);
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    const { code, column, params } = error;
    return { report: { ...named, outcome: 'fault', code, column, ...(params && { params }) }, proposed: null };
  }
}

type ReadCell = {
  agreement: string;
  key: string;
  found: CurrentAgreement;
  current: CurrentCell | null;
  value: CellContent['value'];
  note: string | null;
  source: string | null;
  asOf: string | null;
  version: number | null;
};

function readCell({ fields }: TableRow, { agreements, criteria }: CurrentDataset): ReadCell {
  const agreement = plain(fields.agreement);
  const found = agreements.get(agreement);
  if (!found) throw new RowFault('unknown_agreement', 'agreement');
  if (found.retired) throw new RowFault('retired_agreement', 'agreement');
  const given = cellNamed(fields);
  if ((!isStoredFactKey(given) && !isRowField(given) && !criteria.has(given)) || isOfRegister(given))
    throw new RowFault('unknown_criterion', cellColumn(fields));
  const former = plain(fields.criterion);
  if (former !== '' && former !== given) throw new RowFault('columns_differ', 'cell', { column: 'criterion' });
  // A new row is named by its value.
  const key = isRowField(given) ? cellKeyFor(given, readValue(given, fields, null)) : given;
  const current = found.cells[key] ?? null;
  return {
    agreement,
    key,
    found,
    current,
    value: readValue(key, fields, current),
    note: plain(fields.note) === NONE ? '' : readText(written(fields, 'note'), TEXT_LIMITS.note, 'note', current?.note),
    source: readText(written(fields, 'source'), TEXT_LIMITS.source, 'source', current?.source),
    asOf: readAsOf(plain(fields.as_of)),
    version: readVersion(plain(fields.version), found.version),
  };
}

/**
 * A field as its author means it: without the apostrophe that keeps a spreadsheet from running it. Formulas are
 * refused.
 */
function written(fields: TableRow['fields'], column: Column): string {
  const field = (fields[column] ?? '').trim();
  if (isFormula(field)) throw new RowFault('formula', column);
  return withoutEscape(field);
}

type Value = CellContent['value'];

/**
 * The value of a row, from the columns of its parts or from the column `value`. Where both are there, as in a download,
 * the one that was edited counts; two that say different things are refused.
 */
function readValue(key: string, fields: TableRow['fields'], current: CurrentCell | null): Value {
  const parts = partsWritten(fields);
  const whole = written(fields, 'value');
  // The download has no part of a fact of which it is said that there is none.
  if (current?.value === null && !parts?.length && ['', asWhole(null)].includes(whole)) return null;
  if (parts === null) return readWhole(key, whole, current);
  const asDownloaded = current !== null && isSameJson(parts, partsOf(key, current.value));
  if (whole === '') return asDownloaded ? current.value : readParts(key, parts);
  if (asDownloaded) return readWhole(key, whole, current);
  const untouched = current !== null && whole === asWhole(current.value);
  // Old programs write new rows in the old column only; an emptied field of a download is no value.
  if (parts.length === 0 && !untouched) return readWhole(key, whole, current);
  if (untouched) return readParts(key, parts);
  const value = readWhole(key, whole, current);
  if (!isSameJson(parts, partsOf(key, value)) && !isSameJson(readParts(key, parts), value))
    throw new RowFault('columns_differ', columnIn(parts, key), { column: 'value' });
  return value;
}

/** The filled columns of values by name; null where the table has none. */
function partsWritten(fields: TableRow['fields']): [string, string][] | null {
  if (!VALUE_COLUMNS.some((column) => fields[column] !== undefined)) return null;
  return VALUE_COLUMNS.flatMap((column) => {
    const text = written(fields, column);
    return text === '' ? [] : [[column, text] satisfies [string, string]];
  });
}

/** A value as `partsWritten` reads it from a download. */
function partsOf(key: string, value: Value): [string, string][] {
  const byColumn = new Map([...valueByPart(key, value)].map(([{ column }, one]) => [column, one]));
  return VALUE_COLUMNS.flatMap((column) => {
    const text = String(byColumn.get(column) ?? '').trim();
    return text === '' ? [] : [[column, text] satisfies [string, string]];
  });
}

const asWhole = (value: Value) => (typeof value === 'string' ? value : JSON.stringify(value)).trim();
const columnIn = (parts: readonly [string, string][], key: string) =>
  parts[0]?.[0] ?? valueParts(key)[0]?.column ?? 'value';

function readParts(key: string, given: [string, string][]): Value {
  const parts = valueParts(key);
  const columns = parts.map(({ column }) => column);
  const wrong = given.find(([column]) => !columns.includes(column));
  if (wrong) throw new RowFault('wrong_column', wrong[0], { columns: columns.join(', ') });
  const texts = new Map(given);
  const typed = readTypedValue(key, (name) => {
    const { column = '', type = 'text' } = parts.find(({ part }) => part === name) ?? {};
    const text = texts.get(column) ?? '';
    return type === 'list' ? text.replaceAll(BETWEEN, '\n') : text;
  });
  if (typed === undefined) throw new RowFault('required', columnIn(given, key));
  return parsedValue(key, kindOf(key) === null ? String(typed).toLowerCase() : typed, columnIn(given, key));
}

/** The present content was checked by the rules of its day: a row that repeats it changes nothing. */
function readWhole(key: string, field: string, current: CurrentCell | null): Value {
  if (field === '') throw new RowFault('required', 'value');
  const kind = kindOf(key);
  const given = kind === null ? field.toLowerCase() : kind.json ? asJson(field) : field;
  if (current !== null && isSameJson(current.value, given)) return current.value;
  return parsedValue(key, given, 'value');
}

function parsedValue(key: string, given: unknown, column: Column): Value {
  const parsed = parseCellValue(key, given);
  if (!parsed.success) throw new RowFault(parsed.error.issues[0]?.message ?? 'invalid', column);
  return parsed.data;
}

function readAsOf(field: string): string | null {
  if (field === '') return null;
  const parsed = pastDate.safeParse(field);
  if (!parsed.success) throw new RowFault(parsed.error.issues[0]?.message ?? 'invalid', 'as_of');
  return parsed.data;
}

function asJson(field: string): unknown {
  try {
    return JSON.parse(field);
  } catch {
    throw new RowFault('not_json', 'value');
  }
}

function readText(field: string, max: number, column: Column, current: string | null | undefined): string | null {
  if (current?.trim() === field && field !== '') return current;
  const parsed = text(max).safeParse(field);
  if (!parsed.success) throw new RowFault(parsed.error.issues[0]?.message ?? 'invalid', column, { max });
  return parsed.data || null;
}

function readVersion(field: string, newest: number): number | null {
  if (field === '') return null;
  const version = /^\d{1,9}$/.test(field) ? Number(field) : NaN;
  if (!(version >= 1 && version <= newest)) throw new RowFault('unknown_version', 'version', { newest });
  return version;
}

function compared(
  named: Pick<RowReport, 'row' | 'agreement' | 'criterion'>,
  cell: ReadCell,
  { baseOf }: CurrentDataset,
): CheckedRow {
  const { agreement, key, current, value, note, source } = cell;
  const asOf = newDate(cell);
  const moved = current !== null && cell.version !== null && current.version > cell.version;
  const stands = current === null ? {} : { stands: asShown(current.value) };
  // A criterion without any content counts as not assessed.
  const same =
    current === null
      ? value === 'not_assessed'
      : mergeCell(current, current, { value, note, source, asOf }) === 'unchanged';
  if (same) return { report: { ...named, outcome: 'same', ...stands }, proposed: null };
  const base = moved ? baseOf(agreement, key) : null;
  if (base !== null && sameContent(base, { value, note, source, asOf: base.asOf }))
    return { report: { ...named, outcome: 'untouched', moved, ...stands }, proposed: null };

  if (source === null) throw new RowFault('source_required', 'source');
  if (
    current !== null &&
    isSameJson(current.value, value) &&
    textAfter(note, current.note) === current.note &&
    source === current.source &&
    asOf === null
  ) {
    return { report: { ...named, outcome: 'same', ...stands }, proposed: null };
  }
  const report: RowReport = {
    ...named,
    outcome: 'change',
    ...stands,
    proposed: asShown(value),
    ...(moved && { moved }),
  };
  return {
    report,
    proposed: {
      agreement,
      cell: key,
      value,
      note,
      source,
      asOf,
      ...(moved && { baseVersion: cell.version ?? undefined }),
    },
  };
}

/** A date is proposed where the table has another one than the dataset: one from a download is no statement. */
const newDate = ({ asOf, current }: ReadCell): string | null => (asOf === current?.asOf ? null : asOf);
