import { recordAudit } from '@/lib/audit/mutations';
import { can } from '@/lib/auth/policy';
import type { Actor } from '@/lib/auth/policy';
import { newPerson } from '@/lib/auth/schema';
import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import { failure } from '@/lib/errors';
import type { Result } from '@/lib/errors';
import { queueMail } from '@/lib/mail/mutations';

/**
 * Puts an address on the allow-list and tells its owner. One that was deactivated comes back, with what is given now.
 * Fails with `forbidden`, `invalid`, `already_in_status` for somebody who is on it.
 */
export async function addPerson(actor: Actor, input: unknown): Promise<Result<{ userId: string }>> {
  if (!can(actor, 'people.manage')) return failure('forbidden');
  const parsed = newPerson.safeParse(input);
  if (!parsed.success) return failure('invalid', parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: message })));
  return db.$transaction(async (tx) => {
    const userId = await bringIn(parsed.data, tx);
    if (!userId) return failure('already_in_status');
    await recordAudit(tx, { actor: { kind: 'editor', userId: actor.userId }, action: 'user.added', subject: { kind: 'user', id: userId }, details: { role: parsed.data.role } });
    await queueMail(tx, { kind: 'account-added', to: { userId }, payload: {}, dedupeKey: `account-added:${userId}:${Date.now()}`, status: 'queued', locale: 'en' });
    return { ok: true, userId };
  });
}

async function bringIn({ email, ...person }: { email: string; name: string | null; organisation: string | null; role: Actor['role'] }, tx: Tx): Promise<string | null> {
  const { count } = await tx.user.createMany({ data: [{ email, ...person }], skipDuplicates: true });
  if (count === 0) {
    const back = await tx.user.updateMany({ where: { email, deactivatedAt: { not: null } }, data: { ...person, deactivatedAt: null } });
    if (back.count === 0) return null;
  }
  return (await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
}

/**
 * Takes somebody off the allow-list: sessions end, tokens are revoked, what they decided stays theirs.
 * Fails with `forbidden` (also for oneself, with the issue `oneself`), `not_found`, `already_in_status`.
 */
export async function deactivatePerson(actor: Actor, userId: string): Promise<Result> {
  if (!can(actor, 'people.manage')) return failure('forbidden');
  if (userId === actor.userId) return failure('forbidden', [{ path: 'userId', code: 'oneself' }]);
  return db.$transaction(async (tx) => {
    // Locked and asked again: of two admins who remove each other at the same moment the second is none any more, so one always remains.
    const admins = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM users WHERE role = 'admin' AND deactivated_at IS NULL ORDER BY id FOR UPDATE`;
    if (!admins.some(({ id }) => id === actor.userId)) return failure('forbidden');
    const now = new Date();
    const { count } = await tx.user.updateMany({ where: { id: userId, deactivatedAt: null }, data: { deactivatedAt: now } });
    if (count === 0) return failure((await tx.user.count({ where: { id: userId } })) ? 'already_in_status' : 'not_found');
    await tx.session.deleteMany({ where: { userId } });
    await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
    await recordAudit(tx, { actor: { kind: 'editor', userId: actor.userId }, action: 'user.deactivated', subject: { kind: 'user', id: userId } });
    return { ok: true };
  });
}
