export const MAIL_STATUSES = ['draft', 'queued', 'sending', 'sent', 'failed', 'discarded'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/**
 * The next statuses of each status.
 * `sending` to `sending`: an attempt died with its process, and the next one takes the mail over.
 * `sending` to `queued`: an attempt failed, and another is due.
 * `sending` to `draft` or `discarded`: its event is not true any more. If an editor wrote into it, it becomes a draft
 * again.
 */
const MAIL_TRANSITIONS: Record<MailStatus, readonly MailStatus[]> = {
  draft: ['queued', 'discarded'],
  queued: ['sending'],
  sending: ['sending', 'queued', 'sent', 'failed', 'draft', 'discarded'],
  sent: [],
  failed: ['queued'],
  discarded: [],
};

export const canMoveMail = (from: MailStatus, to: MailStatus) => MAIL_TRANSITIONS[from].includes(to);

/** Only these kinds may go to an unconfirmed address; every other kind waits in the outbox. */
export const KINDS_FOR_UNCONFIRMED: readonly string[] = ['confirm-address', 'entered-on-behalf'];
