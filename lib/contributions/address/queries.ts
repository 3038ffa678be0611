import { db } from '@/lib/db/client';

/**
 * The address of a contribution that nobody has confirmed yet, and whether its mail server refused our question for good; null where
 * there is none to confirm. For those alone who hold the link with all rights.
 */
export async function readUnconfirmedAddress(
  contributionId: string,
): Promise<{ address: string; refused: boolean } | null> {
  const contact = await db.contact.findUnique({
    where: { contributionId },
    select: { email: true, emailConfirmedAt: true, erasedAt: true },
  });
  if (!contact?.email || contact.emailConfirmedAt || contact.erasedAt) return null;
  const last = await db.mail.findFirst({
    where: { contributionId, kind: 'confirm-address' },
    orderBy: { createdAt: 'desc' },
    select: { status: true },
  });
  return { address: contact.email, refused: last?.status === 'failed' };
}
