import readExcelFile from 'read-excel-file/node';
import { inspectArchive } from '@/lib/contributions/files/archive';
import { withEscape } from '@/lib/platform/csv';

/** A sheet as a CSV file of it would be read: texts, the first row of which names the columns. */
export type WorkbookSheet = { name: string; records: string[][] };

/**
 * The sheets of an Excel workbook (.xlsx), days as `2019-11-23`. Null if it can't be read: it is damaged, locked, unpacks
 * to too much, or is no workbook.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookSheet[] | null> {
  const buffer = Buffer.from(bytes);
  if ('suspicious' in (await inspectArchive(buffer))) return null;
  try {
    const sheets = await readExcelFile(buffer);
    return sheets.map(({ sheet, data }) => ({ name: sheet, records: recordsOf(data) }));
  } catch {
    return null;
  }
}

/** Each row as long as the first, without the empty cells that a workbook may have behind them. */
function recordsOf(data: readonly (readonly unknown[])[]): string[][] {
  const rows = data.map((row) => row.map(textOf));
  const width = (rows[0] ?? []).findLastIndex((text) => text !== '') + 1;
  return rows.map((row) => {
    const length = Math.max(width, row.findLastIndex((text) => text !== '') + 1);
    return Array.from({ length }, (_, at) => row[at] ?? '');
  });
}

/** A text of a workbook is text, whatever it begins with: it gets the apostrophe that it would have in a CSV file. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayOf(value);
  return typeof value === 'string' ? withEscape(value) : String(value);
}

const dayOf = (moment: Date) => moment.toISOString().replace(/T00:00:00\.000Z$/, '');
