import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { declineContribution, publishContribution } from '@/lib/review/publication';
import { recuse } from '@/lib/review/interests/recusal';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { assignContribution, assignNext, autoAssign, removePerson } from './assignment';
import { countUnassigned, listAssignedTo, readPeopleOf } from './assignees';
import { roundRobin } from './round-robin';

useTestDatabase();

type Person = Awaited<ReturnType<typeof makeEditor>>;
// Each test has a desk of its own: the editors of the test before have left, and its contributions are settled.
beforeEach(async () => {
  await db.user.updateMany({ data: { deactivatedAt: new Date() } });
  await db.contribution.updateMany({
    where: { status: { in: ['submitted', 'changes_requested'] } },
    data: { status: 'declined' },
  });
});
const team = (count: number) =>
  // never of fewer than two here
  Promise.all(Array.from({ length: count }, () => makeEditor())) as Promise<[Person, Person, ...Person[]]>;
const send = async () => (await submit(eastWestSubmission())).reference;
const sendMany = async (count: number) => {
  const references: string[] = [];
  for (let at = 0; at < count; at++) references.push(await send());
  return references;
};
const assigneeOf = async (reference: string) => (await readPeopleOf(reference))?.assignee?.userId ?? null;
const shares = async (people: readonly Person[]) =>
  (await Promise.all(people.map(({ userId }) => db.contribution.count({ where: { assigneeId: userId } })))).sort();
