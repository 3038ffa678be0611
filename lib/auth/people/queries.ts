import { db } from '@/lib/db/client';

export type Person = Awaited<ReturnType<typeof listPeople>>[number];

const COLUMNS = {
  id: true,
  email: true,
  name: true,
  role: true,
  organisation: true,
  createdAt: true,
  emailVerified: true,
  deactivatedAt: true,
} as const;

/** Everybody who has ever been on the allow-list; those who still are come first. */
export async function listPeople() {
  return db.user.findMany({
    orderBy: [{ deactivatedAt: { sort: 'desc', nulls: 'first' } }, { email: 'asc' }],
    select: COLUMNS,
  });
}

/** One person of the allow-list; null for whoever is not on it, or no more. */
export async function readPerson(id: string): Promise<Person | null> {
  return db.user.findUnique({ where: { id, deactivatedAt: null }, select: COLUMNS });
}
