import { recordAudit } from '@/lib/audit/mutations';
import { db } from '@/lib/db/client';
import { queueMail } from '@/lib/mail/mutations';

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