const idOf = async (reference: string) =>
  (await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id;
const noticesOf = async (userId: string) =>
  (await db.notice.findMany({ where: { userId }, orderBy: { createdAt: 'asc' }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );

describe('assignContribution', () => {
  it('assigns, reassigns and unassigns, and notifies only the editors concerned', async () => {
    const [one, other] = await team(2);
    const reference = await send();
    const { userId } = one;
    expect(await assignContribution({ editor: one, reference, to: userId, from: null })).toEqual({ ok: true });
    expect(await assignContribution({ editor: one, reference, to: userId, from: null })).toEqual({ ok: true });
    expect(await listAssignedTo(userId)).toMatchObject([{ reference, status: 'submitted', pending: 3 }]);
    expect(await assignContribution({ editor: one, reference, to: other.userId, from: userId })).toEqual({ ok: true });
    expect(await assignContribution({ editor: one, reference, to: userId, from: other.userId })).toEqual({ ok: true });
    expect(await assignContribution({ editor: one, reference, to: null, from: userId })).toEqual({ ok: true });
    expect([await assigneeOf(reference), await listAssignedTo(userId)]).toEqual([null, []]);
    expect([await noticesOf(userId), await noticesOf(other.userId)]).toEqual([[], ['assigned', 'taken_over']]);
    expect(await db.mail.count({ where: { userId: other.userId, status: 'queued' } })).toBe(2);
    const events = await db.auditEvent.findMany({
      where: { subjectId: await idOf(reference), action: { startsWith: 'contribution.' }, userId },
      orderBy: { id: 'asc' },
      select: { action: true, details: true },
    });
    expect(events).toEqual([
      { action: 'contribution.assigned', details: { from: null, to: userId } },
      { action: 'contribution.assigned', details: { from: userId, to: other.userId } },
      { action: 'contribution.assigned', details: { from: other.userId, to: userId } },
      { action: 'contribution.unassigned', details: { from: userId, to: null } },
    ]);
  });

  it('refuses an editor who can’t be assigned, with the reason', async () => {
    const [one, aside, gone] = await team(3);
    const own = await makeEditor({ organisation: 'The Eastwest Institute' });
    const reference = await send();
    await recuse({ editor: aside, reference });
    await db.user.update({ where: { id: gone?.userId }, data: { deactivatedAt: new Date() } });
    const refused = {
      [own.userId]: 'assignee_own_organisation',
      [aside.userId]: 'assignee_recused',
      [gone?.userId ?? '']: 'assignee_gone',
      nobody: 'assignee_gone',
    };
    for (const [to, code] of Object.entries(refused)) {
      expect(await assignContribution({ editor: one, reference, to, from: null })).toEqual({
        ok: false,
        reason: 'cannot_take_it',
        issues: [{ path: 'to', code }],
      });
    }
    expect(await assignContribution({ editor: own, reference, to: one.userId, from: null })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
    expect(await assignContribution({ editor: one, reference: 'BPF-2020-999', to: one.userId, from: null })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await assigneeOf(reference)).toBeNull();
  });

  it.each(['published', 'declined', 'withdrawn'] as const)('of one that is %s', async (status) => {
    const [one] = await team(2);
    const reference = await send();
    if (status === 'published') await publishContribution({ editor: one, reference });
    if (status === 'declined') await declineContribution({ editor: one, reference, reason: 'Off topic.' });
    if (status === 'withdrawn') await withdrawContribution({ contributionId: await idOf(reference) });
    const expected = status === 'published' ? { ok: true } : { ok: false, reason: 'not_allowed_in_status' };
    expect(await assignContribution({ editor: one, reference, to: one.userId, from: null })).toEqual(expected);
    expect(await assignNext({ editor: one, reference })).toEqual(
      status === 'published' ? { ok: false, reason: 'assigned_meanwhile' } : expected,
    );
    expect((await autoAssign({ editor: one })).ok).toBe(true);
    expect(await assigneeOf(reference)).toBe(status === 'published' ? one.userId : null);
  });

  it('overwrites no assignment unseen: of several editors who take it at the same moment one gets it', async () => {
    const people = await team(4);
    for (let round = 0; round < 12; round++) {
      const reference = await send();
      const results = await Promise.all(
        people.map((editor) => assignContribution({ editor, reference, to: editor.userId, from: null })),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter((result) => !result.ok).map((result) => (result.ok ? '' : result.reason))).toEqual(
        Array(3).fill('assigned_meanwhile'),
      );
      expect(await assigneeOf(reference)).toBe(people[results.findIndex(({ ok }) => ok)]?.userId);
    }
  }, 60_000);
});

describe('turns', () => {
  const someone = (userId: string, open = 0, lastAt: Date | null = null, organisation: string | null = null) => ({
    userId,
    open,
    lastAt,
    organisation,
    email: `${userId}@example.org`,
  });
  const one = (id: string, more = {}) => ({
    id,
    affiliation: null,
    email: null,
    affiliationPublic: true,
    authorId: null,
    recused: [],
    ...more,
  });
  const given = (...turns: Parameters<typeof roundRobin>) => [...roundRobin(...turns).values()];

  it('go to who has fewest, then to who has waited longest', () => {
    const [long, short] = [new Date('2026-01-01'), new Date('2026-02-01')];
    expect(
      given(
        [one('1'), one('2'), one('3'), one('4')],
        [someone('busy', 2), someone('short', 1, short), someone('long', 1, long), someone('new', 1)],
      ),
    ).toEqual(['new', 'long', 'short', 'busy']);
    expect(given([one('1'), one('2'), one('3'), one('4'), one('5')], [someone('a'), someone('b')])).toEqual([
      'a',
      'b',
      'a',
      'b',
      'a',
    ]);
  });

  it('pass over whose organisation or own proposal it is, and who has stepped aside', () => {
    const people = [someone('own', 0, null, 'The Institute'), someone('author'), someone('aside'), someone('left', 9)];
    const contribution = one('1', { affiliation: 'Institute', authorId: 'author', recused: ['aside'] });
    expect(given([contribution], people)).toEqual(['left']);
    expect(given([contribution], people.slice(0, 3))).toEqual([]);
  });
});

describe('assignNext and autoAssign', () => {
  it('assign to the next editor, and only what is unassigned', async () => {
    const [one, other] = await team(2);
    const [first = '', second = ''] = await sendMany(2);
    await assignContribution({ editor: one, reference: first, to: one.userId, from: null });
    expect(await assignNext({ editor: one, reference: first })).toEqual({ ok: false, reason: 'assigned_meanwhile' });
    expect(await assignNext({ editor: one, reference: second })).toEqual({ ok: true, userId: other.userId });
    expect(await noticesOf(other.userId)).toEqual(['assigned']);
  });

  it('refuse where no editor is available', async () => {
    const own = await makeEditor({ organisation: 'EastWest Institute' });
    const aside = await makeEditor();
    const reference = await send();
    await recuse({ editor: aside, reference });
    const admin = await makeEditor({ role: 'admin', organisation: 'EastWest Institute' });
    expect(await assignNext({ editor: own, reference })).toEqual({ ok: false, reason: 'own_organisation' });
    const visiting = await makeEditor();
    await recuse({ editor: visiting, reference });
    expect(await assignNext({ editor: { ...visiting, userId: 'without-account' }, reference })).toEqual({
      ok: false,
      reason: 'nobody_free',
    });
    expect(await autoAssign({ editor: admin })).toEqual({ ok: true, assigned: 0, left: 1 });
    expect(await assigneeOf(reference)).toBeNull();
  });

  it('assign everything evenly, also the work of removed editors, with one mail each', async () => {
    const people = await team(3);
    const references = await sendMany(8);
    const gone = await makeEditor();
    await assignContribution({ editor: people[0], reference: references[0] ?? '', to: gone.userId, from: null });
    await db.user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } });
    expect(await countUnassigned()).toBe(8);
    expect(await autoAssign({ editor: people[0] })).toEqual({ ok: true, assigned: 8, left: 0 });
    expect(await shares(people)).toEqual([2, 3, 3]);
    expect(await autoAssign({ editor: people[0] })).toEqual({ ok: true, assigned: 0, left: 0 });
    expect(await db.mail.count({ where: { userId: { in: people.map(({ userId }) => userId) } } })).toBe(2);
    expect(await noticesOf(people[0].userId)).toEqual([]);
  });

  it('assign each contribution once, however many editors assign at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      await db.user.updateMany({ data: { deactivatedAt: new Date() } });
      const people = await team(4);
      const references = await sendMany(8);
      const [alone = '', late = ''] = references;
      const results = await Promise.all([
        autoAssign({ editor: people[0] }),
        autoAssign({ editor: people[1] }),
        assignNext({ editor: people[2] ?? people[0], reference: alone }),
        assignNext({ editor: people[3] ?? people[0], reference: late }),
        autoAssign({ editor: people[1] }),
      ]);
      const handed = results.reduce(
        (sum, result) => sum + (result.ok ? ('assigned' in result ? result.assigned : 1) : 0),
        0,
      );
      expect(handed).toBe(8);
      expect(await shares(people)).toEqual([2, 2, 2, 2]);
      expect(await countUnassigned()).toBe(0);
      const ids = await Promise.all(references.map(idOf));
      expect(await db.auditEvent.count({ where: { subjectId: { in: ids }, action: 'contribution.assigned' } })).toBe(8);
      await db.contribution.updateMany({ where: { id: { in: ids } }, data: { status: 'declined' } });
    }
  }, 120_000);
});

