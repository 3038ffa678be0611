import type { CellContent } from '@/lib/agreements/schema';
import { isStoredFactKey, isRowField } from '@/lib/agreements/facts/registry';
import { cellKeyFor } from '@/lib/agreements/facts/row-key';
import { kindOf } from '@/lib/agreements/facts/kinds';
import { parseCellValue } from '@/lib/agreements/schema';
import { readDate } from '@/lib/platform/text/read-date';
import { cutText } from '@/lib/platform/text/cut-text';
import { text } from '@/lib/platform/text/typed-text';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import { isFormula, withoutEscape } from '@/lib/platform/csv';
import { mergeCell, sameContent, textAfter } from '@/lib/review/merge';
import { isSameJson } from '@/lib/platform/json';
import { NONE, SHOWN } from './constants';
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
export const cellOfRow = ({ fields }: TableRow) => `${plain(fields.agreement)} ${plain(fields.criterion)}`;

const plain = (field: string | undefined) => withoutEscape((field ?? '').trim());
const asShown = (value: unknown) => cutText(typeof value === 'string' ? value : JSON.stringify(value), SHOWN + 1, '…');

/** What one row would do, compared with the dataset; `twin` is the row about the same cell, if there is one. */
export function checkRow(row: TableRow, current: CurrentDataset, twin: number | undefined): CheckedRow {
  const named = {
    row: row.row,
    agreement: asShown(plain(row.fields.agreement)),
    criterion: asShown(plain(row.fields.criterion)),
  };
  try {
    if (!row.complete) throw new RowFault('fields', 'agreement');
    const cell = readCell(row, current);
    if (twin !== undefined) throw new RowFault('double_row', 'criterion', { row: twin });
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
  const given = plain(fields.criterion);
  if (!isStoredFactKey(given) && !isRowField(given) && !criteria.has(given))
    throw new RowFault('unknown_criterion', 'criterion');
  // A new row is named by its value.
  const key = isRowField(given) ? cellKeyFor(given, readValue(given, written(fields, 'value'), null)) : given;
  const current = found.cells[key] ?? null;
  return {
    agreement,
    key,
    found,
    current,
    value: readValue(key, written(fields, 'value'), current),
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

/** The present content was checked by the rules of its day: a row that repeats it changes nothing. */
function readValue(key: string, field: string, current: CurrentCell | null): CellContent['value'] {
  if (field.trim() === '') throw new RowFault('required', 'value');
  const kind = kindOf(key);
  const given = kind === null ? field.trim().toLowerCase() : kind.json ? asJson(field) : field;
  if (current !== null && isSameJson(current.value, given)) return current.value;
  const parsed = parseCellValue(key, given);
  if (!parsed.success) throw new RowFault(parsed.error.issues[0]?.message ?? 'invalid', 'value');
  return parsed.data;
}

function readAsOf(field: string): string | null {
  if (field === '') return null;
  const read = readDate(field);
  if (!read.ok) throw new RowFault(read.reason, 'as_of');
  return read.date;
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
  const { agreement, key, current, value, note } = cell;
  const moved = current !== null && cell.version !== null && current.version > cell.version;
  const stands = current === null ? {} : { stands: asShown(current.value) };
  // A criterion without any content counts as not assessed.
  const same =
    current === null
      ? value === 'not_assessed'
      : mergeCell(current, current, { value, note, source: cell.source }) === 'unchanged' && isSameDate(cell, current);
  if (same) return { report: { ...named, outcome: 'same', ...stands }, proposed: null };
  const base = moved ? baseOf(agreement, key) : null;
  if (base !== null && sameContent(base, { value, note, source: cell.source }))
    return { report: { ...named, outcome: 'untouched', moved, ...stands }, proposed: null };

  const source = sourceOf(cell);
  if (source === null) throw new RowFault('source_required', 'source');
  if (
    current !== null &&
    isSameJson(current.value, value) &&
    textAfter(note, current.note) === current.note &&
    source === current.source
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
    proposed: { agreement, cell: key, value, note, source, ...(moved && { baseVersion: cell.version ?? undefined }) },
  };
}

const isSameDate = ({ asOf }: ReadCell, current: CurrentCell) => asOf === null || asOf === current.asOf;

/** A proposal has no date of its own: a date that is new is said with the source it comes from. */
function sourceOf({ source, asOf, current }: ReadCell): string | null {
  if (source === null || asOf === null || asOf === current?.asOf || source.endsWith(dated(asOf))) return source;
  const whole = `${source}${dated(asOf)}`;
  if (whole.length > TEXT_LIMITS.source)
    throw new RowFault('too_long', 'source', { max: TEXT_LIMITS.source - dated(asOf).length });
  return whole;
}

const dated = (asOf: string) => ` (as of ${asOf})`;
