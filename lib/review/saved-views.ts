import type { z } from 'zod';
import { Prisma, db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import type { newView, removedView, renamedView } from './saved-view-schema';
import { MAX_VIEWS } from './saved-view-schema';

type Owner = { userId: string };

/**
 * Keeps a view of the queue under a name; one of that name that the editor has already then shows this instead.
 * Reasons: `invalid` with `too_many` on the name, where the editor keeps as many as there can be.
 */
export async function saveView({
  userId,
  name,
  query,
}: Owner & z.infer<typeof newView>): Promise<Result<{ id: string }>> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO saved_views (id, user_id, name, query)
    SELECT gen_random_uuid(), ${userId}, ${name}, ${query}
    WHERE (SELECT count(*) FROM saved_views WHERE user_id = ${userId} AND name <> ${name}) < ${MAX_VIEWS}
    ON CONFLICT (user_id, name) DO UPDATE SET query = excluded.query RETURNING id`;
  return row ? { ok: true, id: row.id } : failure('invalid', [{ path: 'name', code: 'too_many' }]);
}

/**
 * Renames one of the editor's own views. Reasons: `not_found`; `invalid` with `name_taken` if another has this name.
 */
export async function renameView({ userId, id, name }: Owner & z.infer<typeof renamedView>): Promise<Result> {
  try {
    const { count } = await db.savedView.updateMany({ where: { id, userId }, data: { name } });
    return count === 1 ? { ok: true } : failure('not_found');
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return failure('invalid', [{ path: 'name', code: 'name_taken' }]);
    throw error;
  }
}

/** Forgets one of the editor's own views; one that is gone already is no failure. */
export async function removeView({ userId, id }: Owner & z.infer<typeof removedView>): Promise<Result> {
  await db.savedView.deleteMany({ where: { id, userId } });
  return { ok: true };
}

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
