import { queueMail } from '@/lib/notifications/outbox';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { mutation } from '@/lib/platform/mutation';
import { oidcSettings } from './oidc/configured';
import type { Actor } from './policy';
import { can } from './policy';
import { changedPerson, newPerson } from './schema';

/**
 * Puts an address on the allow-list and mails its owner. A deactivated account becomes active again, with the new data.
 * Fails with `forbidden`, `invalid`, `already_in_status` (the person is on the list already).
 */
export async function addPerson(actor: Actor, input: unknown): Promise<Result<{ userId: string }>> {
  if (!can(actor, 'people.manage')) return failure('forbidden');
  const parsed = newPerson.safeParse(input);
  if (!parsed.success)
    return failure(
      'invalid',
      parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: message })),
    );
  const provider = oidcSettings();
  return mutation({ actor }, async ({ tx, audit }) => {
    const userId = await bringIn(parsed.data, tx);
    if (!userId) return failure('already_in_status');
    await audit({
      action: 'user.added',
      subject: { kind: 'user', id: userId },
      details: { role: parsed.data.role },
    });
    await queueMail(tx, {
      kind: 'account-added',
      to: { userId },
      payload: provider?.only ? { provider: provider.name } : {},
      dedupeKey: `account-added:${userId}:${Date.now()}`,
      status: 'queued',
      locale: 'en',
    });
    return { ok: true, userId };
  });
}

async function bringIn(
  { email, ...person }: { email: string; name: string | null; organisation: string | null; role: Actor['role'] },
  tx: Tx,
): Promise<string | null> {
  const { count } = await tx.user.createMany({ data: [{ email, ...person }], skipDuplicates: true });
  if (count === 0) {
    const back = await tx.user.updateMany({
      where: { email, deactivatedAt: { not: null } },
      data: { ...person, deactivatedAt: null },
    });
    if (back.count === 0) return null;
    // A person who comes back signs in again: an old session in some browser must not open the desk.
    await tx.session.deleteMany({ where: { user: { email } } });
  }
  return (await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
}

/**
 * Changes role, name or organisation of a person at the desk. The next page that this person opens uses the new values.
 * Fails with `forbidden`, `invalid`, `not_found` (also for a removed person), `last_admin` (the desk would have no
 * admin).
 */
export async function changePerson(actor: Actor, userId: string, input: unknown): Promise<Result> {
  if (!can(actor, 'people.manage')) return failure('forbidden');
  const parsed = changedPerson.safeParse(input);
  if (!parsed.success)
    return failure(
      'invalid',
      parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: message })),
    );
  return mutation({ actor }, async ({ tx, audit }) => {
    const admins = await holdAdmins(tx);
    if (!admins.has(actor.userId)) return failure('forbidden');
    const before = await tx.user.findUnique({
      where: { id: userId, deactivatedAt: null },
      select: { role: true, name: true, organisation: true },
    });
    if (!before) return failure('not_found');
    const { role, name, organisation } = parsed.data;
    if (role !== 'admin' && admins.has(userId) && admins.size === 1) return failure('last_admin');
    if (role === before.role && name === before.name && organisation === before.organisation) return { ok: true };
    await tx.user.update({ where: { id: userId }, data: parsed.data, select: { id: true } });
    // The log does not store the name of an organisation or a person.
    const details = { role, organisationChanged: organisation !== before.organisation };
    await audit({
      action: 'user.changed',
      subject: { kind: 'user', id: userId },
      details,
    });
    return { ok: true };
  });
}

/**
 * Reads the admins and locks them until the transaction ends. When two admins remove or demote each other at the same
 * moment, the second of them is no admin any more, so one admin always remains.
 */
export async function holdAdmins(tx: Tx): Promise<Set<string>> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM users WHERE role = 'admin' AND deactivated_at IS NULL ORDER BY id FOR NO KEY UPDATE`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Takes a person off the allow-list, in the caller's transaction. Their sessions open the desk no more, their tokens
 * are revoked and their account at a provider is theirs no more; their decisions stay. The rows of their sessions are
 * kept, so that the desk can say why it does not open.
 * Fails with `forbidden` (also for oneself, with the issue `oneself`), `not_found`, `already_in_status`.
 */
export async function deactivatePerson(actor: Actor, userId: string, { tx, audit }: MutationContext): Promise<Result> {
  if (!can(actor, 'people.manage')) return failure('forbidden');
  if (userId === actor.userId) return failure('forbidden', [{ path: 'userId', code: 'oneself' }]);
  if (!(await holdAdmins(tx)).has(actor.userId)) return failure('forbidden');
  const now = new Date();
  const { count } = await tx.user.updateMany({
    where: { id: userId, deactivatedAt: null },
    data: { deactivatedAt: now },
  });
  if (count === 0) return failure((await tx.user.count({ where: { id: userId } })) ? 'already_in_status' : 'not_found');
  await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
  // If they come back, they confirm their account at a provider anew.
  await tx.identityConfirmation.deleteMany({ where: { userId } });
  await tx.identity.deleteMany({ where: { userId } });
  await audit({
    action: 'user.deactivated',
    subject: { kind: 'user', id: userId },
  });
  return { ok: true };
}

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

/** One person of the allow-list; null if the address is not on it or was removed. */
export async function readPerson(id: string): Promise<Person | null> {
  return db.user.findUnique({ where: { id, deactivatedAt: null }, select: COLUMNS });
}
