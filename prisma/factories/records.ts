import { db } from '@/lib/db/client';

/** What became of the cells a contribution proposed, by name: for tests that look at the rows and not only at the screen. */
export async function changeStatuses(reference: string): Promise<Record<string, string>> {
  const rows = await db.proposedChange.findMany({ where: { contribution: { reference } }, orderBy: { key: 'asc' }, select: { key: true, status: true } });
  return Object.fromEntries(rows.map((row) => [row.key, row.status]));
}
