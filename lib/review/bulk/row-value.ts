import type { CellContent } from '@/lib/agreements/schema';
import { kindOf } from '@/lib/agreements/facts/kinds';
import { valueByPart, valueParts, BETWEEN } from '@/lib/agreements/facts/columns';
import { readTypedValue } from '@/lib/agreements/facts/typed';
import { parseCellValue } from '@/lib/agreements/schema';
import { isFormula, withoutEscape } from '@/lib/platform/csv';
import { isSameJson } from '@/lib/platform/json';
import { VALUE_COLUMNS } from './constants';
import type { Column } from './constants';
import type { TableRow } from './table';

/** Why a row can't be proposed, and in which column. */
export class RowFault extends Error {
  constructor(
    readonly code: string,
    readonly column: Column,
    readonly params?: Record<string, number | string>,
  ) {
    super(code);
  }
}

/**
 * A field as its author means it: without the apostrophe that keeps a spreadsheet from running it. Formulas are
 * refused.
 */
export function written(fields: TableRow['fields'], column: Column): string {
  const field = (fields[column] ?? '').trim();
  if (isFormula(field)) throw new RowFault('formula', column);
  return withoutEscape(field);
}

type Value = CellContent['value'];

/**
 * The value of a row, from the columns of its parts or from the column `value`. Where both are there, as in a download,
 * the one that was edited counts; two that say different things are refused.
 */
export function readValue(key: string, fields: TableRow['fields'], current: Pick<CellContent, 'value'> | null): Value {
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
function readWhole(key: string, field: string, current: Pick<CellContent, 'value'> | null): Value {
  if (field === '') throw new RowFault('required', 'value');
  const kind = kindOf(key);
  const given = kind === null ? field.toLowerCase() : kind.json ? asJson(field) : field;
  if (current !== null && isSameJson(current.value, given)) return current.value;
  return parsedValue(key, given, 'value');
}

function parsedValue(key: string, given: unknown, column: Column): Value {
  const parsed = parseCellValue(key, given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const allowed = issue?.code === 'invalid_value' ? { allowed: issue.values.join(', ') } : undefined;
    throw new RowFault(issue?.message ?? 'invalid', column, allowed);
  }
  return parsed.data;
}

function asJson(field: string): unknown {
  try {
    return JSON.parse(field);
  } catch {
    throw new RowFault('not_json', 'value');
  }
}
