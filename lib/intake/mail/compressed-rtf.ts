import { crc32 } from 'node:zlib';
import { MAX_TEXT_BYTES } from '@/lib/intake/limits';

/*
 * The compression of RTF in mails of Outlook: [MS-OXRTFCP]. A header of 16 bytes, then groups of eight tokens: a byte,
 * or a place and a length in what was written before. Everything is little-endian but the tokens.
 */

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const HEADER = 16;
/** The sizes of the header do not count the field that says the first of them. */
const SIZE_FIELD = 4;
const WINDOW = 4096;
/** What is “written before” at the beginning: section 2.1.2.1 of the specification. */
const DICTIONARY = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);

/** Unpacks RTF. Throws where sizes or checksum are wrong, or it is larger than any text that is read. */
export function unpackRtf(packed: Uint8Array): Buffer {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes.length < HEADER) throw new Error('no header');
  const [end, size, kind, checksum] = [0, 4, 8, 12].map((at) => bytes.readUInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ]; // four places, four numbers
  if (end + SIZE_FIELD > bytes.length || size > MAX_TEXT_BYTES) throw new Error('wrong size');
  const content = bytes.subarray(HEADER, Math.max(HEADER, end + SIZE_FIELD));
  if (kind === UNCOMPRESSED) return content.subarray(0, size);
  if (kind !== COMPRESSED || checksumOf(content) !== checksum) throw new Error('wrong checksum');
  return unpack(content, size);
}

/** CRC-32 without the two inversions that zlib makes. */
const checksumOf = (content: Buffer) => ~crc32(content, 0xffffffff) >>> 0;

function unpack(content: Buffer, size: number): Buffer {
  const out = Buffer.alloc(DICTIONARY.length + size);
  let at = DICTIONARY.copy(out);
  let read = 0;
  while (read < content.length) {
    const flags = content.readUInt8(read++);
    for (let bit = 0; bit < 8 && read < content.length; bit += 1) {
      if ((flags & (1 << bit)) === 0) {
        if (at === out.length) throw new Error('longer than said');
        out[at++] = content.readUInt8(read++);
        continue;
      }
      const token = content.readUInt16BE(read);
      read += 2;
      const start = at - (at % WINDOW) + (token >> 4);
      // A place that refers to itself is the end.
      if (start === at) return out.subarray(DICTIONARY.length, at);
      at = repeat(out, { at, from: start > at ? start - WINDOW : start, length: (token & 15) + 2 });
    }
  }
  throw new Error('no end');
}

/** Writes what was written before once more, byte by byte, because the two may overlap. Returns the next place. */
function repeat(out: Buffer, { at, from, length }: { at: number; from: number; length: number }): number {
  if (from < 0 || at + length > out.length) throw new Error('longer than said');
  for (let step = 0; step < length; step += 1) out[at + step] = out.readUInt8(from + step);
  return at + length;
}
