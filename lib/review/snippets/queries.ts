import { db } from '@/lib/db/client';

export type Snippet = { id: string; title: string; text: string };

/** All of them by title: there are a few dozen at most. */
export async function listSnippets(): Promise<Snippet[]> {
  return db.snippet.findMany({
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, text: true },
  });
}
