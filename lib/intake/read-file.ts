import type { Reason, Result } from '@/lib/platform/errors';
import type { IntakeDocument } from './document';
import { readMail } from './mail/read-mail';
import type { IntakeMail } from './mail/read-mail';
import { openFile } from './open-file';
import type { Format } from './open-file';
import { readOpenDocument } from './open-document/read-open-document';
import { readWord } from './word/read-word';

/** A file that came back, read: a document, or a mail with the documents that are attached to it. */
export type IntakeFile =
  { kind: 'document'; document: IntakeDocument } | { kind: 'mail'; mail: IntakeMail; attached: AttachedFile[] };

/** A file of a mail, or of a mail within it; `document` is null where it is none that can be read, and why. */
type AttachedFile = { name: string; bytes: Buffer } & (
  { document: IntakeDocument; reason: null } | { document: null; reason: Reason }
);

/**
 * Reads a file that came back; no database is asked, nothing is stored.
 * Reasons: those of `openFile`, `document_locked`, `document_too_large`, `document_damaged`, `document_suspicious`.
 */
export async function readFile(
  file: { name: string; bytes: Buffer },
  accepted: readonly Format[],
): Promise<Result<{ file: IntakeFile }>> {
  const opened = await openFile(file, accepted);
  if (!opened.ok) return opened;
  if ('archive' in opened) {
    const read = await readDocument(opened);
    return read.ok ? { ok: true, file: { kind: 'document', document: read.document } } : read;
  }
  const read = await readMail(opened.format, opened.bytes);
  if (!read.ok) return read;
  const attached: AttachedFile[] = [];
  // One after the other: each may take as much memory as the limits allow.
  for (const one of attachmentsOf(read.mail)) attached.push(await readAttached(one));
  return { ok: true, file: { kind: 'mail', mail: read.mail, attached } };
}

const readDocument = ({ format, archive }: Extract<Opened, { archive: unknown }>) =>
  format === 'docx' ? readWord(archive) : readOpenDocument(archive);
type Opened = Extract<Awaited<ReturnType<typeof openFile>>, { ok: true }>;

const MAX_ATTACHED = 30;

/** Also of the mails within it. What is shown within a text, as a logo is, is no file of its own. */
function attachmentsOf(mail: IntakeMail): { name: string; bytes: Buffer }[] {
  const own = mail.attachments.filter(({ inline }) => !inline);
  return [...own, ...mail.messages.flatMap(attachmentsOf)].slice(0, MAX_ATTACHED);
}

/** With what the files begin that Outlook makes of its attachments. */
const WINMAIL = Buffer.from('789f3e22', 'hex');

async function readAttached({ name, bytes }: { name: string; bytes: Buffer }): Promise<AttachedFile> {
  if (bytes.subarray(0, 4).equals(WINMAIL)) return { name, bytes, document: null, reason: 'document_is_winmail' };
  const opened = await openFile({ name, bytes }, ['docx', 'odt']);
  if (!opened.ok || !('archive' in opened))
    return { name, bytes, document: null, reason: opened.ok ? 'document_type_refused' : opened.reason };
  const read = await readDocument(opened);
  return read.ok
    ? { name, bytes, document: read.document, reason: null }
    : { name, bytes, document: null, reason: read.reason };
}
