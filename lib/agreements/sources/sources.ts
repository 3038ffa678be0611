import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

const SOURCE = {
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
