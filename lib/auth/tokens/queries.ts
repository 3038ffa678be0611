import { db } from '@/lib/db/client';

export type TokenRow = Awaited<ReturnType<typeof listTokens>>[number];

/** A person's own API tokens, newest first; without the secret, which nobody has. */
export async function listTokens(userId: string) {
  return db.apiToken.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    select: { id: true, name: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
  });
}
