import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { ARCHIVE_LIMITS, DOCX, ODT } from './constants';
import type { MediaType } from './constants';

/**
 * Why an archive should not be opened: its table of contents can't be read, it would unpack to too much, its parts share
 * bytes, it is locked, or it holds a program.
 */
type Suspicion = 'unreadable' | 'too_much' | 'overlap' | 'locked' | 'program';

/** The type of an office document, with its table of contents; `suspicious` if it should not be opened at all. */
export type Archive = (Contents & { kind: MediaType | 'other' }) | { suspicious: Suspicion };
type Contents = { zip: ZipFile; entries: Entry[] };

/** Each part is preceded by its name and a header of at least this many bytes. */
const LOCAL_HEADER = 30;

/**
 * Examines the table of contents of a ZIP archive without unpacking: its unpacked size, whether its parts share bytes
 * (a small file that unpacks to terabytes), whether any part is encrypted or holds a program.
 */
export async function inspectArchive(bytes: Buffer): Promise<Archive> {
  const read = await contentsOf(bytes);
  if (typeof read === 'string') return { suspicious: read };
  const { entries } = read;
  if (isTooMuch(entries, bytes.length)) return { suspicious: 'too_much' };
  if (overlap(entries, bytes.length)) return { suspicious: 'overlap' };
  if (entries.some((entry) => entry.isEncrypted())) return { suspicious: 'locked' };
  if (entries.some(({ fileName }) => holdsProgram(fileName))) return { suspicious: 'program' };
  const names = new Set(entries.map((entry) => entry.fileName));
  if (names.has('[Content_Types].xml') && entries.some(({ fileName }) => /^word\/document\d*\.xml$/.test(fileName)))
    return { kind: DOCX, ...read };
  return { kind: names.has('mimetype') && names.has('content.xml') ? ODT : 'other', ...read };
}

/**
 * Unpacks an archive part by part, all of them or those that are `wanted`, and hands each to `look`. False if a part
 * contradicts the table of contents: another size, another content, or another name, so that two programs would find two
 * different documents in it.
 */
export async function walkArchive(
  { zip, entries }: Contents,
  look: (name: string, content: Buffer) => void,
  wanted: (name: string) => boolean = () => true,
): Promise<boolean> {
  try {
    for (const entry of entries) {
      if (!wanted(entry.fileName)) continue;
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

/** Unreadable where the table is damaged or names a path outside the archive; too much where it is too long. */
async function contentsOf(bytes: Buffer): Promise<Contents | Suspicion> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, autoClose: false });
    if (zip.entryCount > ARCHIVE_LIMITS.entries) return 'too_much';
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return { zip, entries };
  } catch {
    return 'unreadable';
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
