import type { FileProblem } from './schema';

export type Decoded = { ok: true; text: string } | { ok: false; problem: FileProblem };

const refused = (code: string): Decoded => ({ ok: false, problem: { code, params: {} } });
const begins = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte);

/** Whether the file is a ZIP archive, as a workbook of Excel is. */
export const isArchive = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b, 0x03, 0x04);

/**
 * An uploaded file as text, which has to be UTF-8; a byte order mark is removed. Nothing is guessed: a wrong guess
 * would put wrong letters into the dataset. Problems: `empty`, `spreadsheet` (a workbook of an old kind, not a table as text),
 * `utf16`, `not_utf8`, `nul`.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refused('empty');
  const oldOffice = begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);
  if (isArchive(bytes) || oldOffice) return refused('spreadsheet');
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff) || everySecondIsNul(bytes)) return refused('utf16');
  const text = inUtf8(bytes);
  if (text === null) return refused('not_utf8');
  if (text.includes('\0')) return refused('nul');
  return text.trim() === '' ? refused('empty') : { ok: true, text };
}

/** UTF-16 without a mark: of plain letters every other byte is zero. */
function everySecondIsNul(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 2_000);
  const nul = [0, 1].map((offset) => head.filter((byte, at) => at % 2 === offset && byte === 0).length);
  return head.length >= 8 && Math.max(...nul) > head.length / 4;
}

function inUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
