import { z } from 'zod';
import { listCriteria } from '@/lib/agreements/queries';
import { db } from '@/lib/db/client';
import { cellTitles } from '@/lib/review/page/titles';

export type LeftByCorrection = { slug: string; name: string; cells: { key: string; title: string }[] };

/** As the correction of the import wrote it into the audit log. */
const details = z.object({ version: z.number(), left: z.array(z.string()) });

/**
 * The cells that a correction of the import did not touch because editors had decided on them, although what had been imported was
 * wrong: those that nobody has decided on since. By name of the agreement.
 */
export async function listLeftByCorrections(): Promise<LeftByCorrection[]> {
  const events = await db.auditEvent.findMany({ where: { action: 'dataset.corrected' }, orderBy: { id: 'asc' }, select: { subjectId: true, details: true } });
  const left = events.map(({ subjectId, details: written }) => ({ id: subjectId, ...details.parse(written) })).filter((event) => event.left.length > 0);
  if (left.length === 0) return [];
  const titles = cellTitles(await listCriteria());
  const agreements = await db.agreement.findMany({
    where: { id: { in: left.map(({ id }) => id) } },
    orderBy: [{ name: 'asc' }, { slug: 'asc' }],
    select: { id: true, slug: true, name: true, cells: { select: { key: true, version: true } } },
  });
  return agreements.flatMap(({ id, slug, name, cells }) => {
    const untouched = left.filter((event) => event.id === id).flatMap((event) => event.left.filter((key) => (cells.find((cell) => cell.key === key)?.version ?? 0) <= event.version));
    return untouched.length === 0 ? [] : [{ slug, name, cells: [...new Set(untouched)].map((key) => ({ key, title: titles.get(key) ?? key })) }];
  });
}
