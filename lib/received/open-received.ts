import { readFile } from '@/lib/intake/read-file';
import type { IntakeDocument } from '@/lib/intake/document';
import { openFileParts } from './file-parts';
import type { OpenedFile } from './file-parts';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';

/**
 * Reads a document that came in. Reasons: those of `readFile`, and `document_type_refused` for a mail.
 */
export async function openReceived(file: {
  name: string;
  bytes: Buffer;
}): Promise<Result<{ document: IntakeDocument }>> {
  const read = await inTurn(() => readFile(file, ['docx', 'odt']));
  if (!read.ok) return read;
  return read.file.kind === 'document' ? { ok: true, document: read.file.document } : failure('document_type_refused');
}

/** Reads a file that editors enter, also a mail. Reasons: those of `openFileParts`. */
export const openEntered = (file: { name: string; bytes: Buffer }): Promise<Result<OpenedFile>> =>
  inTurn(() => openFileParts(file));

let last: Promise<unknown> = Promise.resolve();

/** One file after the other: each may take as much memory as the limits allow, and any number may arrive at a time. */
function inTurn<T>(read: () => Promise<T>): Promise<T> {
  const turn = last.then(read, read);
  last = turn.catch(() => undefined);
  return turn;
}
