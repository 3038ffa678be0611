import type { ContributionStatus } from '@/lib/contributions/state';
import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import type { Result } from '@/lib/errors';
import { failure } from '@/lib/errors';
import { hashSecret } from '@/lib/secret';
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
  if (!isLinkToken(token)) return failure('unknown_link');
  const link = await tx.accessLink.findUnique({
    where: { tokenHash: hashSecret(token), purpose },
    select: {
      expiresAt: true,
      revokedAt: true,
      contribution: { select: { id: true, status: true, reference: true, createdAt: true, submittedAt: true, call: { select: { slug: true } } } },
    },
  });
  if (!link) return failure('unknown_link');
  if (link.revokedAt || (link.expiresAt && link.expiresAt <= now)) return failure('link_expired');
  const { call, createdAt, ...contribution } = link.contribution;
  return { ok: true, contribution: { ...contribution, callSlug: call.slug, begunAt: createdAt } };
}
