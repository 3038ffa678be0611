import { z } from 'zod';
import { db } from '@/lib/platform/db/client';
import type { Removed } from './apply';

export type Night = { at: Date; removed: Removed };

const count = z.number().int().catch(0);
const details = z.object({
  draftDays: count,
  contactDays: count,
  originalDays: count,
  fileDays: count,
  mailDays: count,
  noticeDays: count,
});

/** The last 30 times that something was removed, newest first, from the audit log. */
export async function listNights(): Promise<Night[]> {
  const events = await db.auditEvent.findMany({
    where: { action: 'retention.applied' },
    orderBy: { id: 'desc' },
    take: 30,
    select: { at: true, details: true },
  });
  return events.map((event) => ({ at: event.at, removed: details.parse(event.details) }));
}
