import { publishAtOnce } from '@/lib/contributions/publish-at-once';
import type { ContributionStatus } from '@/lib/contributions/state';
import { queueMail, releaseHeldMail } from '@/lib/notifications/outbox';
import { notify } from '@/lib/notifications/notices';
import type { Tx } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

/*
 * What an editor enters on behalf of its contributor counts once the contributor has confirmed it, or the editor has
 * noted their consent (docs/decisions/0044). Until then it is neither published nor decided on.
 */

/**
 * The contributor confirms, with a link that was mailed to them, what an editor entered in their name. The link shows
 * that the address is theirs, so mails that waited leave; links of the editor's end. Confirming again changes nothing.
 * Reasons: `not_found` (no editor entered it), `withdrawn`, `not_allowed_in_status` (it was declined, or never sent).
 */
export function confirmEntry({
  contributionId,
  locale,
  now = new Date(),
}: {
  contributionId: string;
  locale: Locale;
  now?: Date;
}): Promise<Result> {
  return mutation({ actor: 'contributor' }, async (context) => {
    const { tx } = context;
    const [row] = await tx.$queryRaw<{ status: ContributionStatus }[]>`
      SELECT c.status::text AS status FROM contributions c JOIN entries_on_behalf e ON e.contribution_id = c.id
      WHERE c.id = ${contributionId}::uuid FOR NO KEY UPDATE OF c`;
    if (!row) return failure('not_found');
    if (row.status === 'withdrawn') return failure('withdrawn');
    if (row.status === 'draft' || row.status === 'declined') return failure('not_allowed_in_status');
    if (!(await recordConfirmation(contributionId, now, context))) return { ok: true };
    await confirmMailedAddress(contributionId, now, tx);
    await queueReceipt(contributionId, locale, tx);
    await releaseHeldMail(tx, contributionId);
    await publishAtOnce(contributionId, now, context);
    return { ok: true };
  });
}

/** Who holds a link that was mailed to the address reads the mail there. */
async function confirmMailedAddress(contributionId: string, now: Date, tx: Tx): Promise<void> {
  await tx.contact.updateMany({
    where: { contributionId, email: { not: null }, erasedAt: null, emailConfirmedAt: null },
    data: { emailConfirmedAt: now },
  });
}

/** The mail with everything that was sent: only now it is known to reach the contributor. */
async function queueReceipt(contributionId: string, locale: Locale, tx: Tx): Promise<void> {
  const { currentRevision: revision, contact } = await tx.contribution.findUniqueOrThrow({
    where: { id: contributionId },
    select: { currentRevision: true, contact: { select: { email: true } } },
  });
  if (!contact?.email) return;
  await queueMail(tx, {
    ...{ kind: 'contribution-received', to: { contributionId }, payload: { revision }, status: 'queued', locale },
    dedupeKey: `contribution-received:${contributionId}:${revision}`,
  });
}

/** Returns whether it was not confirmed by the contributor before. */
async function recordConfirmation(contributionId: string, now: Date, { tx, audit }: MutationContext): Promise<boolean> {
  const { count } = await tx.entryOnBehalf.updateMany({
    where: { contributionId, OR: [{ consentedAt: null }, { notedById: { not: null } }] },
    data: { consentedAt: now, notedById: null, consentNote: null },
  });
  if (count === 0) return false;
  await tx.accessLink.updateMany({
    where: { contributionId, editorId: { not: null }, revokedAt: null },
    data: { revokedAt: now },
  });
  // From now on it is a private link like any other.
  await tx.accessLink.updateMany({
    where: { contributionId, purpose: 'manage', editorId: null, revokedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: null },
  });
  const { enteredById } = await tx.entryOnBehalf.findUniqueOrThrow({
    where: { contributionId },
    select: { enteredById: true },
  });
  await notify(tx, { kind: 'entry_confirmed', userIds: [enteredById], by: null, contributionId });
  await audit({ action: 'contribution.entry_confirmed', subject: { kind: 'contribution', id: contributionId } });
  return true;
}

export type SentEntry = {
  contributionId: string;
  revision: number;
  /** The editor who sent it with a link of theirs; absent where the contributor did. */
  editorId?: string;
  anonymous: boolean;
  email?: string;
  /** The address is another than before. */
  readdressed: boolean;
  locale: Locale;
  now: Date;
};

/**
 * What follows for consent when a version of an entry is sent: one by the contributor confirms it, one by the editor
 * waits for consent again, and the contributor is mailed a link to check it. Returns false for a contribution that no
 * editor entered. Part of the caller's transaction, which holds the contribution.
 */
export async function settleSentEntry(sent: SentEntry, context: MutationContext): Promise<boolean> {
  const { contributionId, editorId, anonymous, email, now } = sent;
  const { tx } = context;
  if ((await tx.entryOnBehalf.count({ where: { contributionId } })) === 0) return false;
  // Its name often tells who sent it.
  if (anonymous) await tx.entryOnBehalf.updateMany({ where: { contributionId }, data: { fileName: null } });
  if (editorId === undefined) {
    await recordConfirmation(contributionId, now, context);
    if (!sent.readdressed) await confirmMailedAddress(contributionId, now, tx);
    return false;
  }
  await tx.entryOnBehalf.updateMany({
    where: { contributionId },
    data: { consentedAt: null, notedById: null, consentNote: null },
  });
  if (sent.readdressed) await endMailedLinks(contributionId, now, tx);
  if (email !== undefined) await queueEntryMail({ ...sent, event: String(sent.revision) }, tx);
  return true;
}

/** A link that was mailed to an earlier address must not confirm for the owner of a later one. */
async function endMailedLinks(contributionId: string, now: Date, tx: Tx): Promise<void> {
  await tx.accessLink.updateMany({
    where: { contributionId, editorId: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Mails the contributor a link to check the entry: nothing of its content, because the address may be a stranger's. */
export async function queueEntryMail(
  { contributionId, locale, event }: Pick<SentEntry, 'contributionId' | 'locale'> & { event: string },
  tx: Tx,
): Promise<void> {
  await queueMail(tx, {
    ...{ kind: 'entered-on-behalf', to: { contributionId }, payload: {}, status: 'queued', locale },
    dedupeKey: `entered-on-behalf:${contributionId}:${event}`,
  });
}

/** Removes what an entry says of its contributor, and ends the links of the editor who entered it. */
export async function forgetEntry(contributionId: string, now: Date, tx: Tx): Promise<void> {
  await tx.entryOnBehalf.updateMany({ where: { contributionId }, data: { fileName: null, consentNote: null } });
  await tx.accessLink.updateMany({
    where: { contributionId, editorId: { not: null }, revokedAt: null },
    data: { revokedAt: now },
  });
}
