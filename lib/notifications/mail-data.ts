import { z } from 'zod';
import { db } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import { nameAmong, readMailNames, rowInMail, withNames } from './mail-references';
import { heldContact } from './outbox-list';
import { DRAFTED_KINDS } from './schema';
import type { MailStatus } from './state';

/**
 * Whether a mail may be sent now, and to which address.
 * `unconfirmed`: the address is not confirmed and this kind of mail needs that; it waits.
 * `gone`: there is no address, because it was erased or never given, or the account is deactivated.
 */
type Recipient = { state: 'ready'; address: string } | { state: 'unconfirmed' } | { state: 'gone' };

export type MailToSend = {
  id: string;
  kind: string;
  payload: unknown;
  status: MailStatus;
  statusAt: Date;
  /** When its words were removed; it can't be composed any more. */
  emptiedAt: Date | null;
  locale: Locale;
  userId: string | null;
  contributionId: string | null;
  recipient: Recipient;
};

/** Reads a mail and, at the same moment, its recipient. */
export async function findMailToSend(id: string): Promise<MailToSend | null> {
  const row = await db.mail.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      payload: true,
      status: true,
      statusAt: true,
      emptiedAt: true,
      locale: true,
      userId: true,
      contributionId: true,
      user: { select: { email: true, deactivatedAt: true } },
      contribution: { select: { contact: { select: { email: true, emailConfirmedAt: true, erasedAt: true } } } },
    },
  });
  if (!row) return null;
  const { user, contribution, locale, ...mail } = row;
  // Written by queueMail, which takes nothing but a Locale.
  return {
    ...mail,
    locale: locale as Locale,
    recipient: user ? userAsRecipient(user) : contactAsRecipient(contribution?.contact, mail.kind),
  };
}

/** Whether an attempt to send this mail is running, or was interrupted. */
export async function isLeaving(id: string): Promise<boolean> {
  return (await db.mail.count({ where: { id, status: 'sending' } })) > 0;
}

function userAsRecipient(user: { email: string; deactivatedAt: Date | null }): Recipient {
  return user.deactivatedAt ? { state: 'gone' } : { state: 'ready', address: user.email };
}

type ContactRow = { email: string | null; emailConfirmedAt: Date | null; erasedAt: Date | null };

function contactAsRecipient(contact: ContactRow | null | undefined, kind: string): Recipient {
  if (!contact?.email || contact.erasedAt) return { state: 'gone' };
  if (heldContact(kind, contact)) return { state: 'unconfirmed' };
  return { state: 'ready', address: contact.email };
}

/** The role of an account, for the mail about it. */
export async function readRole(userId: string): Promise<'observer' | 'editor' | 'admin'> {
  return (await db.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true } })).role;
}

/**
 * What mails say of a contribution: its name, its call and the zone of its deadline, the editors' reason if it was declined, its status, and whether
 * it was ever public.
 */
export async function readNaming(contributionId: string, locale: Locale) {
  const { call, ...contribution } = await db.contribution.findUniqueOrThrow({
    where: { id: contributionId },
    select: {
      reference: true,
      status: true,
      statusReason: true,
      publishedAt: true,
      call: { select: { slug: true, texts: true, timeZone: true } },
    },
  });
  // validated by lib/calls when it was stored
  const texts = call.texts as Record<string, { title?: string } | undefined>;
  return {
    reference: contribution.reference ?? '',
    call: texts[locale]?.title ?? call.slug,
    timeZone: call.timeZone,
    status: contribution.status,
    reason: contribution.statusReason ?? '',
    wasPublic: contribution.publishedAt !== null,
  };
}

/**
 * Whether a contributor still wants to be reminded of a deadline: the draft was neither sent nor withdrawn, the call is
 * public, and the deadline has neither moved nor passed.
 */
export async function isReminderDue(contributionId: string, payload: unknown, now = new Date()): Promise<boolean> {
  const { closesAt } = z.object({ closesAt: z.coerce.date() }).parse(payload);
  const due = await db.contribution.count({
    where: {
      id: contributionId,
      status: 'draft',
      contact: { remindIn: { not: null } },
      call: { published: true, closesAt: { equals: closesAt, gt: now } },
    },
  });
  return due > 0;
}

/** From what an editor entered the contribution, and when that reached them. Throws if no editor entered it. */
export const readEntry = (contributionId: string) =>
  db.entryOnBehalf.findUniqueOrThrow({ where: { contributionId }, select: { source: true, receivedOn: true } });

const answersSince = z.object({ since: z.coerce.date() });

/** What colleagues have said on a draft since a moment, as counts. Those who manage it are no colleagues here. */
export async function readAnswers(contributionId: string, payload: unknown) {
  const { since } = answersSince.parse(payload);
  const answered = (outcome: 'approved' | 'changes_asked') =>
    db.signOff.count({ where: { contributionId, outcome, at: { gte: since } } });
  const [comments, approvals, changes] = await Promise.all([
    db.draftComment.count({
      where: { contributionId, createdAt: { gte: since }, link: { purpose: { not: 'manage' } } },
    }),
    answered('approved'),
    answered('changes_asked'),
  ]);
  return { comments, approvals, changes };
}

type Telling = Pick<MailToSend, 'id' | 'status' | 'statusAt'>;

/** The decided cells that a mail reports, agreement by agreement: those that no earlier mail reported. */
export async function readDecidedCells(contributionId: string, { id, status, statusAt }: Telling) {
  const until = status === 'sent' ? statusAt : null;
  const before = await db.mail.findFirst({
    where: {
      contributionId,
      kind: { in: [...DRAFTED_KINDS] },
      status: 'sent',
      id: { not: id },
      ...(until && { statusAt: { lt: until } }),
    },
    orderBy: { statusAt: 'desc' },
    select: { statusAt: true },
  });
  return decidedBetween(contributionId, before?.statusAt ?? null, until);
}

async function decidedBetween(contributionId: string, since: Date | null, until: Date | null) {
  const names = await readMailNames();
  const proposals = await db.proposal.findMany({
    where: { contributionId },
    orderBy: [{ revision: { number: 'desc' } }, { position: 'asc' }],
    select: {
      agreement: { select: { name: true } },
      changes: {
        orderBy: [{ key: 'asc' }, { round: 'asc' }],
        select: {
          key: true,
          round: true,
          status: true,
          value: true,
          note: true,
          criterion: { select: { shortTitle: true } },
          decision: { select: { value: true, note: true, reason: true, decidedAt: true } },
        },
      },
    },
  });
  return proposals
    .map(({ agreement, changes }) => ({
      name: agreement?.name ?? nameAmong(changes),
      cells: changes
        // If a decision was undone, only the last round of its cell counts; the rounds follow each other.
        .filter(({ key }, at) => changes[at + 1]?.key !== key)
        .filter(
          ({ decision }) =>
            decision &&
            (since === null || decision.decidedAt > since) &&
            (until === null || decision.decidedAt <= until),
        )
        .map(({ key, criterion, status, value, note, decision }) => ({
          key,
          ...rowInMail(key, names),
          criterion: criterion?.shortTitle ?? null,
          outcome: status,
          proposed: withNames(value, names),
          proposedNote: note,
          decided: withNames(decision?.value ?? null, names),
          decidedNote: decision?.note ?? null,
          reason: decision?.reason ?? null,
        })),
    }))
    .filter(({ cells }) => cells.length > 0);
}
