import { db } from '@/lib/platform/db/client';
import type { FrozenSubject } from './withholding';
import { reportKey } from './withholding';

/**
 * The releases and published reports whose data has one of these passages. They are frozen: a redaction changes nothing
 * in them, and an admin can withhold them.
 */
export async function listFrozenWith(passages: readonly string[]): Promise<FrozenSubject[]> {
  if (passages.length === 0) return [];
  // As the data of a release and of a report is written: within a text of JSON.
  const written = [...new Set(passages.map((passage) => JSON.stringify(passage).slice(1, -1)))];
  const releases = await db.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT f.release_slug AS key FROM release_files f, unnest(${written}::text[]) AS passage
    WHERE f.name = 'agreements.json' AND position(convert_to(passage, 'UTF8') IN f.bytes) > 0 ORDER BY 1`;
  const reports = await db.$queryRaw<{ slug: string; number: number }[]>`
    SELECT DISTINCT c.slug, f.number FROM report_files f JOIN calls c ON c.id = f.call_id, unnest(${written}::text[]) AS passage
    WHERE f.name = 'report.json' AND position(convert_to(passage, 'UTF8') IN f.bytes) > 0 ORDER BY 1, 2`;
  return [
    ...releases.map(({ key }) => ({ kind: 'release' as const, key })),
    ...reports.map(({ slug, number }) => ({ kind: 'report' as const, key: reportKey(slug, number) })),
  ];
}
