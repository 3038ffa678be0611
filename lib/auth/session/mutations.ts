import { db } from '@/lib/db/client';

/** Signs out: the session is gone, whoever holds its cookie. Ending one that is gone already is fine. */
export async function endSession(sessionToken: string): Promise<void> {
  await db.session.deleteMany({ where: { sessionToken } });
}
