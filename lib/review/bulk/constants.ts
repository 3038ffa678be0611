/** Of an uploaded table. */
export const MAX_BYTES = 5 * 1024 * 1024;
export const MAX_ROWS = 20_000;

/** So small a file is checked while its sender waits; anything longer by the job queue. */
export const CHECKED_AT_ONCE = 200 * 1024;

/** So many rows are checked between two reports of progress. */
export const CHUNK = 500;

/** What the table has to say of each cell, and what it may. Anything else is left unread. */
export const NEEDED_COLUMNS = ['agreement', 'criterion', 'value', 'source'] as const;
export const FURTHER_COLUMNS = ['note', 'as_of', 'version'] as const;
export type Column = (typeof NEEDED_COLUMNS)[number] | (typeof FURTHER_COLUMNS)[number];

/** In place of a note: removes the present one. An empty field leaves it as it is. */
export const NONE = '(none)';

/** As much of a text as a report shows. */
export const SHOWN = 240;
