import { z } from 'zod';
import { db } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import { readNaming } from './mail-data';

const linked = z.object({ contributions: z.array(z.string()) });

/**
 * Of the contributions whose links a mail should hold, those that the address of its recipient is confirmed for at this
 * moment, in their order. An address may have been changed or erased since the mail was queued.
 */
export async function readLinkedContributions(payload: unknown, recipient: string, locale: Locale) {
  const ids = linked.parse(payload).contributions;
  const to = await db.contact.findUnique({ where: { contributionId: recipient }, select: { email: true } });
  if (!to?.email) return [];
  const rows = await db.contribution.findMany({
    where: {
      id: { in: ids },
      status: { not: 'withdrawn' },
      contact: { email: to.email, emailConfirmedAt: { not: null }, erasedAt: null },
    },
    select: { id: true },
  });
  const found = ids.filter((id) => rows.some((row) => row.id === id));
  return Promise.all(found.map(async (id) => ({ id, ...(await readNaming(id, locale)) })));
}
