import { db } from '@/lib/platform/db/client';

/**
 * How many files went with the newest revision of each contribution, by contribution and question. Their names and
 * contents are for the editors alone.
 */
export async function countFiles(contributionIds: readonly string[]): Promise<Map<string, Map<string, number>>> {
  const rows = await db.$queryRaw<{ id: string; question: string; files: number }[]>`
    SELECT c.id, a.question_key AS question, count(*)::int AS files
    FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id AND r.number = c.current_revision
    JOIN revision_attachments ra ON ra.revision_id = r.id JOIN attachments a ON a.id = ra.attachment_id
    WHERE c.id = ANY(${contributionIds}::uuid[]) GROUP BY c.id, a.question_key`;
  const counts = new Map<string, Map<string, number>>();
  for (const { id, question, files } of rows)
    counts.set(id, (counts.get(id) ?? new Map<string, number>()).set(question, files));
  return counts;
}
