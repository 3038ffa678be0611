import { randomBytes } from 'node:crypto';
import type { Role } from '@/lib/accounts/policy';
import { db } from '@/lib/platform/db/client';

/** A role of the desk, for tests that import factories only. */
export type DeskRole = Role;

let count = 0;

const NAMES: Record<Role, string> = { observer: 'Observer', editor: 'Editor', admin: 'Admin' };

/** A person on the allow-list. Roles at example.org, never real people. */
export async function makeEditor({
  role = 'editor',
  organisation = null,
  email,
  name,
}: { role?: Role; organisation?: string | null; email?: string; name?: string } = {}) {
  count += 1;
  const address = email ?? `${role}-${process.pid}-${count}@example.org`;
  const user = await db.user.upsert({
    where: { email: address },
    create: { email: address, name: name ?? `${NAMES[role]} ${count}`, role, organisation },
    update: { role, organisation, deactivatedAt: null },
    select: { id: true, email: true, name: true, role: true, organisation: true },
  });
  return { ...user, userId: user.id };
}

/** Gives a person another role, as an admin does at the desk. */
export async function setRole(userId: string, role: Role): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
}

/** A session of that person, as next-auth stores it; returns the value of its cookie. */
export async function makeSession(userId: string): Promise<string> {
  const sessionToken = randomBytes(24).toString('hex');
  await db.session.create({ data: { sessionToken, userId, expires: new Date(Date.now() + 24 * 3_600_000) } });
  return sessionToken;
}
