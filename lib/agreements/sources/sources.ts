import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { citationReader } from './citations';
import type { CitedSource } from './citations';
import type { SourceContent } from './schema';

export const SOURCE = {
  key: true,
  kind: true,
  title: true,
  author: true,
  year: true,
  publisher: true,
  link: true,
  archivedLink: true,
  accessedOn: true,
  citedAs: true,
} as const;

export type SourceRow = Awaited<ReturnType<typeof listSourceRows>>[number];

/** The records of sources, by key. */
export const listSourceRows = (tx: Tx = db) => tx.source.findMany({ orderBy: { key: 'asc' }, select: SOURCE });

/** By source: how many cells of today name it, those of retired agreements included. */
export async function countCitingCells(sources: readonly CitedSource[], tx: Tx = db): Promise<Map<string, number>> {
  const texts = await tx.cell.groupBy({ by: ['source'], where: { source: { not: null } }, _count: { _all: true } });
  const citations = citationReader(sources);
  const counts = new Map<string, number>();
  for (const { source: text, _count } of texts)
    for (const { source } of citations(text)) counts.set(source.key, (counts.get(source.key) ?? 0) + _count._all);
  return counts;
}

export type DeskSource = SourceRow & { cells: number };

/** The records for the desk, by title, each with the number of cells that name it. */
export async function listDeskSources(): Promise<DeskSource[]> {
  const rows = await listSourceRows();
  const counts = await countCitingCells(rows);
  return rows
    .map((row) => ({ ...row, cells: counts.get(row.key) ?? 0 }))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
}

/** A state of a source: who stored it and when. `content` is null where it was deleted. */
type SourceState = { id: number; at: Date; who: string | null; content: SourceContent | null };

/** One record for the desk, with its earlier states, newest first; null for an unknown key. */
export async function readDeskSource(
  key: string,
): Promise<(DeskSource & { version: number; history: SourceState[] }) | null> {
  const row = await db.source.findUnique({ where: { key }, select: { ...SOURCE, version: true } });
  if (!row) return null;
  const states = await db.sourceVersion.findMany({
    where: { sourceKey: key },
    orderBy: { id: 'desc' },
    select: { id: true, changedAt: true, content: true, user: { select: { name: true, email: true } } },
  });
  const history = states.map(({ id, changedAt, content, user }) => ({
    id,
    at: changedAt,
    who: user && (user.name ?? user.email),
    // Written by the function that edits sources, or by the migration in the same shape.
    content: content as SourceContent | null,
  }));
  return { ...row, cells: (await countCitingCells([row])).get(key) ?? 0, history };
}
