/**
 * One object of a PDF: the names in it, its length, the start of its stream if it has one, and the number after the
 * name `First`.
 */
export type PdfObject = { names: string[]; length: number; streamAt: number | null; first: number | null };

const DELIMITER = /[\s()<>[\]{}/%\0]/;
/** More open brackets than this are no object, and would be a way to keep us reading. */
const DEEPEST = 1_000;

/**
 * Reads one object from `start`, at most `most` characters. Strings and comments contain none of its names, and a
 * letter written as a number (`/J#61vaScript`) is that letter. It never fails: a broken object ends where it breaks.
 */
export function readObject(text: string, start: number, most: number): PdfObject {
  const end = Math.min(text.length, start + most);
  const names: string[] = [];
  let [at, depth, complete] = [start, 0, false];
  let first: number | null = null;
  while (at < end && !complete && depth <= DEEPEST) {
    const sign = text[at] ?? '';
    if (sign <= ' ') at += 1;
    else if (sign === '%') at = endOfLine(text, at, end);
    else if (sign === '(') at = endOfString(text, at, end);
    else if (text.startsWith('<<', at) || sign === '[') [at, depth] = [at + (sign === '[' ? 1 : 2), depth + 1];
    else if (text.startsWith('>>', at) || sign === ']')
      [at, depth, complete] = [at + (sign === ']' ? 1 : 2), depth - 1, depth <= 1];
    else if (sign === '/') {
      const stop = endOfWord(text, at + 1, end);
      names.push(nameFrom(text.slice(at + 1, Math.min(stop, at + 200))));
      [at, complete] = [stop, depth === 0];
    } else if (sign === '<') at = endOfHexString(text, at, end);
    else {
      const stop = Math.max(at + 1, endOfWord(text, at, end));
      if (text.startsWith('endobj', at)) complete = true;
      if (first === null && names.at(-1) === 'First') first = plainNumber(text.slice(at, at + 40));
      at = stop;
    }
  }
  return { names, length: at - start, streamAt: complete ? streamAfter(text, at) : null, first };
}

/** Null if it is no number, or the number of another object that holds the real one. */
function plainNumber(written: string): number | null {
  const digits = /^(\d{1,9})(?![\d.])(?!\s+\d+\s+R)/.exec(written)?.[1];
  return digits === undefined ? null : Number(digits);
}

function endOfLine(text: string, at: number, end: number): number {
  while (at < end && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function endOfString(text: string, at: number, end: number): number {
  let open = 0;
  for (; at < end; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') open += 1;
    else if (text[at] === ')' && (open -= 1) === 0) return at + 1;
  }
  return end;
}

function endOfHexString(text: string, at: number, end: number): number {
  const close = text.indexOf('>', at);
  return 1 + (close === -1 ? end : close);
}

function endOfWord(text: string, at: number, end: number): number {
  while (at < end && !DELIMITER.test(text[at] ?? '')) at += 1;
  return at;
}

/** A name as it is meant: `J#61vaScript` is `JavaScript`. */
export const nameFrom = (written: string) =>
  written.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The stream begins on the line after its word. */
function streamAfter(text: string, at: number): number | null {
  const word = /^(?:[\s\0]|%[^\r\n]*[\r\n])*stream(\r\n|\n|\r)?/.exec(text.slice(at, at + 1_000));
  return word ? at + word[0].length : null;
}
