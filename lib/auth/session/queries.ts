import type { Actor } from '@/lib/auth/policy';
import { db } from '@/lib/db/client';

/** The columns an actor is made of. */
export const ACTOR_COLUMNS = {
  id: true,
  name: true,
  email: true,
  role: true,
  organisation: true,
  deactivatedAt: true,
} as const;

type ActorRow = Omit<Actor, 'userId'> & { id: string; deactivatedAt: Date | null };

/** Null for a deactivated account: there is nobody to act. */
export function asActor({ id, deactivatedAt, ...person }: ActorRow): Actor | null {
  return deactivatedAt ? null : { userId: id, ...person };
}

/** Who has this session, asked anew at each request, so that a deactivated account is out at once. Null where nobody has it. */
export async function findActorBySession(sessionToken: string): Promise<Actor | null> {
  const session = await db.session.findUnique({
    where: { sessionToken },
    select: { expires: true, user: { select: ACTOR_COLUMNS } },
  });
  if (!session || session.expires <= new Date()) return null;
  return asActor(session.user);
}

/** Whether this session is of somebody who has been removed from the desk: to be told so, rather than to sign in again in vain. */
export async function isOfRemovedAccount(sessionToken: string): Promise<boolean> {
  return (
    (await db.session.count({
      where: { sessionToken, expires: { gt: new Date() }, user: { deactivatedAt: { not: null } } },
    })) > 0
  );
}

export type OwnSession = {
  id: string;
  createdAt: Date;
  device: string | null;
  expires: Date;
  /** The one that asks. */ current: boolean;
};

/** Where somebody is signed in, the newest session first. What opens a session is not among it. */
export async function listSessions(userId: string, currentToken: string | undefined): Promise<OwnSession[]> {
  const rows = await db.session.findMany({
    where: { userId, expires: { gt: new Date() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, createdAt: true, device: true, expires: true, sessionToken: true },
  });
  return rows.map(({ sessionToken, ...session }) => ({ ...session, current: sessionToken === currentToken }));
}
