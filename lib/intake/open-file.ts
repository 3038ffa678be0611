import { inspectArchive, walkArchive } from '@/lib/contributions/files/archive';
import type { Archive } from '@/lib/contributions/files/archive';
import { DOCX, ODT } from '@/lib/contributions/files/constants';
import { extensionOf } from '@/lib/contributions/files/file-name';
import { failure } from '@/lib/platform/errors';
import type { Reason, Result } from '@/lib/platform/errors';
import { MAX_FILE_BYTES } from './limits';

/** The files that can be read; mails only where editors read them. */
export const FORMATS = ['docx', 'odt', 'eml', 'msg'] as const;
export type Format = (typeof FORMATS)[number];

type Opened = { format: 'docx' | 'odt'; archive: OpenArchive } | { format: 'eml' | 'msg'; bytes: Buffer };
export type OpenArchive = Exclude<Archive, { suspicious: unknown }>;

/**
 * Tells by its content what a file is, and opens it. The announced type is ignored; of the name only the extension of a
 * mail counts, because nothing in its content marks it.
 * Reasons: `file_needed` (it is empty), `document_too_large`, `document_type_refused`, `document_is_old_word`,
 * `document_locked` (a password), `document_has_macros`, `document_damaged`, `document_suspicious` (a bomb, parts that
 * share bytes).
 */
export async function openFile(
  { name, bytes }: { name: string; bytes: Buffer },
  accepted: readonly Format[],
): Promise<Result<Opened>> {
  if (bytes.length === 0) return failure('file_needed');
  if (bytes.length > MAX_FILE_BYTES) return failure('document_too_large');
  const extension = extensionOf(name);
  const opened = bytes.subarray(0, 4).equals(ZIP)
    ? await openArchive(bytes, extension)
    : bytes.subarray(0, 8).equals(COMPOUND)
      ? openCompound(bytes)
      : openOther(bytes, extension);
  return opened.ok && !accepted.includes(opened.format) ? failure('document_type_refused') : opened;
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** What Outlook's mails, files of Word before 2007, and locked files of Word after it begin with. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

async function openArchive(bytes: Buffer, extension: string): Promise<Result<Opened>> {
  const archive = await inspectArchive(bytes);
  if ('suspicious' in archive) return failure(REASON_OF[archive.suspicious]);
  if (archive.kind === ODT) return { ok: true, format: 'odt', archive };
  if (archive.kind === DOCX) return { ok: true, format: 'docx', archive };
  return failure(['docx', 'odt'].includes(extension) ? 'document_damaged' : 'document_type_refused');
}

const REASON_OF: Record<Extract<Archive, { suspicious: unknown }>['suspicious'], Reason> = {
  unreadable: 'document_damaged',
  too_much: 'document_suspicious',
  overlap: 'document_suspicious',
  locked: 'document_locked',
  program: 'document_has_macros',
};

/** The names of its streams say what such a file is. They are written in UTF-16. */
function openCompound(bytes: Buffer): Result<Opened> {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return failure('document_locked');
  if (holds('__properties_version1.0')) return { ok: true, format: 'msg', bytes };
  return failure(holds('WordDocument') ? 'document_is_old_word' : 'document_type_refused');
}

function openOther(bytes: Buffer, extension: string): Result<Opened> {
  if (extension === 'eml' && looksLikeMail(bytes)) return { ok: true, format: 'eml', bytes };
  if (extension === 'doc') return failure('document_is_old_word');
  const expected = FORMATS.some((format) => format === extension);
  return failure(expected ? 'document_damaged' : 'document_type_refused');
}

/** A header at the beginning, as every mail has; some programs write a line of their own before it. */
const looksLikeMail = (bytes: Buffer) =>
  /^(?:\uFEFF)?(?:From .*\r?\n)?[A-Za-z][A-Za-z0-9-]*:[ \t]?\S?/.test(bytes.subarray(0, 1_024).toString('utf8')) &&
  !bytes.subarray(0, 1_024).includes(0);

/**
 * The parts of an archive that are wanted, by name, unpacked to `limit` bytes at most in all.
 * Reasons: `document_too_large`, `document_suspicious` (a part is not what the table of contents says).
 */
export async function unpack(
  archive: OpenArchive,
  wanted: (name: string) => boolean,
  limit: number,
): Promise<Result<{ parts: Map<string, Buffer> }>> {
  const size = archive.entries
    .filter(({ fileName }) => wanted(fileName))
    .reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (size > limit) return failure('document_too_large');
  const parts = new Map<string, Buffer>();
  const truthful = await walkArchive(archive, (name, content) => parts.set(name, content), wanted);
  return truthful ? { ok: true, parts } : failure('document_suspicious');
}
