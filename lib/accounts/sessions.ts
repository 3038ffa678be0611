import { queueMail } from '@/lib/notifications/outbox';
import { db } from '@/lib/platform/db/client';
import { origin } from '@/lib/platform/env';
import { orThrow } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { Actor } from './policy';

/**
 * The name next-auth gives the cookie that holds the session; over https it carries the prefix that browsers enforce.
 */
export const sessionCookie = () => `${origin().startsWith('https:') ? '__Secure-' : ''}next-auth.session-token`;

type NewSession = {
  sessionToken: string;
  userId: string;
  expires: Date;
  /** As `deviceOf` calls it. */ device: string | null;
  /** For the audit log: how the person signed in, if not by a mailed link. */ details?: { by?: 'oidc' };
};

/**
 * Begins a session and mails its owner about it, so that a sign-in by another person is noticed. Returns what next-auth
 * reads.
 */
export async function beginSession({ sessionToken, userId, expires, device, details = {} }: NewSession) {
  const begun = await mutation({ actor: { userId } }, async ({ tx, audit }) => {
    const { id, createdAt } = await tx.session.create({
      data: { sessionToken, userId, expires, device },
      select: { id: true, createdAt: true },
    });
    await audit({
      action: 'user.signed_in',
      subject: { kind: 'user', id: userId },
      details,
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
    return { ok: true };
  });
  orThrow(begun);
  return { sessionToken, userId, expires };
}

/**
 * Signs out by deleting the session, so that no copy of its cookie works any more. A session that is gone already is
 * fine.
 */
export async function endSession(sessionToken: string): Promise<void> {
  const signedOut = await mutation({ actor: 'system' }, async ({ tx, audit }) => {
    const ended = await tx.$queryRaw<
      { userId: string }[]
    >`DELETE FROM sessions WHERE session_token = ${sessionToken} RETURNING user_id AS "userId"`;
    for (const { userId } of ended)
      await audit({ actor: { userId }, action: 'user.signed_out', subject: { kind: 'user', id: userId } });
    return { ok: true };
  });
  orThrow(signedOut);
}

/** Ends all sessions of one person. Returns how many there were. */
export async function endAllSessions(userId: string): Promise<number> {
  const ended = await mutation({ actor: { userId } }, async ({ tx, audit }) => {
    const { count: sessions } = await tx.session.deleteMany({ where: { userId } });
    await audit({
      action: 'user.signed_out_everywhere',
      subject: { kind: 'user', id: userId },
      details: { sessions },
    });
    return { ok: true, sessions };
  });
  return orThrow(ended).sessions;
}

/** The columns from which an actor is built. */
const ACTOR_COLUMNS = {
  id: true,
  name: true,
  email: true,
  role: true,
  organisation: true,
  deactivatedAt: true,
} as const;

type ActorRow = Omit<Actor, 'userId'> & { id: string; deactivatedAt: Date | null };

/** Null for a deactivated account, which may not act. */
function asActor({ id, deactivatedAt, ...person }: ActorRow): Actor | null {
  return deactivatedAt ? null : { userId: id, ...person };
}

/**
 * The actor of this session; null without one. Read again at each request, so that a deactivated account is out at
 * once.
 */
export async function findActorBySession(sessionToken: string): Promise<Actor | null> {
  const session = await db.session.findUnique({
    where: { sessionToken },
    select: { expires: true, user: { select: ACTOR_COLUMNS } },
  });
  if (!session || session.expires <= new Date()) return null;
  return asActor(session.user);
}

/**
 * Whether this session belongs to a person who was removed: the desk then says so, because signing in again would fail.
 */
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
  /** The session that sent this request. */ current: boolean;
};

/** The sessions of one person, newest first, without the token that opens them. */
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
 * Names a browser, so that its owner can tell one session from another: `Firefox, Windows`. It is kept this coarse
 * because more detail could identify a person. Null if the browser names neither.
 */
export function deviceOf(userAgent: string | null): string | null {
  const nameIn = (names: typeof BROWSERS) => names.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const named = [nameIn(BROWSERS), nameIn(SYSTEMS)].filter((name) => name !== undefined);
  return named.length > 0 ? named.join(', ') : null;
}
