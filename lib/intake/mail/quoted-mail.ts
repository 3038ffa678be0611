import { addressParser } from 'postal-mime';
import type { IntakeDocument } from '@/lib/intake/document';
import { plainTextIn } from '@/lib/intake/document-text';
import type { Sender } from './raw-mail';

const REPLY = /^\s*(?:re|aw|sv|antw|rif|odp|ynt|отв|回复|رد)\s*(?:\[\d+\])?\s*[:：]/i;

/**
 * The text of a mail with the one that it answers set aside: the questions may stand there, but no answers. A mail that
 * was handed on holds the contribution in what it quotes, so nothing of that is set aside.
 */
export function withQuotedAside(body: IntakeDocument, subject: string): IntakeDocument {
  const head = headIn(body);
  if (head === null) return body;
  if (!REPLY.test(subject)) return { ...body, paragraphs: body.paragraphs.map(({ aside: _, ...one }) => one) };
  // Outlook quotes without any sign. Where little stands above, the answers may have been typed into what it quotes.
  if (!isReplyItself(body, head)) return body;
  return { ...body, paragraphs: body.paragraphs.map((one, at) => (at < head ? one : { ...one, aside: true })) };
}

const COVER_NOTE = 200;

function isReplyItself(body: IntakeDocument, head: number): boolean {
  const above = body.paragraphs.slice(0, head);
  const length = above.reduce((sum, paragraph) => sum + plainTextIn(body, paragraph).length, 0);
  return length > COVER_NOTE || above.filter(({ list }) => list && list.mark !== '-').length > 1;
}

/** The paragraph in which the head of a quoted mail begins. */
function headIn(body: IntakeDocument): number | null {
  const lines = body.paragraphs.flatMap((paragraph, at) =>
    plainTextIn(body, paragraph)
      .split('\n')
      .map((text) => ({ text, at })),
  );
  const found = headsIn(lines.map(({ text }) => text))[0];
  return found === undefined ? null : (lines[found.at]?.at ?? null);
}

/** The head that programs put above a forwarded mail, in the languages that the forum's mails come in. */
const FROM = /^[>\s*]*(?:from|de|von|van|da|från|fra|от|от кого|发件人|من)\s*[:：]\s*\**\s*(.+?)\s*$/i;
const SUBJECT =
  /^[>\s*]*(?:subject|objet|betreff|asunto|assunto|oggetto|onderwerp|ämne|emne|тема|主题|主旨|الموضوع)\s*[:：]/i;
/** So many lines belong to such a head. */
const HEAD_LINES = 8;

/** Who wrote a forwarded mail first, by the last such head: mails that were handed on twice have two. */
export const forwardedFrom = (text: string): Sender | null => headsIn(text.split('\n')).at(-1)?.sender ?? null;

const headsIn = (lines: readonly string[]): { at: number; sender: Sender }[] =>
  lines.flatMap((line, at) => {
    const [, said] = FROM.exec(line) ?? [];
    const begin = said === undefined ? null : beginOfHead(lines, at);
    const sender = said === undefined || begin === null ? null : senderIn(said);
    return sender && begin !== null ? [{ at: begin, sender }] : [];
  });

/** Most programs put the subject below the sender; Thunderbird begins with it. Null where it is no head of a mail. */
function beginOfHead(lines: readonly string[], at: number): number | null {
  if (lines.slice(at + 1, at + HEAD_LINES).some((next) => SUBJECT.test(next))) return at;
  const above = lines.slice(Math.max(0, at - HEAD_LINES), at).findLastIndex((line) => SUBJECT.test(line));
  return above < 0 ? null : Math.max(0, at - HEAD_LINES) + above;
}

function senderIn(said: string): Sender | null {
  const [mailbox] = addressParser(said.replace(/\[mailto:([^\]]+)\]/i, '<$1>').replace(/\*/g, ''), { flatten: true });
  return mailbox?.address?.includes('@') ? { name: mailbox.name, address: mailbox.address } : null;
}
