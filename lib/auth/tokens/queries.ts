import { db } from '@/lib/db/client';

const COLUMNS = {
  id: true,
  name: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const;

export type TokenRow = Awaited<ReturnType<typeof listTokens>>[number];

/** A person's own API tokens, newest first; without the secret, which nobody has. */
export async function listTokens(userId: string) {
  return db.apiToken.findMany({ where: { userId }, orderBy: { createdAt: 'desc' }, select: COLUMNS });
}

/** Other people's tokens that still work, for an admin: whose they are and what they may do; without the secret, which nobody has. */
export async function listTokensOfOthers(userId: string, now = new Date()) {
  return db.apiToken.findMany({
    where: { userId: { not: userId }, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ user: { email: 'asc' } }, { createdAt: 'desc' }],
    select: { ...COLUMNS, user: { select: { name: true, email: true } } },
  });
}
