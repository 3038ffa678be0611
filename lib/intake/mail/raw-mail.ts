import outlook from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import PostalMime from 'postal-mime';
import type { Address, Attachment, Email } from 'postal-mime';
import { MAX_DEPTH } from '@/lib/intake/limits';
import { unpackRtf } from './compressed-rtf';
import { inWindowsLetters, lettersIn } from './letters';
import { readRtf } from './rtf';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';

// The package is CommonJS: bundlers give its class, Node gives the module with the class in it.
const MsgReader = (outlook as { default?: typeof outlook }).default ?? outlook;

export type Sender = { name: string; address: string };
/** A mail taken apart, whichever program saved it. */
export type RawMail = {
  subject: string;
  from: Sender | null;
  /** As ISO 8601; null where it says no date, or one that can't be read. */
  sentAt: string | null;
  /** By their names in lower case. */
  headers: Map<string, string[]>;
  html: string | null;
  text: string | null;
  /** It has a text, in RTF, that can't be read. */ unreadText: boolean;
  attachments: MailAttachment[];
  /** Mails that are attached to it. */
  messages: { format: MailFormat; bytes: Buffer }[];
};
export type MailFormat = 'eml' | 'msg';
/** `inline`: it is shown within the text, as a logo is. */
export type MailAttachment = { name: string; bytes: Buffer; inline: boolean };

/**
 * Reason: `document_damaged`.
 */
export async function readRawMail(format: MailFormat, bytes: Buffer): Promise<Result<{ raw: RawMail }>> {
  try {
    return { ok: true, raw: format === 'eml' ? await readEml(bytes) : await readMsg(bytes) };
  } catch {
    // Both parsers throw at what is no mail, or deeper than their limits.
    return failure('document_damaged');
  }
}

async function readEml(bytes: Buffer): Promise<RawMail> {
  const mail = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    maxNestingDepth: MAX_DEPTH,
    attachmentEncoding: 'arraybuffer',
  });
  const isMessage = ({ mimeType }: Attachment) => mimeType === 'message/rfc822';
  return {
    subject: inWindowsLetters(mail.subject ?? ''),
    from: senderOf(mail.from ?? mail.sender),
    sentAt: dateOf(mail.date),
    headers: headersOf(mail),
    html: mail.html === undefined ? null : inWindowsLetters(mail.html),
    text: mail.text === undefined ? null : inWindowsLetters(mail.text),
    unreadText: false,
    attachments: mail.attachments
      .filter((one) => !isMessage(one))
      .map((one, at) => ({
        name: one.filename ?? `${at + 1}.${one.mimeType.split('/').at(-1) ?? 'bin'}`,
        bytes: bytesOf(one),
        inline: one.related === true || one.disposition === 'inline',
      })),
    messages: mail.attachments.filter(isMessage).map((one) => ({ format: 'eml', bytes: bytesOf(one) })),
  };
}

function headersOf({ headers }: Pick<Email, 'headers'>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { key, value } of headers) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}

const bytesOf = ({ content }: Attachment): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Uint8Array); // or the buffer below one

function senderOf(address: Address | undefined): Sender | null {
  const mailbox = address?.address === undefined ? address?.group?.[0] : address;
  return mailbox?.address ? { name: mailbox.name, address: mailbox.address } : null;
}

/** A mail without a date says so. */
function dateOf(date: string | undefined): string | null {
  const time = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

async function readMsg(bytes: Buffer): Promise<RawMail> {
  const copy = Uint8Array.from(bytes);
  const reader = new MsgReader(copy.buffer);
  const fields = reader.getFileData();
  if (fields.error !== undefined || fields.dataType !== 'msg') throw new Error(fields.error ?? 'no mail');
  const headers = await headersIn(fields.headers ?? '');
  const attached = (fields.attachments ?? []).map((one) => ({ one, content: reader.getAttachment(one) }));
  const isMessage = ({ one }: { one: FieldsData }) => one.innerMsgContent === true;
  return {
    subject: fields.subject ?? '',
    from: senderOfMsg(fields, headers.from),
    sentAt: dateOf(fields.clientSubmitTime ?? fields.messageDeliveryTime),
    headers: headers.headers,
    ...textOfMsg(fields),
    attachments: attached
      .filter((one) => !isMessage(one))
      .map(({ one, content }) => ({
        name: content.fileName,
        bytes: Buffer.from(content.content),
        inline: one.attachmentHidden === true,
      })),
    messages: attached.filter(isMessage).map(({ content }) => ({ format: 'msg', bytes: Buffer.from(content.content) })),
  };
}

/**
 * HTML comes first, wherever it is: Outlook keeps it by itself, or within RTF. RTF comes before plain text, which has
 * lost lists and looks.
 */
function textOfMsg({ bodyHtml, html, body, compressedRtf }: FieldsData): Pick<RawMail, 'html' | 'text' | 'unreadText'> {
  const written = [bodyHtml, html && lettersIn(html)].find((one) => one?.trim()) ?? null;
  const text = body ?? null;
  if (written !== null || !compressedRtf) return { html: written, text, unreadText: false };
  try {
    const read = readRtf(unpackRtf(compressedRtf));
    return 'html' in read
      ? { html: read.html, text, unreadText: false }
      : { html: null, text: text?.trim() ? text : read.text, unreadText: false };
  } catch {
    return { html: null, text, unreadText: (text ?? '').trim() === '' };
  }
}

/** What the mail said when it was delivered; a mail that was only sent has none. */
async function headersIn(headers: string): Promise<{ headers: Map<string, string[]>; from: Sender | null }> {
  if (headers.trim() === '') return { headers: new Map(), from: null };
  const mail = await PostalMime.parse(`${headers.trim()}\r\n\r\n`);
  return { headers: headersOf(mail), from: senderOf(mail.from) };
}

/** Within an organisation, Outlook notes a name of its directory in place of an address. */
function senderOfMsg(fields: FieldsData, delivered: Sender | null): Sender | null {
  const address = [
    fields.senderSmtpAddress,
    fields.sentRepresentingSmtpAddress,
    fields.creatorSMTPAddress,
    fields.senderEmail,
  ].find((one) => one?.includes('@'));
  return address === undefined ? delivered : { name: fields.senderName ?? '', address };
}
