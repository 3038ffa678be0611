import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { assignContribution, assignNext } from '@/lib/review/assignment/assignment';
import { readPeopleOf } from '@/lib/review/assignment/assignees';
import { requestChanges, writeToContributor } from '@/lib/review/correspondence';
import { decideChanges } from '@/lib/review/decide';
import { declineContribution, publishContribution } from '@/lib/review/publication';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { undoRecusal, recuse } from './recusal';

useTestDatabase();

type Person = Awaited<ReturnType<typeof makeEditor>>;
let editor: Person;
let other: Person;
beforeAll(async () => {
  [editor, other] = [await makeEditor(), await makeEditor()];
});

const idOf = async (reference: string) =>
  (await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id;
const eventsOf = async (reference: string) =>
  db.auditEvent.findMany({
    where: { subjectId: await idOf(reference), action: { startsWith: 'contribution.recus' } },
    orderBy: { id: 'asc' },
    select: { action: true, userId: true, details: true },
  });

describe('recuse', () => {
  it('is shown, given back, written down once, and taken back', async () => {
    const { reference } = await submit(eastWestSubmission());
    await assignContribution({ editor, reference, to: editor.userId, from: null });
    expect(await recuse({ editor, reference })).toEqual({ ok: true });
    expect(await recuse({ editor, reference })).toEqual({ ok: true });
    const people = await readPeopleOf(reference);
    expect(people).toMatchObject({ assignee: null, assignedAt: null, recused: [{ userId: editor.userId }] });
    expect(people?.candidates.find(({ userId }) => userId === editor.userId)?.blocker).toBe('assignee_recused');
    for (let times = 0; times < 2; times++)
      expect(await undoRecusal({ editor: other, reference, userId: editor.userId })).toEqual({ ok: true });
    expect((await readPeopleOf(reference))?.recused).toEqual([]);
    const common = { userId: editor.userId };
    expect(await eventsOf(reference)).toEqual([
      { ...common, action: 'contribution.recused', details: { unassigned: true } },
      { userId: other.userId, action: 'contribution.recusal_withdrawn', details: { person: editor.userId } },
    ]);
  });

  it('keeps the assignment of another editor', async () => {
    const { reference } = await submit(eastWestSubmission());
    await assignContribution({ editor, reference, to: other.userId, from: null });
    await recuse({ editor, reference });
    expect((await readPeopleOf(reference))?.assignee?.userId).toBe(other.userId);
  });

  it('refuses every command that decides or writes, until it is undone', async () => {
    const { reference, changes } = await submit(eastWestSubmission());
    await recuse({ editor, reference });
    const reject = [{ change: changes.name ?? '', outcome: 'reject' as const, reason: 'No.' }];
    const commands = {
      decide: () => decideChanges({ editor, reference, decisions: reject }),
      publish: () => publishContribution({ editor, reference }),
      decline: () => declineContribution({ editor, reference, reason: 'No.' }),
      request: () => requestChanges({ editor, reference, text: 'Please.', items: [] }),
      write: () => writeToContributor({ editor, reference, text: 'A word.' }),
      assign: () => assignContribution({ editor, reference, to: other.userId, from: null }),
      turn: () => assignNext({ editor, reference }),
    };
    for (const [name, command] of Object.entries(commands))
      expect([name, await command()]).toEqual([name, { ok: false, reason: 'recused' }]);
    expect(await db.decision.count({ where: { change: { contribution: { reference } } } })).toBe(0);
    expect(await db.message.count({ where: { contribution: { reference } } })).toBe(0);
    expect(await decideChanges({ editor: other, reference, decisions: reject })).toMatchObject({ ok: true });
    await undoRecusal({ editor: other, reference, userId: editor.userId });
    expect(await publishContribution({ editor, reference })).toEqual({ ok: true });
    expect(await recuse({ editor, reference })).toEqual({ ok: true });
  });

  it('is taken back by another editor alone, who may decide on it themselves', async () => {
    const { reference } = await submit(eastWestSubmission());
    const own = await makeEditor({ organisation: 'EastWest Institute' });
    await recuse({ editor, reference });
    expect(await undoRecusal({ editor, reference, userId: editor.userId })).toEqual({
      ok: false,
      reason: 'own_request',
    });
    expect(await undoRecusal({ editor: own, reference, userId: editor.userId })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
    await recuse({ editor: other, reference });
    expect(await undoRecusal({ editor: other, reference, userId: editor.userId })).toEqual({
      ok: false,
      reason: 'recused',
    });
    expect((await readPeopleOf(reference))?.recused.map(({ userId }) => userId)).toEqual([editor.userId, other.userId]);
  });

  it('needs a contribution that has been sent', async () => {
    expect(await recuse({ editor, reference: 'BPF-2020-999' })).toEqual({ ok: false, reason: 'not_found' });
    expect(await undoRecusal({ editor, reference: 'BPF-2020-999', userId: other.userId })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });

  it('and being given it at the same moment never both hold', async () => {
    for (let round = 0; round < 12; round++) {
      const { reference } = await submit(eastWestSubmission());
      await Promise.all([
        recuse({ editor, reference }),
        assignContribution({ editor: other, reference, to: editor.userId, from: null }),
      ]);
      const people = await readPeopleOf(reference);
      expect([people?.recused.length, people?.assignee]).toEqual([1, null]);
    }
  }, 30_000);
});
