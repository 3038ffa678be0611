import { fileTypeFromBuffer } from 'file-type';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { endsAsArchive, inspectArchive } from './archive';
import type { Archive } from './archive';
import { DOCX, FILE_KINDS, MAX_BYTES_PER_FILE, ODT } from './constants';
import type { MediaType } from './constants';
import { extensionOf } from './file-name';

/** An office document comes with its table of contents. */
export type Told = { mediaType: MediaType; archive: Exclude<Archive, { suspicious: unknown }> | null };

/**
 * The type of a file by its content, if it is an accepted one and has the right extension. The announced type is
 * ignored.
 * Reasons: `file_needed` (it is empty), `file_too_large`, `file_type_refused`, `file_not_what_it_says` (the extension
 * is an accepted one, the content is not that), `file_suspicious` (a bomb, macros, two files in one).
 */
export async function tellFile({ name, bytes }: { name: string; bytes: Buffer }): Promise<Result<Told>> {
  if (bytes.length === 0) return failure('file_needed');
  if (bytes.length > MAX_BYTES_PER_FILE) return failure('file_too_large');
  const extension = extensionOf(name);
  const claimed = FILE_KINDS.find(({ extensions }) => extensions.some((one) => one === extension));
  if (!claimed) return failure('file_type_refused');
  const isArchive = bytes.subarray(0, 4).equals(ZIP);
  const archive = isArchive ? await inspectArchive(bytes) : null;
  // Before anything else looks into it: what tells the type of an archive unpacks a part of it.
  if (archive && 'suspicious' in archive) return failure('file_suspicious');
  const found = mediaTypeOf((await fileTypeFromBuffer(bytes))?.mime, archive?.kind);
  if (found !== claimed.mediaType) return failure('file_not_what_it_says');
  if (await isTwoInOne(bytes, { isArchive, isPdf: found === 'application/pdf' })) return failure('file_suspicious');
  return { ok: true, mediaType: found, archive };
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** For an office document, its first bytes and its table of contents have to agree. */
function mediaTypeOf(mime: string | undefined, archive: MediaType | 'other' | undefined): MediaType | undefined {
  const told = mime === 'image/apng' ? 'image/png' : mime;
  // Where Word's own list of parts does not come first, the first bytes say no more than "an archive".
  if (archive === DOCX && told === 'application/zip') return DOCX;
  if ((told === DOCX || told === ODT) && told !== archive) return undefined;
  return FILE_KINDS.find(({ mediaType }) => mediaType === told)?.mediaType;
}

/**
 * Programs that read PDF look for its beginning anywhere in the first kilobyte, and those that unpack look at the end.
 */
async function isTwoInOne(
  bytes: Buffer,
  { isArchive, isPdf }: { isArchive: boolean; isPdf: boolean },
): Promise<boolean> {
  if (!isPdf && bytes.subarray(0, 1024).includes('%PDF-')) return true;
  return !isArchive && (await endsAsArchive(bytes));
}
