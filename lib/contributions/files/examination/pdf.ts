import { createInflate } from 'node:zlib';
import type { Finding } from './findings';
import { nameFrom, readObject } from './pdf-object';
import type { PdfObject } from './pdf-object';

/** Names in a PDF of parts that act by themselves, and the meaning of each. */
const MEANINGS: Record<string, Finding> = {
  JavaScript: 'script',
  JS: 'script',
  XFA: 'script',
  Launch: 'launches_program',
  EmbeddedFile: 'embedded_file',
  EmbeddedFiles: 'embedded_file',
  EF: 'embedded_file',
  RichMedia: 'media',
  Rendition: 'media',
  Movie: 'media',
  Sound: 'media',
  SubmitForm: 'external_content',
  ImportData: 'external_content',
  GoToR: 'external_content',
  GoToE: 'external_content',
  Encrypt: 'not_readable',
};

const MB = 1024 * 1024;

/**
 * The maximum that is unpacked and read of one file; the rest is not examined, and a finding says so. A real list of
 * objects has some hundreds of lines: one that unpacks to more than `list` is made to fill the memory.
 */
export const PDF_LIMITS = { list: 32 * MB, unpacked: 64 * MB, read: 24 * MB, head: MB } as const;

type Budget = { unpacked: number; read: number };

/**
 * The active content of a PDF. It examines every object that a reader could reach: those outside of lists, wherever
 * their number is written, and those packed into lists of objects. `bomb`: a list that unpacks to more than any real
 * one.
 */
export async function findingsOfPdf(bytes: Buffer): Promise<Finding[] | 'bomb'> {
  const found = new Set<Finding>();
  const budget: Budget = { unpacked: PDF_LIMITS.unpacked, read: PDF_LIMITS.read };
  const text = bytes.toString('latin1');
  // Before the word stand two numbers, with any white space and remarks between: the word is enough.
  for (const { index, 0: header } of text.matchAll(/(?<![a-z])(?:obj|trailer)(?![a-z])/gi)) {
    const object = readObject(text, index + header.length, budget.read);
    spend(object, budget, found);
    if (!isListOfObjects(object)) continue;
    const list = await unpackList(bytes.subarray(object.streamAt), object.names, budget);
    if (list === 'bomb') return 'bomb';
    if (list === null) found.add('not_readable');
    else readList(list, object.first, budget, found);
  }
  if (budget.read <= 0 || budget.unpacked <= 0) found.add('not_readable');
  return [...found];
}

function spend({ names, length }: PdfObject, budget: Budget, found: Set<Finding>): void {
  budget.read -= length;
  for (const name of names) if (Object.hasOwn(MEANINGS, name)) found.add(MEANINGS[name] as Finding); // it has it
}

/** Programs need both entries to use a list, whatever type it states. */
const isListOfObjects = (object: PdfObject): object is PdfObject & { streamAt: number } =>
  object.streamAt !== null && object.names.includes('N') && object.names.includes('First');

/**
 * Each object of a list from the start that the list's head names; if that is not written plainly, everything that
 * looks like a name.
 */
function readList(list: string, first: number | null, budget: Budget, found: Set<Finding>): void {
  const head = list.slice(0, Math.min(first ?? 0, PDF_LIMITS.head));
  const places = new Set(
    head
      .trim()
      .split(/\s+/)
      .map(Number)
      .filter((_, at) => at % 2 === 1),
  );
  if (first === null || first > PDF_LIMITS.head || places.size === 0) {
    for (const [, name = ''] of list.matchAll(/\/([^\s()<>[\]{}/%]{2,60})/g))
      spend({ names: [nameFrom(name)], length: name.length, streamAt: null, first: null }, budget, found);
    return;
  }
  for (const place of places) {
    if (budget.read <= 0) return;
    spend(readObject(list, first + place, budget.read), budget, found);
  }
}

const TEXT_FILTERS: Record<string, (data: Buffer) => Buffer> = {
  ASCIIHexDecode: fromHex,
  AHx: fromHex,
  ASCII85Decode: fromAscii85,
  A85: fromAscii85,
};

/** Null where it is packed in a way that is not known here (or locked). */
async function unpackList(data: Buffer, names: readonly string[], budget: Budget): Promise<string | 'bomb' | null> {
  let unpacked: Buffer | 'bomb' | null = data;
  for (const name of names) {
    const textFilter = TEXT_FILTERS[name];
    if (textFilter) unpacked = textFilter(unpacked);
    else if (name === 'FlateDecode' || name === 'Fl') unpacked = await inflate(unpacked, budget);
    else if (/^(LZWDecode|LZW|RunLengthDecode|RL|Crypt)$/.test(name)) return null;
    if (unpacked === 'bomb' || unpacked === null) return unpacked;
  }
  if (unpacked === data) {
    // How it is packed may stand elsewhere in the file.
    const tried = await inflate(data, budget);
    unpacked = tried ?? data.subarray(0, Math.max(0, data.indexOf('endstream')));
  }
  if (unpacked === 'bomb') return 'bomb';
  return /^\s*\d+\s+\d+\s/.test(unpacked.subarray(0, 100).toString('latin1')) ? unpacked.toString('latin1') : null;
}

/** What can be unpacked of these bytes up to the first fault, as readers do it; null where that is nothing. */
function inflate(data: Buffer, budget: Budget): Promise<Buffer | 'bomb' | null> {
  return new Promise((resolve) => {
    const [stream, chunks] = [createInflate(), [] as Buffer[]];
    let unpacked = 0;
    const done = (result: Buffer | 'bomb' | null) => {
      stream.removeAllListeners('data');
      stream.destroy();
      resolve(result);
    };
    const end = () => done(chunks.length === 0 ? null : Buffer.concat(chunks));
    stream.on('data', (chunk: Buffer) => {
      budget.unpacked -= chunk.length;
      unpacked += chunk.length;
      if (unpacked > PDF_LIMITS.list) return done('bomb');
      if (budget.unpacked < 0) return done(null);
      chunks.push(chunk);
    });
    stream.on('end', end).on('error', end);
    stream.end(data);
  });
}

function fromHex(data: Buffer): Buffer {
  const end = data.indexOf('>');
  return Buffer.from(
    data
      .subarray(0, end === -1 ? data.length : end)
      .toString('latin1')
      .replace(/[^0-9a-f]/gi, ''),
    'hex',
  );
}

function fromAscii85(data: Buffer): Buffer {
  const end = data.indexOf('~');
  const signs = data
    .subarray(0, end === -1 ? data.length : end)
    .toString('latin1')
    .replace(/[^!-uz]/g, '')
    .replaceAll('z', '!!!!!');
  const bytes: number[] = [];
  for (let at = 0; at < signs.length; at += 5) {
    const group = signs.slice(at, at + 5);
    const value = [...group.padEnd(5, 'u')].reduce((sum, sign) => sum * 85 + sign.charCodeAt(0) - 33, 0);
    for (let index = 0; index < group.length - 1; index += 1) bytes.push(Math.floor(value / 256 ** (3 - index)) % 256);
  }
  return Buffer.from(bytes);
}