describe('removePerson', () => {
  it('gives back what they looked after', async () => {
    const [one, other] = await team(2);
    const admin = await makeEditor({ role: 'admin' });
    const reference = await send();
    await assignContribution({ editor: one, reference, to: other.userId, from: null });
    expect(await removePerson({ actor: one, userId: other.userId })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await assigneeOf(reference)).toBe(other.userId);
    expect(await removePerson({ actor: admin, userId: other.userId })).toEqual({ ok: true });
    expect(await assigneeOf(reference)).toBeNull();
    expect(await removePerson({ actor: admin, userId: other.userId })).toEqual({
      ok: false,
      reason: 'already_in_status',
    });
  });

  it('at the moment in which they are given something leaves nothing with them', async () => {
    const [one] = await team(2);
    const admin = await makeEditor({ role: 'admin' });
    for (let round = 0; round < 10; round++) {
      const leaving = await makeEditor();
      const [first = '', second = ''] = await sendMany(2);
      await assignContribution({ editor: one, reference: first, to: leaving.userId, from: null });
      await Promise.all([
        removePerson({ actor: admin, userId: leaving.userId }),
        assignContribution({ editor: one, reference: second, to: leaving.userId, from: null }),
        autoAssign({ editor: one }),
      ]);
      expect(await db.contribution.count({ where: { assigneeId: leaving.userId } })).toBe(0);
    }
  }, 60_000);
});
