import { recordAudit } from '@/lib/audit/mutations';
import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import type { Result } from '@/lib/errors';
import { releaseHeldMail } from '@/lib/mail/mutations';
import { hashSecret, newSecret } from '@/lib/secret';
import { findByLink } from './queries';

type NewLink = { contributionId: string; purpose: 'manage' | 'confirm_email'; expiresAt?: Date };

/** Makes a private link and returns its token. Only the token's hash is stored: it can't be shown again from here. */
export async function createLink({ contributionId, purpose, expiresAt }: NewLink, tx: Tx): Promise<string> {
  const token = newSecret();
  await tx.accessLink.create({ data: { contributionId, purpose, tokenHash: hashSecret(token), expiresAt }, select: { id: true } });
  return token;
}

/**
 * Notes that the address of a contribution is its contributor's own, uses the link up and lets waiting mails go.
 * Reasons: `unknown_link`, `link_expired` (expired, or used before).
 */
export async function confirmAddress({ token, now = new Date() }: { token: string; now?: Date }): Promise<Result> {
  const found = await findByLink({ token, purpose: 'confirm_email', now });
  if (!found.ok) return found;
  const contributionId = found.contribution.id;
  return db.$transaction(async (tx): Promise<Result> => {
    // Of two clicks at once only one finds the link unused; the other is told what a later one would be.
    const used = await tx.accessLink.updateMany({ where: { tokenHash: hashSecret(token), revokedAt: null }, data: { revokedAt: now } });
    if (used.count === 0) return { ok: false, reason: 'link_expired' };
    await tx.accessLink.updateMany({ where: { contributionId, purpose: 'confirm_email', revokedAt: null }, data: { revokedAt: now } });
    await tx.contact.updateMany({ where: { contributionId, erasedAt: null, emailConfirmedAt: null }, data: { emailConfirmedAt: now } });
    await releaseHeldMail(tx, contributionId);
    await recordAudit(tx, { actor: { kind: 'contributor' }, action: 'contribution.address_confirmed', subject: { kind: 'contribution', id: contributionId } });
    return { ok: true };
  });
}
