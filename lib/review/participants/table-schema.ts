import { z } from 'zod';
import type { TableColumns } from '@/lib/review/bulk/table';

/** What a table of participants has to say of each row, and what it may. */
const NEEDED = ['agreement', 'name', 'kind', 'action'];
export const TABLE_COLUMNS: TableColumns<string> & { needed: readonly string[] } = {
  needed: NEEDED,
  all: [
    ...NEEDED,
    ...['participant', 'country', 'group', 'date', 'source', 'link', 'quotation', 'contribution'],
    ...['declared_by', 'reservation'],
  ],
  missingIn: (names) => NEEDED.filter((column) => !names.includes(column)),
};

/**
 * What is to become of a row. `new`: it is added; `similar`: its name resembles another, and it waits for the editor's
 * word; `present`: the register has it; `fault`: it can't be stored as it is; `stored`: it was added.
 */
export const TABLE_OUTCOMES = ['fault', 'similar', 'new', 'stored', 'present'] as const;

const tableRowReport = z.strictObject({
  /** As a spreadsheet counts them: the header is row 1. */
  row: z.number(),
  agreement: z.string(),
  name: z.string(),
  outcome: z.enum(TABLE_OUTCOMES),
  /** For a fault: which, and in which column. */
  code: z.string().optional(),
  column: z.string().optional(),
  /** The names that it resembles. */
  similar: z.array(z.string()).optional(),
});
export type TableRowReport = z.infer<typeof tableRowReport>;

export const tableReport = z.strictObject({
  problem: z
    .strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .optional(),
  delimiter: z.string().optional(),
  sheet: z.string().optional(),
  ignoredColumns: z.array(z.string()).default([]),
  rows: z.array(tableRowReport).default([]),
});
export type TableReport = z.infer<typeof tableReport>;
