import { faultInWords } from '@/app/desk/parts/failure-notice';
import { MAX_ROWS } from '@/lib/review/bulk/constants';
import type { BulkStatus } from '@/lib/review/bulk/bulk-list';
import type { FileProblem, RowReport } from '@/lib/review/bulk/schema';

export const BULK_STATUS_WORDS: Record<BulkStatus, string> = {
  checking: 'Being checked',
  checked: 'Checked, not proposed yet',
  unreadable: 'Could not be read',
  stored: 'Proposed',
  discarded: 'Discarded',
};

const SAVE_AS =
  'In Excel: File, Save As, “CSV UTF-8 (comma delimited)”. In LibreOffice: Save As, “Text CSV”, character set “Unicode (UTF-8)”.';

/** Why a file can't be read, and what to do. */
const PROBLEMS: Record<string, (params: FileProblem['params']) => { title: string; body: string }> = {
  empty: () => ({ title: 'The file is empty', body: 'Please choose the file that holds the table.' }),
  spreadsheet: () => ({
    title: 'This is an old workbook',
    body: `Please save it as an Excel workbook (.xlsx), or its sheet as CSV. ${SAVE_AS}`,
  }),
  workbook: () => ({
    title: 'The workbook can’t be read',
    body: `It is damaged, protected by a password, or no Excel workbook (.xlsx). Please save it anew, or its sheet as CSV. ${SAVE_AS}`,
  }),
  utf16: () => ({
    title: 'The file is encoded as UTF-16',
    body: `Some spreadsheets call this “Unicode text”. Please save it as UTF-8. ${SAVE_AS}`,
  }),
  not_utf8: () => ({
    title: 'The file is not encoded as UTF-8',
    body: `It is probably Latin-1 or Windows-1252, in which letters such as é would come out wrong. ${SAVE_AS}`,
  }),
  nul: () => ({
    title: 'The file holds NUL characters',
    body: 'It is damaged, or no text. Please save the table anew.',
  }),
  no_header: () => ({
    title: 'The first row names none of the columns',
    body: 'It has to hold their names, in one of its sheets if it is a workbook: agreement, cell, value_text and the other columns of values, source, and if you like note, as_of and version; separated by commas, semicolons or tabs.',
  }),
  missing_columns: ({ columns }) => ({
    title: `A column is missing: ${columns}`,
    body: 'The first row has to name agreement, cell, source and at least one column of values, such as value_text. The former names, criterion and value, will do as well.',
  }),
  double_columns: ({ columns }) => ({
    title: `A column is there twice: ${columns}`,
    body: 'It is not clear which of them is meant. Please remove one.',
  }),
  broken_quotes: ({ row }) => ({
    title: `The quotation marks break at row ${row}`,
    body: 'A field that begins with " has to end with one, and a quotation mark inside is written twice. A spreadsheet does so by itself.',
  }),
  too_many_rows: () => ({
    title: `The table has more than ${MAX_ROWS.toLocaleString('en')} rows`,
    body: 'Please part it into several files.',
  }),
  no_rows: () => ({ title: 'The table has a header and nothing below it', body: 'Please add a row for each cell.' }),
};

export const problemWords = ({ code, params }: FileProblem) =>
  PROBLEMS[code]?.(params) ?? { title: 'The file can’t be read', body: SAVE_AS };

export const DELIMITER_WORDS: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

const COLUMN_FAULTS: Record<string, (params: NonNullable<RowReport['params']>) => string> = {
  fields: () => 'It has more or fewer fields than the header.',
  unknown_agreement: () => 'The dataset has no agreement of this name. A new one needs a row with the cell “name”.',
  retired_agreement: () => 'This agreement is retired.',
  unknown_criterion: () => 'There is neither a fact nor a criterion of this name.',
  double_row: ({ row }) => `Row ${row} is about the same cell: which of them is meant?`,
  formula: () => "It begins like a formula. If it is meant as text, put an apostrophe (') before it.",
  columns_differ: ({ column }) =>
    `It says something else than the column “${column}”: which of them is meant? Empty the other one.`,
  wrong_column: ({ columns }) => `The value of this cell has no such part: its columns are ${columns}.`,
  not_json: () =>
    'It has to be JSON, with all its parts, or stand in the columns of the parts, such as value_count and value_unit.',
  unknown_version: ({ newest }) => `There is no such version: the newest is ${newest}.`,
  source_required: () => 'The source is missing.',
  too_long: ({ max }) => (max ? `It is longer than ${max} characters.` : faultInWords('too_long')),
};

/** The fault of a row, in words that name the column, what it says, and what is allowed. */
function faultWords({ code = 'invalid', column, given, params = {} }: RowReport): string {
  const words = COLUMN_FAULTS[code]?.(params) ?? faultInWords(code);
  if (!column || ['fields', 'source_required'].includes(code)) return words;
  const allowed = params.allowed === undefined ? '' : ` Allowed: ${params.allowed}.`;
  return `${column}${given === undefined ? '' : ` “${given}”`}: ${words}${allowed}`;
}

export const ROW_OUTCOME_WORDS: Record<RowReport['outcome'], string> = {
  fault: 'At fault',
  change: 'Proposes',
  untouched: 'As downloaded',
  same: 'No change',
};

/** The outcome of a row, in the words of the report and its download. */
export function rowWords(row: RowReport): string {
  if (row.outcome === 'fault') return faultWords(row);
  if (row.outcome === 'untouched')
    return 'Left out: the row is as it was downloaded, while the dataset has changed since.';
  if (row.outcome === 'same') return 'Left out: the dataset has this value already.';
  if (row.isNew) return 'Proposed for a new agreement.';
  return row.moved
    ? 'Proposed. The cell has changed since the version the row names: it will be a conflict to look at.'
    : 'Proposed.';
}
