import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

type Contact = { name: string | null; affiliation: string | null; email: string; country: string | null };
type Sought = { callId: string; hash: string; exceptId?: string; /** Of exactly this sender. */ contact?: Contact };

/** Another contribution to the same call, sent and not withdrawn, whose newest revision says exactly this; the oldest of them, or null. */
export async function findSameContent(
  { callId, hash, exceptId, contact }: Sought,
  tx: Tx = db,
): Promise<{ reference: string } | null> {
  const row = await tx.contribution.findFirst({
    where: { callId, contentHash: hash, id: { not: exceptId }, status: { notIn: ['draft', 'withdrawn'] }, contact },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: { reference: true },
  });
  return row?.reference ? { reference: row.reference } : null;
}

/** The reference of the contribution that one repeats word for word, or null. For editors. */
export async function repeatedBy(reference: string): Promise<string | null> {
  const row = await db.contribution.findUnique({
    where: { reference },
    select: { id: true, callId: true, contentHash: true },
  });
  if (!row?.contentHash) return null;
  return (await findSameContent({ callId: row.callId, hash: row.contentHash, exceptId: row.id }))?.reference ?? null;
}
