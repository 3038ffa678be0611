import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { ARCHIVE_LIMITS, DOCX, ODT } from './constants';
import type { MediaType } from './constants';

/** The type of an office document, with its table of contents; `suspicious` if it should not be opened at all. */
export type Archive = { kind: MediaType | 'other'; zip: ZipFile; entries: Entry[] } | { suspicious: true };

const SUSPICIOUS: Archive = { suspicious: true };
/** Each part is preceded by its name and a header of at least this many bytes. */
const LOCAL_HEADER = 30;

/**
 * Examines the table of contents of a ZIP archive without unpacking: its unpacked size, whether its parts share bytes
 * (a small file that unpacks to terabytes), whether any part is encrypted or holds a program.
 */
export async function inspectArchive(bytes: Buffer): Promise<Archive> {
  const read = await contentsOf(bytes);
  if (!read) return SUSPICIOUS;
  const { entries } = read;
  if (isTooMuch(entries, bytes.length) || overlap(entries, bytes.length)) return SUSPICIOUS;
  if (entries.some((entry) => entry.isEncrypted() || holdsProgram(entry.fileName))) return SUSPICIOUS;
  const names = new Set(entries.map((entry) => entry.fileName));
  if (names.has('[Content_Types].xml') && entries.some(({ fileName }) => /^word\/document\d*\.xml$/.test(fileName)))
    return { kind: DOCX, ...read };
  return { kind: names.has('mimetype') && names.has('content.xml') ? ODT : 'other', ...read };
}

/**
 * Unpacks an archive part by part and hands each to `look`. False if a part contradicts the table of contents: another
 * size, another content, or another name, so that two programs would find two different documents in it.
 */
export async function walkArchive(
  { zip, entries }: { zip: ZipFile; entries: Entry[] },
  look: (name: string, content: Buffer) => void,
): Promise<boolean> {
  try {
    for (const entry of entries) {
      const { fileName } = await zip.readLocalFileHeaderPromise(entry);
      if (!fileName.equals(entry.fileNameRaw)) return false;
      const content = await unpackPart(zip, entry);
      if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) return false;
      look(entry.fileName, content);
    }
    return true;
  } catch {
    return false;
  }
}

/** Stops where the part becomes larger than it says: the sum of what all parts say has been found bearable before. */
async function unpackPart(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer); // yauzl's streams give buffers, and check the size
  return Buffer.concat(chunks);
}

/** Whether there is an archive at the end of these bytes, after any beginning: one file must not be two. */
export async function endsAsArchive(bytes: Buffer): Promise<boolean> {
  return fromBufferPromise(bytes, { lazyEntries: true }).then(
    () => true,
    () => false,
  );
}

/** Null where the table can't be read, names a path outside the archive, or goes on for too long. */
async function contentsOf(bytes: Buffer): Promise<{ zip: ZipFile; entries: Entry[] } | null> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, autoClose: false });
    if (zip.entryCount > ARCHIVE_LIMITS.entries) return null;
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return { zip, entries };
  } catch {
    return null;
  }
}

function isTooMuch(entries: Entry[], packed: number): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  return (
    unpacked > ARCHIVE_LIMITS.bytes || (unpacked > ARCHIVE_LIMITS.ratioFrom && unpacked / packed > ARCHIVE_LIMITS.ratio)
  );
}

/** Parts that lie on top of each other, or reach beyond the end. */
function overlap(entries: Entry[], size: number): boolean {
  const places = entries
    .map(({ relativeOffsetOfLocalHeader: start, compressedSize, fileNameLength }) => ({
      start,
      end: start + LOCAL_HEADER + fileNameLength + compressedSize,
    }))
    .sort((a, b) => a.start - b.start);
  return places.some(({ end }, at) => end > (places[at + 1]?.start ?? size));
}

/** Macros of Word and of OpenDocument, and what carries them. */
const holdsProgram = (name: string) => /(^|\/)vba(project|data)[^/]*\.(bin|xml)$|^(basic|scripts)\//i.test(name);
