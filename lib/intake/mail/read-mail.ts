import { addressParser } from 'postal-mime';
import type { IntakeDocument } from '@/lib/intake/document';
import { plainTextIn } from '@/lib/intake/document-text';
import type { Result } from '@/lib/platform/errors';
import { mailBody } from './mail-body';
import { readRawMail } from './raw-mail';
import type { MailAttachment, MailFormat, RawMail, Sender } from './raw-mail';

/** A mail that may hold a contribution. What its headers say is for the person who confirms it, never an answer. */
export type IntakeMail = {
  subject: string;
  from: Sender | null;
  /** Of a forwarded mail: who seems to have written it first. It is a guess. */
  original: Sender | null;
  sentAt: string | null;
  body: IntakeDocument;
  attachments: MailAttachment[];
  /** Mails that are attached to it, opened too. */
  messages: IntakeMail[];
  noticed: MailNotice[];
};

/**
 * `automatic`: a program sent it, such as an absence note; `delivery_report`: it says what became of another mail;
 * `loop`: it has been handed on too often; `messages_left_out`: more attached mails, or deeper ones, than are opened.
 */
type MailNotice = 'automatic' | 'delivery_report' | 'loop' | 'messages_left_out';

const DEEPEST = 3;
const MAX_MESSAGES = 20;
/** More servers than any mail passes on its way. */
const MAX_HOPS = 30;

/**
 * A saved mail, with the mails attached to it.
 * Reason: `document_damaged`.
 */
export async function readMail(format: MailFormat, bytes: Buffer, depth = 0): Promise<Result<{ mail: IntakeMail }>> {
  const read = await readRawMail(format, bytes);
  if (!read.ok) return read;
  const { raw } = read;
  const messages: IntakeMail[] = [];
  const opened = depth < DEEPEST ? raw.messages.slice(0, MAX_MESSAGES) : [];
  let leftOut = raw.messages.length > opened.length;
  for (const message of opened) {
    const inner = await readMail(message.format, message.bytes, depth + 1);
    if (inner.ok) messages.push(inner.mail);
    else leftOut = true;
  }
  const body = mailBody(raw);
  const text = plainTextIn(body, { from: 0, to: body.runs.length });
  return {
    ok: true,
    mail: {
      subject: raw.subject,
      from: raw.from,
      original: forwardedFrom(text) ?? messages[0]?.original ?? messages[0]?.from ?? null,
      sentAt: raw.sentAt,
      body,
      attachments: raw.attachments,
      messages,
      noticed: [...noticesOf(raw), ...(leftOut ? (['messages_left_out'] as const) : [])],
    },
  };
}

function noticesOf({ headers }: RawMail): MailNotice[] {
  const first = (name: string) => headers.get(name)?.[0]?.trim().toLowerCase() ?? '';
  const isReport = first('content-type').startsWith('multipart/report');
  const isAutomatic =
    !['', 'no'].includes(first('auto-submitted')) ||
    ['x-autoreply', 'x-autorespond', 'x-autorespond-by'].some((name) => headers.has(name)) ||
    ['bulk', 'auto_reply', 'junk'].includes(first('precedence'));
  const isLoop = headers.has('x-loop') || (headers.get('received')?.length ?? 0) > MAX_HOPS;
  return [
    ...(isReport ? (['delivery_report'] as const) : []),
    ...(isAutomatic && !isReport ? (['automatic'] as const) : []),
    ...(isLoop ? (['loop'] as const) : []),
  ];
}

/** The head that programs put above a forwarded mail, in the languages that the forum's mails come in. */
const FROM = /^[>\s*]*(?:from|de|von|van|da|från|fra|от|от кого|发件人|من)\s*[:：]\s*\**\s*(.+?)\s*$/i;
const SUBJECT =
  /^[>\s*]*(?:subject|objet|betreff|asunto|assunto|oggetto|onderwerp|ämne|emne|тема|主题|主旨|الموضوع)\s*[:：]/i;
/** So many lines belong to such a head. */
const HEAD_LINES = 8;

/** Who wrote a forwarded mail first, by the last such head: mails that were handed on twice have two. */
function forwardedFrom(text: string): Sender | null {
  const lines = text.split('\n');
  const found = lines.flatMap((line, at) => {
    const [, said] = FROM.exec(line) ?? [];
    const isHead = said !== undefined && lines.slice(at + 1, at + HEAD_LINES).some((next) => SUBJECT.test(next));
    const sender = isHead ? senderIn(said) : null;
    return sender ? [sender] : [];
  });
  return found.at(-1) ?? null;
}

function senderIn(said: string): Sender | null {
  const [mailbox] = addressParser(said.replace(/\[mailto:([^\]]+)\]/i, '<$1>').replace(/\*/g, ''), { flatten: true });
  return mailbox?.address?.includes('@') ? { name: mailbox.name, address: mailbox.address } : null;
}
