import { origin } from '@/lib/platform/env';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { cutText } from '@/lib/platform/text/cut-text';
import { composeMail } from './compose';
import type { ComposedMail, LinkMaker } from './compose';
import { claimMail, createLinkForMail, markAttemptFailed, markEmpty, markSent } from './outbox';
import { findMailToSend, isLeaving } from './mail-data';
import type { MailToSend } from './mail-data';
import { deliver } from './transport';

/** When the queue gave this attempt out, whether it gives out no further one, and of which job it is. */
export type Attempt = { began: Date; last: boolean; job?: string };

export type Outcome =
  'sent' | 'held' | 'recipient_gone' | 'refused' | 'nothing_to_tell' | 'nothing_to_do' | 'under_way';

/**
 * Sends one mail of the outbox. Returns what came of it: `sent`; `held`, because the address is not confirmed yet;
 * `recipient_gone`; `refused`, because the mail server will never take it; `nothing_to_tell`, because what it was to tell does not hold
 * any more; `nothing_to_do`, because it was sent before or is a draft; `under_way`, because another job is at it this moment:
 * whether that comes to anything has to be asked again. Throws where another attempt is due.
 *
 * A process may die after the server took the mail and before that is written down. The next attempt can't know, so it sends again,
 * with the same Message-ID: mail programs show two copies of one Message-ID once. A doubled mail is a nuisance, a lost one a broken promise.
 */
export async function sendQueuedMail(id: string, attempt: Attempt): Promise<Outcome> {
  const mail = await findMailToSend(id);
  if (!mail) return 'nothing_to_do';
  // Before claiming: whoever confirms the address meanwhile finds the mail queued, and adds a job of its own.
  if (mail.recipient.state === 'unconfirmed') return 'held';
  if (!(await claimMail(id, attempt.began, attempt.job))) return (await isLeaving(id)) ? 'under_way' : 'nothing_to_do';
  if (mail.recipient.state === 'gone') {
    await markAttemptFailed(id, 'There is no address to send this to any more', true);
    return 'recipient_gone';
  }
  return attemptDelivery(mail, mail.recipient.address, attempt);
}

async function attemptDelivery(mail: MailToSend, to: string, attempt: Attempt): Promise<Outcome> {
  try {
    const composed: ComposedMail = await composeMail(mail, linkMakerFor(mail));
    if (composed.empty) {
      await markEmpty(mail.id);
      return 'nothing_to_tell';
    }
    await deliver({ ...composed, to, kind: mail.kind, messageId: messageIdOf(mail.id) });
  } catch (error) {
    const words = describeFailure(error);
    const refused = isRefusedForGood(error);
    await markAttemptFailed(mail.id, words, attempt.last || refused);
    if (refused) return 'refused';
    // The queue keeps what is thrown, so that holds no address either.
    throw new Error(words);
  }
  await markSent(mail.id);
  return 'sent';
}

/**
 * Whether the server refused this recipient or this mail with a reply that is permanent (RFC 5321, section 4.2.1: 5yz). A refused
 * password is not: an operator corrects it, and the mail leaves.
 */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }; // nodemailer's additions
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500 && responseCode < 600;
}

/** `<id@host>`, the same at every attempt. */
export const messageIdOf = (mailId: string) => `<${mailId}@${new URL(origin()).hostname}>`;

function linkMakerFor({ contributionId, locale }: MailToSend): LinkMaker {
  return async (purpose) => {
    if (!contributionId) throw new Error('Only the contact of a contribution is sent a private link');
    const token = await createLinkForMail(contributionId, purpose);
    const paths = pathsIn(locale);
    return `${origin()}${purpose === 'confirm_email' ? `${paths.home}/confirm/${token}` : `${paths.home}/link/${token}`}`;
  };
}

/** Says what failed without saying to whom: servers like to repeat the address they refuse. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown failure';
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number }; // nodemailer's additions
  const message = cutText(error.message.replaceAll(/\S*@\S*/g, '…'), 300);
  return [code, responseCode, message].filter(Boolean).join(' ');
}
