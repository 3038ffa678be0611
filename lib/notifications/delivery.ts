import { origin } from '@/lib/platform/env';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { loadSettings } from '@/lib/platform/settings/current-settings';
import { cutText } from '@/lib/platform/text/cut-text';
import { composeMail } from './compose';
import { LINK_DOORS } from './constants';
import type { ComposedMail, LinkMaker } from './compose';
import { claimMail, createLinkForMail, markAttemptFailed, markEmpty, markSent, releaseIfDue } from './delivery-attempt';
import { findMailToSend, isLeaving } from './mail-data';
import type { MailToSend } from './mail-data';
import { deliver } from './transport';
import type { MailFile } from './transport';

/** When the queue started this attempt, whether it is the last one, and the job it belongs to. */
export type Attempt = { began: Date; last: boolean; job?: string };

/**
 * The files that go with a mail. It is asked only once the address may have them. Where a file can't be made it says so
 * in the log and gives none: the mail is what matters.
 */
export type FilesOf = (mail: Pick<MailToSend, 'kind' | 'payload' | 'contributionId' | 'locale'>) => Promise<MailFile[]>;

export type Outcome =
  'sent' | 'held' | 'recipient_gone' | 'refused' | 'nothing_to_tell' | 'nothing_to_do' | 'under_way';

/**
 * Sends one mail of the outbox. Returns the result: `sent`; `held`: the address is not confirmed yet; `recipient_gone`;
 * `refused`: the mail server will never take it; `nothing_to_tell`: its event is not true any more; `nothing_to_do`: it
 * was sent before or is a draft; `under_way`: another job is sending it at this moment, and its result has to be
 * checked later. Throws if another attempt is due.
 *
 * A process may die after the server took the mail and before the database knows it. The next attempt can't know that,
 * so it sends again with the same Message-ID: mail programs show two copies of one Message-ID once. A mail that arrives
 * twice is better than a lost one.
 */
export async function sendQueuedMail(id: string, attempt: Attempt, filesOf?: FilesOf): Promise<Outcome> {
  const found = await findMailToSend(id);
  if (!found) return 'nothing_to_do';
  if (found.status === 'draft' && !(await releaseIfDue(id))) return 'nothing_to_do';
  // An editor may have changed a draft until it was released.
  const mail = found.status === 'draft' ? await findMailToSend(id) : found;
  if (!mail) return 'nothing_to_do';
  // Checked before the mail is claimed: if the contributor confirms the address now, the mail is queued and gets a job
  // of its own.
  if (mail.recipient.state === 'unconfirmed') return 'held';
  if (!(await claimMail(id, attempt.began, attempt.job))) return (await isLeaving(id)) ? 'under_way' : 'nothing_to_do';
  if (mail.recipient.state === 'gone') {
    await markAttemptFailed(id, 'There is no address to send this to any more', true);
    return 'recipient_gone';
  }
  return attemptDelivery(mail, mail.recipient.address, attempt, filesOf);
}

async function attemptDelivery(
  mail: MailToSend,
  to: string,
  attempt: Attempt,
  filesOf: FilesOf = () => Promise.resolve([]),
): Promise<Outcome> {
  try {
    // A worker beside the servers hears of no change of the settings.
    await loadSettings();
    const files = await filesOf(mail);
    const composed: ComposedMail = await composeMail(mail, linkMakerFor(mail), files.length > 0);
    if (composed.empty) {
      await markEmpty(mail.id);
      return 'nothing_to_tell';
    }
    await deliver({ ...composed, files, to, kind: mail.kind, messageId: messageIdOf(mail.id) });
  } catch (error) {
    const words = describeFailure(error);
    const refused = isRefusedForGood(error);
    await markAttemptFailed(mail.id, words, attempt.last || refused);
    if (refused) return 'refused';
    // The queue stores the error, so its text must not contain an address.
    throw new Error(words);
  }
  await markSent(mail.id);
  return 'sent';
}

/**
 * Whether the server refused this recipient or mail with a permanent reply (RFC 5321, section 4.2.1: 5yz). A refused
 * password is not permanent: an operator corrects it, and the mail is sent.
 */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }; // nodemailer's additions
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500 && responseCode < 600;
}

/** `<id@host>`, the same at every attempt. */
export const messageIdOf = (mailId: string) => `<${mailId}@${new URL(origin()).hostname}>`;

function linkMakerFor({ contributionId, locale }: MailToSend): LinkMaker {
  return async (purpose, other) => {
    if (!contributionId) throw new Error('Only the contact of a contribution is sent a private link');
    const token = await createLinkForMail(other ?? contributionId, purpose);
    const paths = pathsIn(locale);
    return `${origin()}${paths.home}/${LINK_DOORS[purpose]}/${token}`;
  };
}

/** The error without the recipient: servers often repeat the address that they refuse. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown failure';
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number }; // nodemailer's additions
  const message = cutText(error.message.replaceAll(/\S*@\S*/g, '…'), 300);
  return [code, responseCode, message].filter(Boolean).join(' ');
}
