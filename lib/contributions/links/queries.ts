import type { ContributionStatus } from '@/lib/contributions/state';
import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import type { Result } from '@/lib/errors';
import { failure } from '@/lib/errors';
import { hashSecret } from '@/lib/secret';
import { SHARED_PURPOSES } from './constants';
import type { SharedPurpose } from './constants';
import { isLinkToken } from './token';

export type OwnContribution = {
  id: string;
  callSlug: string;
  status: ContributionStatus;
  reference: string | null;
  begunAt: Date;
  submittedAt: Date | null;
};

/**
 * The contribution a private link leads to. Reasons: `unknown_link` (no such link, or not one of this purpose),
 * `link_expired` (expired, revoked or used up).
 */
export async function findByLink(
  { token, purpose = 'manage', now = new Date() }: { token: string; purpose?: 'manage' | 'confirm_email'; now?: Date },
  tx: Tx = db,
): Promise<Result<{ contribution: OwnContribution }>> {
  const found = await findLink(token, [purpose], now, tx);
  return found.ok ? { ok: true, contribution: found.contribution } : found;
}

/** Whether an address was confirmed by this very link, or at the same moment as it was used up: opening it again changes nothing. */
export async function hasConfirmed({ token }: { token: string }, tx: Tx = db): Promise<boolean> {
  if (!isLinkToken(token)) return false;
  const row = await tx.accessLink.findUnique({
    where: { tokenHash: hashSecret(token), purpose: 'confirm_email', revokedAt: { not: null } },
    select: { revokedAt: true, contribution: { select: { contact: { select: { emailConfirmedAt: true } } } } },
  });
  const confirmed = row?.contribution.contact?.emailConfirmedAt;
  return confirmed !== undefined && confirmed?.getTime() === row?.revokedAt?.getTime();
}

/** A link that was passed on, and what it allows. */
export type HeldLink = { id: string; purpose: SharedPurpose };

/** Like `findByLink`, for a link of any purpose that people hold; says which one it is. Same reasons. */
export async function findHeldLink(
  { token, now = new Date() }: { token: string; now?: Date },
  tx: Tx = db,
): Promise<Result<{ link: HeldLink; contribution: OwnContribution }>> {
  return findLink(token, SHARED_PURPOSES, now, tx);
}

async function findLink<Purpose extends string>(
  token: string,
  purposes: readonly (Purpose & PurposeInStore)[],
  now: Date,
  tx: Tx,
) {
  if (!isLinkToken(token)) return failure('unknown_link');
  const row = await tx.accessLink.findUnique({
    where: { tokenHash: hashSecret(token), purpose: { in: [...purposes] } },
    select: {
      id: true,
      purpose: true,
      expiresAt: true,
      revokedAt: true,
      contribution: {
        select: {
          id: true,
          status: true,
          reference: true,
          createdAt: true,
          submittedAt: true,
          call: { select: { slug: true } },
        },
      },
    },
  });
  if (!row) return failure('unknown_link');
  if (row.revokedAt || (row.expiresAt && row.expiresAt <= now)) return failure('link_expired');
  const { call, createdAt, ...contribution } = row.contribution;
  const link = { id: row.id, purpose: row.purpose as Purpose }; // one of those that were asked for
  return { ok: true as const, link, contribution: { ...contribution, callSlug: call.slug, begunAt: createdAt } };
}
type PurposeInStore = SharedPurpose | 'confirm_email';

export type ListedLink = HeldLink & { label: string | null; createdAt: Date };

/** The valid links of a contribution that people may hold, those that allow most first, then the newest. */
export async function listLinks(contributionId: string, now = new Date(), tx: Tx = db): Promise<ListedLink[]> {
  const rows = await tx.accessLink.findMany({
    where: { contributionId, purpose: { in: [...SHARED_PURPOSES] }, ...validAt(now) },
    orderBy: [{ purpose: 'asc' }, { createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, purpose: true, label: true, createdAt: true },
  });
  return rows.map((row) => ({ ...row, purpose: row.purpose as SharedPurpose })); // one of those that were asked for
}

/** Neither revoked nor expired. */
export const validAt = (now: Date) => ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] });
