import { db } from '@/lib/db/client';

export type Person = Awaited<ReturnType<typeof listPeople>>[number];

/** Everybody who has ever been on the allow-list; those who still are come first. */
export async function listPeople() {
  return db.user.findMany({
    orderBy: [{ deactivatedAt: { sort: 'desc', nulls: 'first' } }, { email: 'asc' }],
    select: { id: true, email: true, name: true, role: true, organisation: true, createdAt: true, emailVerified: true, deactivatedAt: true },
  });
}
