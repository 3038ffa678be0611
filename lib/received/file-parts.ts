import type { IntakeDocument } from '@/lib/intake/document';
import { plainTextIn } from '@/lib/intake/document-text';
import { FORMATS } from '@/lib/intake/open-file';
import type { IntakeFile } from '@/lib/intake/read-file';
import { readFile } from '@/lib/intake/read-file';
import type { Reason, Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';

type IntakeMail = Extract<IntakeFile, { kind: 'mail' }>['mail'];
type MailNotice = IntakeMail['noticed'][number];

/** Who seems to have sent a mail. `forwarded`: it was read in what another person handed on. */
export type SenderGuess = { name: string; address: string; forwarded: boolean };

/** What may be one contribution: a document, or the text of a mail that has none. */
export type FilePart = {
  name: string;
  document: IntakeDocument;
  /** Of the mail that it came with; null for a file that came alone. */
  mail: { sender: SenderGuess | null; subject: string; sentAt: string | null; text: string } | null;
  noticed: MailNotice[];
};

export type OpenedFile = {
  parts: FilePart[];
  /** Attached files that can't be read, and why. */ unread: { name: string; reason: Reason }[];
};

/**
 * Reads a file that reached the editors: a document is one part. A mail has a part for each document that is attached to
 * it or to a mail within it, and one for each mail that has no such document. No database is asked.
 * Reasons: those of `readFile`, `nothing_written` (a mail without a text or a document).
 */
export async function openFileParts(file: { name: string; bytes: Buffer }): Promise<Result<OpenedFile>> {
  const read = await readFile(file, FORMATS);
  if (!read.ok) return read;
  if (read.file.kind === 'document') {
    const part = { name: file.name, document: read.file.document, mail: null, noticed: [] };
    return { ok: true, parts: [part], unread: [] };
  }
  const { mail, attached } = read.file;
  const left = [...attached];
  const parts = partsOf(mail, file.name, left);
  if (parts.length === 0) return failure('nothing_written');
  const unread = attached.flatMap(({ name, document, reason }) => (document === null ? [{ name, reason }] : []));
  return { ok: true, parts, unread };
}

type Attached = Extract<IntakeFile, { kind: 'mail' }>['attached'][number];

/** `left` are the attached files in the order of `readFile`: those of a mail, then those of the mails within it. */
function partsOf(mail: IntakeMail, name: string, left: Attached[]): FilePart[] {
  const own = left.splice(0, mail.attachments.filter(({ inline }) => !inline).length);
  const about = { mail: mailOf(mail), noticed: mail.noticed };
  const documents = own.flatMap(({ name: attachment, document }): FilePart[] =>
    document === null ? [] : [{ name: `${attachment} (${name})`, document, ...about }],
  );
  const within = mail.messages.flatMap((message) => partsOf(message, message.subject || name, left));
  if (documents.length + within.length > 0) return [...documents, ...within];
  return about.mail.text === '' ? [] : [{ name, document: mail.body, ...about }];
}

function mailOf({ from, original, subject, sentAt, body }: IntakeMail): NonNullable<FilePart['mail']> {
  const sender = original ?? from;
  return {
    sender: sender && { ...sender, forwarded: original !== null },
    subject,
    sentAt,
    text: plainTextIn(body, { from: 0, to: body.runs.length }),
  };
}

/** Addresses of these say nothing about an organisation. */
const PROVIDERS =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|proton|protonmail|mail|web|yandex|qq|163)\./;

/** What a sender's organisation may be called: the words behind their name, or the domain of their address. */
export function guessOrganisation({ name, address }: Pick<SenderGuess, 'name' | 'address'>): string {
  const [, behind] = /(?:\(([^()]+)\)|[|/,–]\s*([^|/,–]+))\s*$/.exec(name)?.filter(Boolean) ?? [];
  if (behind) return behind.trim();
  const domain = address.split('@').at(-1)?.toLowerCase() ?? '';
  return PROVIDERS.test(domain) ? '' : domain;
}
