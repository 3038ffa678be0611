import { beforeEach, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { readAgreement } from '@/lib/publication/agreements';
import { decideChanges } from '@/lib/review/decide';
import { declineContribution, publishContribution, reopenContribution } from '@/lib/review/publication';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decideAnew, undoCommand, undoRevision } from './undo';

useTestDatabase();

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let editor: Editor;
let other: Editor;
beforeEach(async () => {
  [editor, other] = [await makeEditor(), await makeEditor()];
});

const REASON = 'The source says otherwise.';
const cellsOf = async (slug: string) => (await readAgreementCells(slug))?.cells ?? {};
const seen = async (slug: string, key: string) => (await cellsOf(slug))[key]?.version ?? 0;
const pendingOf = (reference: string) =>
  db.proposedChange.findMany({
    where: { contribution: { reference }, status: 'pending' },
    orderBy: { key: 'asc' },
    select: { id: true, key: true, round: true },
  });

async function accepted(slug: string, key: string, value: string, by = editor) {
  const { reference, changes } = await submit(proposing(slug, [{ cell: key, value }]));
  const change = changes[key] ?? '';
  const result = await decideChanges({
    editor: by,
    reference,
    decisions: [{ change, outcome: 'accept', seen: await seen(slug, key), resolve: true }],
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
  const { commandId } = await db.decision.findUniqueOrThrow({ where: { changeId: change } });
  return { reference, change, command: commandId, version: result.revisions[0]?.version ?? 0 };
}

describe('undoing a revision', () => {
  it('restores the earlier content, credit and date, with a reason, and puts the proposal back', async () => {
    // Neither proposal says anything about note and source: the present ones stay.
    const { note, source } = (await cellsOf('manrs')).maintainer ?? { note: null, source: null };
    const first = await accepted('manrs', 'maintainer', 'Internet Society, MANRS secretariat');
    const before = (await readAgreement('manrs'))?.facts.maintainer;
    const second = await accepted('manrs', 'maintainer', 'Somebody else');
    const undone = await undoRevision({ editor: other, agreement: 'manrs', version: second.version, reason: REASON });
    expect(undone).toEqual({
      ok: true,
      revisions: [{ agreement: 'manrs', version: second.version + 1 }],
      back: 1,
      left: [],
      waiting: null,
    });

    const after = (await readAgreement('manrs'))?.facts.maintainer;
    expect(after).toEqual({ ...before, version: second.version + 1 });
    expect(after?.contribution).toBe(first.reference);
    const revision = await db.revision.findFirstOrThrow({
      where: { agreement: { slug: 'manrs' }, version: second.version + 1 },
      include: { changes: true },
    });
    expect(revision).toMatchObject({ kind: 'revert', reason: REASON, userId: other.userId });
    expect(revision.changes.map(({ key, before: was, after: is }) => [key, was, is])).toEqual([
      [
        'maintainer',
        { value: 'Somebody else', note, source },
        { value: 'Internet Society, MANRS secretariat', note, source },
      ],
    ]);
    expect(await pendingOf(second.reference)).toMatchObject([{ key: 'maintainer', round: 2 }]);
    // The first decision stays on record; the proposal is decided once more.
    expect((await db.proposedChange.findUniqueOrThrow({ where: { id: second.change } })).status).toBe('accepted');
    const [again] = await pendingOf(second.reference);
    const decided = await decideChanges({
      editor,
      reference: second.reference,
      decisions: [{ change: again?.id ?? '', outcome: 'reject', reason: 'Not the maintainer.' }],
    });
    expect(decided).toMatchObject({ ok: true, decided: 1 });
  });

  it('removes a fact that was not stated before, and restores it when that is undone', async () => {
    const key = 'link';
    expect((await cellsOf('sadc-model-laws'))[key]).toBeUndefined();
    const { version } = await accepted('sadc-model-laws', key, 'https://example.org/model-laws');
    await undoRevision({ editor, agreement: 'sadc-model-laws', version, reason: REASON });
    expect((await cellsOf('sadc-model-laws'))[key]).toBeUndefined();
    expect(
      await db.revisionCell.findFirst({
        where: { key, revision: { agreement: { slug: 'sadc-model-laws' }, version: version + 1 } },
      }),
    ).toMatchObject({ after: null });

    const redone = await undoRevision({
      editor,
      agreement: 'sadc-model-laws',
      version: version + 1,
      reason: 'It was right after all.',
    });
    expect(redone).toMatchObject({ ok: true, revisions: [{ version: version + 2 }] });
    expect((await cellsOf('sadc-model-laws'))[key]).toMatchObject({
      value: 'https://example.org/model-laws',
      version: version + 2,
    });
  });

  it('leaves alone what has been changed since, and says so', async () => {
    const { reference, changes } = await submit(
      proposing('paris-call', [
        { cell: 'maintainer', value: 'A ministry' },
        { cell: 'stakeholders', value: 'Everybody.' },
      ]),
    );
    const decisions = await Promise.all(
      (['maintainer', 'stakeholders'] as const).map(async (key) => ({
        change: changes[key] ?? '',
        outcome: 'accept' as const,
        seen: await seen('paris-call', key),
        resolve: false,
      })),
    );
    const both = await decideChanges({ editor, reference, decisions });
    const version = both.ok ? (both.revisions[0]?.version ?? 0) : 0;
    await accepted('paris-call', 'maintainer', 'Another ministry');
    expect(await undoRevision({ editor, agreement: 'paris-call', version, reason: REASON })).toMatchObject({
      ok: true,
      back: 1,
      left: ['maintainer'],
    });
    expect((await cellsOf('paris-call')).maintainer?.value).toBe('Another ministry');
    expect(await undoRevision({ editor, agreement: 'paris-call', version, reason: REASON })).toEqual({
      ok: false,
      reason: 'undone_already',
    });
    expect(
      await undoRevision({ editor, agreement: 'paris-call', version, keys: ['launchDate'], reason: REASON }),
    ).toEqual({ ok: false, reason: 'not_found' });
  });

  it('refuses an import, an unknown version, and one’s own organisation', async () => {
    expect(await undoRevision({ editor, agreement: 'gcsc', version: 1, reason: REASON })).toEqual({
      ok: false,
      reason: 'nothing_to_undo',
    });
    expect(await undoRevision({ editor, agreement: 'gcsc', version: 900, reason: REASON })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    const { reference, changes } = await submit(
      proposing('gcsc', [{ cell: 'link', value: 'https://example.org/gcsc' }], 'Example Institute'),
    );
    const result = await decideChanges({
      editor,
      reference,
      decisions: [{ change: changes.link ?? '', outcome: 'accept', seen: await seen('gcsc', 'link'), resolve: false }],
    });
    const version = result.ok ? (result.revisions[0]?.version ?? 0) : 0;
    const own = await makeEditor({ organisation: 'Example Institute' });
    expect(await undoRevision({ editor: own, agreement: 'gcsc', version, reason: REASON })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
    await db.recusal.create({
      data: {
        userId: other.userId,
        contributionId: (await db.contribution.findUniqueOrThrow({ where: { reference } })).id,
      },
    });
    expect(await undoRevision({ editor: other, agreement: 'gcsc', version, reason: REASON })).toEqual({
      ok: false,
      reason: 'recused',
    });
  });

  it('lets those who lost to it have another chance', async () => {
    const rival = await submit(proposing('tech-accord', [{ cell: 'maintainer', value: 'The rival' }]));
    const won = await accepted('tech-accord', 'maintainer', 'The winner');
    expect((await db.proposedChange.findUniqueOrThrow({ where: { id: rival.changes.maintainer ?? '' } })).status).toBe(
      'superseded',
    );
    expect(await undoCommand({ editor, reference: won.reference, command: won.command, reason: REASON })).toMatchObject(
      { ok: true, back: 2 },
    );
    expect(await pendingOf(rival.reference)).toMatchObject([{ key: 'maintainer', round: 2 }]);
  });
});

describe('undoing what was decided of a contribution', () => {
  it('takes back a whole decision: what was accepted and what was rejected', async () => {
    const { reference, changes } = await submit(
      proposing('charter-of-trust', [
        { cell: 'maintainer', value: 'The charter' },
        { cell: 'link', value: 'https://example.org/charter' },
      ]),
    );
    const decided = await decideChanges({
      editor,
      reference,
      decisions: [
        {
          change: changes.maintainer ?? '',
          outcome: 'accept',
          seen: await seen('charter-of-trust', 'maintainer'),
          resolve: false,
        },
        { change: changes.link ?? '', outcome: 'reject', reason: 'No longer there.' },
      ],
    });
    expect(decided).toMatchObject({ ok: true, decided: 2 });
    const { commandId: command } = await db.decision.findUniqueOrThrow({ where: { changeId: changes.link ?? '' } });
    expect(await undoCommand({ editor, reference, command, reason: REASON })).toMatchObject({
      ok: true,
      back: 2,
      left: [],
    });
    expect((await pendingOf(reference)).map(({ key }) => key)).toEqual(['link', 'maintainer']);
    expect(await undoCommand({ editor, reference, command, reason: REASON })).toEqual({
      ok: false,
      reason: 'undone_already',
    });
    expect(
      await undoCommand({ editor, reference, command: '00000000-0000-4000-8000-000000000000', reason: REASON }),
    ).toEqual({ ok: false, reason: 'not_found' });
  });

  it('puts one rejected cell back, its reason among the editors’ notes', async () => {
    const { reference, changes } = await submit(proposing('oas-strategy', [{ cell: 'maintainer', value: 'OAS' }]));
    const change = changes.maintainer ?? '';
    await decideChanges({ editor, reference, decisions: [{ change, outcome: 'reject', reason: 'Unclear.' }] });
    expect(await decideAnew({ editor, reference, change, reason: 'We had not seen the annex.' })).toMatchObject({
      ok: true,
      back: 1,
      revisions: [],
    });
    expect(await pendingOf(reference)).toMatchObject([{ key: 'maintainer', round: 2 }]);
    expect((await db.note.findMany({ where: { contribution: { reference } } })).map(({ text }) => text)).toEqual([
      'We had not seen the annex.',
    ]);
    expect(await decideAnew({ editor, reference, change, reason: REASON })).toEqual({
      ok: false,
      reason: 'nothing_to_undo',
    });
  });

  it('undoes in the dataset, and puts nothing back, where the contribution is settled', async () => {
    const { reference, change } = await accepted('csde-anti-botnet-guide', 'maintainer', 'CSDE');
    await declineContribution({ editor, reference, reason: 'Nothing to publish.' });
    expect(await decideAnew({ editor, reference, change, reason: REASON })).toMatchObject({
      ok: true,
      back: 0,
      revisions: [{ agreement: 'csde-anti-botnet-guide' }],
    });
    expect(await pendingOf(reference)).toEqual([]);
  });
});

describe('reopening', () => {
  it('makes a declined contribution submitted again and drops the mail that has not left', async () => {
    const { reference } = await submit({
      ...proposing('gcsc', [{ cell: 'link', value: 'https://example.org/a' }]),
      about: { email: 'office@example.org', show: {} },
    });
    await declineContribution({ editor, reference, reason: 'By mistake.' });
    const mails = () =>
      db.mail.findMany({
        where: { contribution: { reference }, kind: 'contribution-declined' },
        orderBy: { createdAt: 'asc' },
        select: { status: true },
      });
    expect(await mails()).toEqual([{ status: 'draft' }]);
    expect(await reopenContribution({ editor, reference, reason: 'It was the wrong one.' })).toEqual({ ok: true });
    expect(await reopenContribution({ editor, reference, reason: 'It was the wrong one.' })).toEqual({ ok: true });
    expect(
      await db.contribution.findUniqueOrThrow({ where: { reference }, select: { status: true, statusReason: true } }),
    ).toEqual({ status: 'submitted', statusReason: null });
    expect(await mails()).toEqual([{ status: 'discarded' }]);
    expect(await db.auditEvent.count({ where: { action: 'contribution.reopened' } })).toBe(1);
  });

  it('refuses what was not declined', async () => {
    const { reference } = await submit(proposing('gcsc', [{ cell: 'link', value: 'https://example.org/b' }]));
    await publishContribution({ editor, reference });
    expect(await reopenContribution({ editor, reference, reason: REASON })).toEqual({
      ok: false,
      reason: 'not_allowed_in_status',
    });
    expect(await reopenContribution({ editor, reference: 'BPF-2020-999', reason: REASON })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });
});
