/**
 * What a spreadsheet would take for a formula when a cell begins with it, full-width forms included; so would one more
 * quote before it.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** The same with the apostrophe that `toCsv` has set before it. */
const ESCAPED = /^'+[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
export const BYTE_ORDER_MARK = '\uFEFF';

export type CsvValue = string | number | boolean | null | undefined;

/**
 * Rows as CSV after RFC 4180: CRLF, a header, quotes where needed. A cell that a spreadsheet would run as a formula
 * gets a leading apostrophe, in the header as well; nothing else is changed. `bom` is for Excel, which reads no UTF-8
 * without it.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[], { bom = false } = {}): string {
  const lines = [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`);
  return `${bom ? BYTE_ORDER_MARK : ''}${lines.join('')}`;
}

function cell(value: CsvValue): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' ? withEscape(text) : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text with the apostrophe that keeps a spreadsheet from running it, where it would. */
export const withEscape = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A text out of a table as it was before `toCsv` wrote it there. */
export const withoutEscape = (text: string): string => (ESCAPED.test(text) ? text.slice(1) : text);

/** Whether a spreadsheet would run the text. No table of ours contains such a text without the apostrophe. */
export const isFormula = (text: string): boolean => FORMULA.test(text) && !ESCAPED.test(text);
