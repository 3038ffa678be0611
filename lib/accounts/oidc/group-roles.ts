import type { Actor, Role } from '@/lib/accounts/policy';
import { ROLES } from '@/lib/accounts/policy';
import { holdAdmins } from '@/lib/accounts/people';
import { orThrow } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { OidcSettings } from './oidc-settings.mjs';

type RoleGroups = OidcSettings['roleGroups'];

/**
 * The role of a person with these groups, who has the role `present` now: the highest that their groups give. A role
 * that groups give belongs to their members alone: a person who has left them falls to the next lower role that no
 * group gives, at last to observer. A role that no group gives stays.
 */
export function roleByGroups(groups: readonly string[], roleGroups: RoleGroups, present: Role): Role {
  const given = roleGroups.filter(({ group }) => groups.includes(group)).map(({ role }) => role);
  const highest = ROLES.findLast((role) => given.includes(role));
  if (highest) return highest;
  const byGroup = (role: Role) => roleGroups.some((pair) => pair.role === role);
  if (!byGroup(present)) return present;
  return ROLES.slice(0, ROLES.indexOf(present)).findLast((role) => !byGroup(role)) ?? 'observer';
}

/** The groups that a claim names: a list of texts, or one text. Anything else is no group. */
export function groupsIn(claim: unknown): string[] {
  return [claim].flat().filter((group): group is string => typeof group === 'string');
}

/**
 * Gives a person the role of their groups. The last admin stays one, because the desk would have none. Returns the
 * role.
 */
export async function setRoleByGroups(userId: string, claim: unknown, roleGroups: RoleGroups): Promise<Role> {
  const set = await mutation({ actor: 'system' }, async ({ tx, audit }) => {
    const admins = await holdAdmins(tx);
    const { role: present } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true } });
    const role = roleByGroups(groupsIn(claim), roleGroups, present);
    const lastAdmin = present === 'admin' && role !== 'admin' && admins.size === 1;
    if (role === present || lastAdmin) return { ok: true, role: present };
    await tx.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
    const details: { role: Actor['role']; before: Actor['role'] } = { role, before: present };
    await audit({ action: 'user.role_by_groups', subject: { kind: 'user', id: userId }, details });
    return { ok: true, role };
  });
  return orThrow(set).role;
}
