import { db } from '@/lib/platform/db/client';

/**
 * The status of each cell that a contribution's newest revision proposed, by name: for tests that check the rows and
 * not only the screen.
 */
export async function changeStatuses(reference: string): Promise<Record<string, string>> {
  const rows = await db.proposedChange.findMany({
    where: { contribution: { reference } },
    orderBy: [{ key: 'asc' }, { proposal: { revision: { number: 'asc' } } }],
    select: { key: true, status: true },
  });
  return Object.fromEntries(rows.map((row) => [row.key, row.status]));
}

/** The text of the draft's answer that begins with `marker`, as the database has it; null where there is none. */
export async function storedAnswer(marker: string): Promise<string | null> {
  const row = await db.draftSection.findFirst({
    where: { data: { path: ['text'], string_starts_with: marker } },
    select: { data: true },
  });
  return row ? (row.data as { text: string }).text : null; // the filter has just found a text there
}

/** The rows that a contributor makes: contributions, what is typed in drafts, private links, and files. */
export async function countTypedRows(): Promise<number[]> {
  return [
    await db.contribution.count(),
    await db.draftSection.count(),
    await db.accessLink.count(),
    await db.attachment.count(),
  ];
}
