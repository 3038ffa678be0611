import type { IntakeDocument } from '@/lib/intake/document';
import { plainTextIn } from '@/lib/intake/document-text';
import type { Result } from '@/lib/platform/errors';
import { mailBody } from './mail-body';
import { forwardedFrom, withQuotedAside } from './quoted-mail';
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
 * `loop`: it has been handed on too often; `messages_left_out`: more attached mails, or deeper ones, than are opened;
 * `text_unread`: its text can't be read, only what is attached to it.
 */
type MailNotice = 'automatic' | 'delivery_report' | 'loop' | 'messages_left_out' | 'text_unread';

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
  const whole = mailBody(raw);
  const text = plainTextIn(whole, { from: 0, to: whole.runs.length });
  const body = withQuotedAside(whole, raw.subject);
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
      noticed: [
        ...noticesOf(raw),
        ...(leftOut ? (['messages_left_out'] as const) : []),
        ...(raw.unreadText ? (['text_unread'] as const) : []),
      ],
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
