export const MAIL_STATUSES = ['draft', 'queued', 'sending', 'sent', 'failed', 'discarded'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/**
 * Where each status may lead.
 * `sending` to `sending`: an attempt died with its process, and the next one takes the mail over.
 * `sending` to `queued`: an attempt failed, and another is due.
 * `sending` to `draft` or `discarded`: what it was to tell does not hold any more. With an editor's words in it, it goes back to them.
 */
export const MAIL_TRANSITIONS: Record<MailStatus, readonly MailStatus[]> = {
  draft: ['queued', 'discarded'],
  queued: ['sending'],
  sending: ['sending', 'queued', 'sent', 'failed', 'draft', 'discarded'],
  sent: [],
  failed: ['queued'],
  discarded: [],
};

export const canMoveMail = (from: MailStatus, to: MailStatus) => MAIL_TRANSITIONS[from].includes(to);

/** Only this kind goes to an address that nobody has confirmed; everything else to it waits in the outbox. */
export const KIND_FOR_UNCONFIRMED = 'confirm-address';
