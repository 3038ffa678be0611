import { db } from '@/lib/db/client';

export type View = {
  id: string;
  name: string;
  /** The filters, as they stand in the queue's address. */ query: string;
};

/** The views an editor has kept, by name. */
export async function listViews(userId: string): Promise<View[]> {
  return db.savedView.findMany({
    where: { userId },
    orderBy: [{ name: 'asc' }],
    select: { id: true, name: true, query: true },
  });
}
