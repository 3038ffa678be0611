import { db } from '@/lib/platform/db/client';

/** As if the contribution had been begun an hour ago: a browser that is driven by a test may need less time for the form than any person. */
export async function begunAnHourAgo(id: string): Promise<void> {
  await db.contribution.update({ where: { id }, data: { createdAt: new Date(Date.now() - 3_600_000) } });
}

/** As if the contribution were being begun now, for as long as the test takes. */
export async function begunJustNow(id: string): Promise<void> {
  await db.contribution.update({ where: { id }, data: { createdAt: new Date(Date.now() + 3_600_000) } });
}
