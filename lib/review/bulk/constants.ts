import { valueColumns } from '@/lib/agreements/facts/columns';

/** Of an uploaded table. */
export const MAX_BYTES = 5 * 1024 * 1024;
export const MAX_ROWS = 20_000;

/** So small a file is checked while its sender waits; anything longer by the job queue. */
export const CHECKED_AT_ONCE = 200 * 1024;

/** So many rows are checked between two reports of progress. */
export const CHUNK = 500;

/**
 * What the table has to say of each cell, and what it may; anything else is left unread. A cell and its value can also
 * come under the names that columns had before (`criterion`, and `value` with JSON where a value has parts).
 */
export const NEEDED_COLUMNS = ['agreement', 'source'] as const;
export const CELL_NAMES = ['cell', 'criterion'] as const;
export const FURTHER_COLUMNS = ['value', 'note', 'as_of', 'version'] as const;
export const VALUE_COLUMNS = valueColumns('en').map(({ name }) => name);
export type Column = string;

/** In place of a note: removes the present one. An empty field leaves it as it is. */
export const NONE = '(none)';

/** As much of a text as a report shows. */
export const SHOWN = 240;
