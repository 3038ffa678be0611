import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { groupsIn, roleByGroups, setRoleByGroups } from './group-roles';

useTestDatabase();

const ADMINS = { role: 'admin', group: 'forum-admins' } as const;
const EDITORS = { role: 'editor', group: 'forum-editors' } as const;
const OBSERVERS = { role: 'observer', group: 'forum-observers' } as const;

describe('the role that groups give', () => {
  it.each([
    // groups, what groups give, role before, role after
    [['forum-editors', 'forum-admins'], [ADMINS, EDITORS], 'observer', 'admin'],
    [['forum-editors'], [ADMINS, EDITORS], 'observer', 'editor'],
    [['forum-editors'], [ADMINS, EDITORS], 'admin', 'editor'],
    [['others'], [ADMINS], 'observer', 'observer'],
    [['others'], [ADMINS], 'editor', 'editor'],
    [['others'], [ADMINS], 'admin', 'editor'],
    [[], [ADMINS, EDITORS], 'admin', 'observer'],
    [[], [EDITORS], 'editor', 'observer'],
    [[], [EDITORS], 'admin', 'admin'],
    [[], [ADMINS, EDITORS, OBSERVERS], 'admin', 'observer'],
    [['forum-observers'], [ADMINS, EDITORS, OBSERVERS], 'admin', 'observer'],
  ] as const)('of %j, given %j, is after %s: %s', (groups, given, before, after) =>
    expect(roleByGroups([...groups], [...given], before)).toBe(after),
  );

  it('is read from a list or a single text, and from nothing else', () => {
    expect(groupsIn(['a', 1, null, 'b'])).toEqual(['a', 'b']);
    expect(groupsIn('a')).toEqual(['a']);
    for (const claim of [undefined, null, {}, true]) expect(groupsIn(claim)).toEqual([]);
  });
});

describe('setting the role', () => {
  const roleOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).role;

  it('is logged with both roles, and only where it changes', async () => {
    await makeEditor({ role: 'admin' });
    const { userId } = await makeEditor({ role: 'editor' });
    expect(await setRoleByGroups(userId, ['forum-admins'], [ADMINS])).toBe('admin');
    expect(await setRoleByGroups(userId, ['forum-admins'], [ADMINS])).toBe('admin');
    expect(await setRoleByGroups(userId, undefined, [ADMINS])).toBe('editor');
    expect(await roleOf(userId)).toBe('editor');
    const events = await db.auditEvent.findMany({ where: { subjectId: userId }, orderBy: { id: 'asc' } });
    expect(events.map(({ action, userId: by, details }) => [action, by, details])).toEqual([
      ['user.role_by_groups', null, { role: 'admin', before: 'editor' }],
      ['user.role_by_groups', null, { role: 'editor', before: 'admin' }],
    ]);
  });

  it('leaves the last admin an admin, also when two lose their group at the same moment', async () => {
    await db.user.updateMany({ where: { role: 'admin' }, data: { role: 'editor' } });
    const [one, two] = await Promise.all([makeEditor({ role: 'admin' }), makeEditor({ role: 'admin' })]);
    const roles = await Promise.all([one, two].map(({ userId }) => setRoleByGroups(userId, [], [ADMINS])));
    expect(roles.sort()).toEqual(['admin', 'editor']);
  });
});
