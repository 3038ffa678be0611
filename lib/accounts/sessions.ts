import { queueMail } from '@/lib/notifications/outbox';
import { recordAudit } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import { origin } from '@/lib/platform/env';
import type { Actor } from './policy';

/** The name next-auth gives the cookie that holds the session; over https it carries the prefix that browsers enforce. */
export const sessionCookie = () => `${origin().startsWith('https:') ? '__Secure-' : ''}next-auth.session-token`;

type NewSession = {
  sessionToken: string;
  userId: string;
  expires: Date;
  /** As `deviceOf` calls it. */ device: string | null;
};

/** Begins a session; whose it is gets a mail about it, so that nobody signs in as them unseen. Returns what next-auth reads of it. */
export async function beginSession({ sessionToken, userId, expires, device }: NewSession) {
  return db.$transaction(async (tx) => {
    const { id, createdAt } = await tx.session.create({
      data: { sessionToken, userId, expires, device },
      select: { id: true, createdAt: true },
    });
    await recordAudit(tx, {
      actor: { kind: 'editor', userId },
      action: 'user.signed_in',
      subject: { kind: 'user', id: userId },
    });
    const payload = { at: createdAt.toISOString(), device };
    await queueMail(tx, {
      kind: 'new-sign-in',
      to: { userId },
      payload,
      dedupeKey: `new-sign-in:${id}`,
      status: 'queued',
      locale: 'en',
    });
    return { sessionToken, userId, expires };
  });
}

/** Signs out: the session is gone, whoever holds its cookie. Ending one that is gone already is fine. */
export async function endSession(sessionToken: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const ended = await tx.$queryRaw<
      { userId: string }[]
    >`DELETE FROM sessions WHERE session_token = ${sessionToken} RETURNING user_id AS "userId"`;
    for (const { userId } of ended)
      await recordAudit(tx, {
        actor: { kind: 'editor', userId },
        action: 'user.signed_out',
        subject: { kind: 'user', id: userId },
      });
  });
}

/** Signs somebody out wherever they are signed in. Returns how many sessions that ended. */
export async function endAllSessions(userId: string): Promise<number> {
  return db.$transaction(async (tx) => {
    const { count: sessions } = await tx.session.deleteMany({ where: { userId } });
    await recordAudit(tx, {
      actor: { kind: 'editor', userId },
      action: 'user.signed_out_everywhere',
      subject: { kind: 'user', id: userId },
      details: { sessions },
    });
    return sessions;
  });
}

/** The columns an actor is made of. */
const ACTOR_COLUMNS = {
  id: true,
  name: true,
  email: true,
  role: true,
  organisation: true,
  deactivatedAt: true,
} as const;

type ActorRow = Omit<Actor, 'userId'> & { id: string; deactivatedAt: Date | null };

/** Null for a deactivated account: there is nobody to act. */
function asActor({ id, deactivatedAt, ...person }: ActorRow): Actor | null {
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

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?(iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * What a browser is called, so that its owner can tell one session from another: `Firefox, Windows`. Kept no finer than that, since
 * what a browser says of itself can tell who it belongs to. Null where it names neither.
 */
export function deviceOf(userAgent: string | null): string | null {
  const nameIn = (names: typeof BROWSERS) => names.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const named = [nameIn(BROWSERS), nameIn(SYSTEMS)].filter((name) => name !== undefined);
  return named.length > 0 ? named.join(', ') : null;
}
