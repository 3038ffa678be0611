import { z } from 'zod';
import type { Prisma } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { MailStatus } from './state';
import { KINDS_FOR_UNCONFIRMED, MAIL_STATUSES } from './state';
import { usualSubject } from './usual-subject';

/**
 * Whether a mail waits for the contact's address to be confirmed. A mail without an address does not wait: it will
 * fail.
 */
export function heldContact(
  kind: string,
  contact: { email: string | null; emailConfirmedAt: Date | null } | null,
): boolean {
  return contact?.email != null && !contact.emailConfirmedAt && !KINDS_FOR_UNCONFIRMED.includes(kind);
}

const PAGE = 50;

const ROW = {
  id: true,
  kind: true,
  status: true,
  attempts: true,
  lastError: true,
  emptiedAt: true,
  withPublication: true,
  sendAfter: true,
  createdAt: true,
  statusAt: true,
  payload: true,
  locale: true,
  userId: true,
  contributionId: true,
  user: { select: { name: true, email: true } },
  contribution: {
    select: {
      reference: true,
      status: true,
      call: { select: { slug: true, texts: true } },
      anonymous: true,
      publicAffiliation: true,
      contact: { select: { affiliation: true, email: true, emailConfirmedAt: true } },
    },
  },
} as const;

export type OutboxMail = ReturnType<typeof asOutboxMail>;

/** The outbox for editors: it names a recipient by reference or account, never by a contributor's address. */
function asOutboxMail({ user, contribution, ...mail }: Prisma.MailGetPayload<{ select: typeof ROW }>) {
  const to = user ? (user.name ?? user.email) : (contribution?.reference ?? '');
  const held = heldContact(mail.kind, contribution?.contact ?? null);
  const waitsForConfirmation = mail.status === 'queued' && held;
  /** A draft that could not leave now: its address is not confirmed. */
  const cannotLeave = mail.status === 'draft' && held;
  const organisation = contribution && organisationOf(contribution);
  const mayBePublished = contribution?.status === 'submitted' || contribution?.status === 'changes_requested';
  return {
    ...mail,
    to,
    reference: contribution?.reference ?? null,
    mayBePublished,
    waitsForConfirmation,
    cannotLeave,
    organisation,
    subject: ownSubject(mail.payload) || usualSubject(mail, contribution),
  };
}

/** The subject that an editor wrote instead of the usual one. */
function ownSubject(payload: unknown): string {
  const parsed = z.object({ subject: z.string() }).safeParse(payload);
  return parsed.success ? parsed.data.subject : '';
}

/** Whom editors know as the contributor; null if it is anonymous, or named none. */
const organisationOf = ({
  anonymous,
  publicAffiliation,
  contact,
}: {
  anonymous: boolean;
  publicAffiliation: string | null;
  contact: { affiliation: string | null } | null;
}) => (anonymous ? null : (contact?.affiliation ?? publicAffiliation));

export type OutboxFilter = {
  status: MailStatus;
  /** Only mails to this contribution's contact. */ reference?: string;
  after?: string;
};

/** One page of the mails in a status, newest first; `next` continues it, null at the end. */
export async function listMails({
  status,
  reference,
  after,
}: OutboxFilter): Promise<{ mails: OutboxMail[]; next: string | null }> {
  const rows = await db.mail.findMany({
    where: { status, ...(reference && { contribution: { reference } }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...(after && { cursor: { id: after }, skip: 1 }),
    take: PAGE + 1,
    select: ROW,
  });
  const shown = rows.slice(0, PAGE);
  return { mails: shown.map(asOutboxMail), next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** How many mails each status has; of one contribution, or of all. */
export async function countMails(reference?: string): Promise<Record<MailStatus, number>> {
  const rows = await db.mail.groupBy({
    by: ['status'],
    where: reference ? { contribution: { reference } } : {},
    _count: { _all: true },
  });
  const counts = new Map(rows.map((row) => [row.status, row._count._all]));
  return Object.fromEntries(MAIL_STATUSES.map((status) => [status, counts.get(status) ?? 0])) as Record<
    MailStatus,
    number
  >; // of every key
}

/** One mail; null for an unknown id. */
export async function readMail(id: string): Promise<OutboxMail | null> {
  const row = await db.mail.findUnique({ where: { id }, select: ROW });
  return row && asOutboxMail(row);
}
