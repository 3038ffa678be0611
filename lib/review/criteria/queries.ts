import { listCriteria } from '@/lib/agreements/queries';
import { db } from '@/lib/db/client';
import { isEditable } from './mutations';

export type DeskCriterionSet = Awaited<ReturnType<typeof listDeskCriteria>>[number];

/** The criterion sets with their criteria, how many cells are assessed on each, and whether the desk may edit its words. */
export async function listDeskCriteria() {
  const assessed = await db.cell.groupBy({
    by: ['criterionKey'],
    where: { criterionKey: { not: null }, value: { not: 'not_assessed' }, agreement: { retiredAt: null } },
    _count: { _all: true },
  });
  const counts = new Map(assessed.map((row) => [row.criterionKey, row._count._all]));
  return (await listCriteria()).map((set) => ({
    ...set,
    editable: isEditable(set.slug),
    assessed: set.criteria.reduce((sum, { key }) => sum + (counts.get(key) ?? 0), 0),
  }));
}

/** One set that the desk may edit; null for any other. */
export async function readEditableSet(slug: string): Promise<DeskCriterionSet | null> {
  return (await listDeskCriteria()).find((set) => set.slug === slug && set.editable) ?? null;
}
