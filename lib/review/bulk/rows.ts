import type { CellContent } from '@/lib/agreements/schema';
import { isOfRegister, isStoredFactKey, isRowField } from '@/lib/agreements/facts/registry';
import { cellKeyFor } from '@/lib/agreements/facts/row-key';
import { cutText } from '@/lib/platform/text/cut-text';
import { pastDate, text } from '@/lib/platform/text/typed-text';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import { withoutEscape } from '@/lib/platform/csv';
import { mergeCell, sameContent, textAfter } from '@/lib/review/merge';
import { isSameJson } from '@/lib/platform/json';
import { NONE, SHOWN } from './constants';
import type { Column } from './constants';
import type { RowReport } from './schema';
import { readValue, RowFault, written } from './row-value';
import type { TableRow } from './table';

export type CurrentCell = CellContent & { asOf: string | null; version: number };
export type CurrentAgreement = { id: string; version: number; retired: boolean; cells: Record<string, CurrentCell> };

/** What rows are compared with. */
export type CurrentDataset = {
  agreements: ReadonlyMap<string, CurrentAgreement>;
  criteria: ReadonlySet<string>;
  /** The agreements that the table adds, as it names them. */
  begun: ReadonlySet<string>;
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

/** What the dataset has of an agreement that a table adds. */
const NOTHING_YET: CurrentAgreement = { id: '', version: 0, retired: false, cells: {} };

/** The agreement of a row, as the table names it. */
export const agreementOfRow = ({ fields }: TableRow): string => plain(fields.agreement);

/** Whether a row names an agreement that the dataset does not have: with it, the table adds that agreement. */
export const namesNewAgreement = (row: TableRow, { agreements }: Pick<CurrentDataset, 'agreements'>): boolean =>
  agreementOfRow(row) !== '' && !agreements.has(agreementOfRow(row)) && cellNamed(row.fields) === 'name';

/** Which cell a row is about, the key by which `rows` differ. */
export const cellOfRow = ({ fields }: TableRow) => `${plain(fields.agreement)} ${cellNamed(fields)}`;

/** The key of a row's cell: by the column `cell`, or by its former name where that is empty or absent. */
export const cellNamed = (fields: TableRow['fields']) => plain(fields.cell) || plain(fields.criterion);
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
    const given = plain(row.fields[column]);
    return {
      report: {
        ...named,
        outcome: 'fault',
        code,
        column,
        ...(params && { params }),
        ...(given !== '' && { given: asShown(given) }),
      },
      proposed: null,
    };
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

function readCell({ fields }: TableRow, { agreements, criteria, begun }: CurrentDataset): ReadCell {
  const agreement = plain(fields.agreement);
  const found = agreements.get(agreement) ?? (begun.has(agreement) ? NOTHING_YET : undefined);
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

function readAsOf(field: string): string | null {
  if (field === '') return null;
  const parsed = pastDate.safeParse(field);
  if (!parsed.success) throw new RowFault(parsed.error.issues[0]?.message ?? 'invalid', 'as_of');
  return parsed.data;
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
    ...(cell.found === NOTHING_YET && { isNew: true }),
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
