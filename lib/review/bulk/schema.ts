import { z } from 'zod';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** Why a file can't be read as a table at all. */
const fileProblem = z.strictObject({ code: z.string(), params });
export type FileProblem = z.infer<typeof fileProblem>;

/**
 * What one row of the table would do. `change`: it proposes a value; `same`: the dataset already says so; `untouched`:
 * it is as it was downloaded, while the dataset has changed; `fault`: it can't be proposed as it is.
 */
export const ROW_OUTCOMES = ['fault', 'change', 'untouched', 'same'] as const;
const rowReport = z.strictObject({
  /** As a spreadsheet counts them: the header is row 1. */
  row: z.number(),
  agreement: z.string(),
  criterion: z.string(),
  outcome: z.enum(ROW_OUTCOMES),
  /** For a fault: which, and in which column. */
  code: z.string().optional(),
  column: z.string().optional(),
  params: params.optional(),
  /** For a fault: what the column says. */
  given: z.string().optional(),
  /** It is about an agreement that the table adds. */
  isNew: z.boolean().optional(),
  /** The cell has changed since the version the row names: what it proposes will be a conflict to look at. */
  moved: z.boolean().optional(),
  /** The present and the proposed content, shortened. */
  stands: z.string().optional(),
  proposed: z.string().optional(),
});
export type RowReport = z.infer<typeof rowReport>;

export const bulkReport = z.strictObject({
  problem: fileProblem.optional(),
  delimiter: z.string().optional(),
  sheet: z.string().optional(),
  ignoredColumns: z.array(z.string()).default([]),
  counts: z
    .strictObject({
      rows: z.number(),
      fault: z.number(),
      change: z.number(),
      untouched: z.number(),
      same: z.number(),
      moved: z.number(),
    })
    .optional(),
  /**
   * The version of each agreement that the rows were compared with: the proposals are stored against these and no
   * others.
   */
  versions: z.record(z.string(), z.number()).default({}),
  rows: z.array(rowReport).default([]),
});
export type BulkReport = z.infer<typeof bulkReport>;
