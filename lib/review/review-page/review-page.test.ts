import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { mutation } from '@/lib/platform/mutation';
import { askForApproval } from '@/lib/review/approvals/request-approval';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readForReview } from './review-page';

useTestDatabase();

type Person = Awaited<ReturnType<typeof makeEditor>>;

async function read(reference: string, editor: Person) {
  const contribution = await readForReview(reference, editor, 'en');
  if (!contribution) throw new Error(`${reference} is not there`);
  return contribution;
}

async function cell(reference: string, key: string, editor: Person) {
  const change = (await read(reference, editor)).proposals
    .flatMap(({ changes }) => changes)
    .find((one) => one.key === key);
  if (!change) throw new Error(`${reference} does not propose ${key}`);
  return change;
}

const accept = async (editor: Person, reference: string, key: string) => {
  const { id, currentVersion } = await cell(reference, key, editor);
  const result = await decideChanges({
    editor,
    reference,
    decisions: [{ change: id, outcome: 'accept', seen: currentVersion, resolve: true }],
  });
  if (!result.ok) throw new Error(result.reason);
};

describe('a cell on the review page', () => {
  it('has its rivals: who says the same, who differs, and how many more there are', async () => {
    const editor = await makeEditor();
    const mine = await submit(proposing('manrs', [{ cell: 'maintainer', value: 'The Internet Society' }]));
    const same = await submit(proposing('manrs', [{ cell: 'maintainer', value: 'The Internet Society' }], 'Society A'));
    const other = await submit(
      proposing('manrs', [{ cell: 'maintainer', value: 'Its community', source: 'Charter' }], 'Society B'),
    );
    const { rivals, rivalsTotal } = await cell(mine.reference, 'maintainer', editor);
    expect(rivals).toEqual([
      {
        reference: same.reference,
        value: 'The Internet Society',
        note: null,
        source: null,
        asOf: null,
        identical: true,
      },
      {
        reference: other.reference,
        value: 'Its community',
        note: null,
        source: 'Charter',
        asOf: null,
        identical: false,
      },
    ]);
    expect(rivalsTotal).toBe(2);
    for (let count = 0; count < 8; count++)
      await submit(proposing('manrs', [{ cell: 'maintainer', value: `Somebody ${count}` }]));
    const crowded = await cell(mine.reference, 'maintainer', editor);
    expect([crowded.rivals.length, crowded.rivalsTotal]).toEqual([8, 10]);
  });

  it('lists earlier decisions on the cell, newest first, and the proposals it was chosen over', async () => {
    const editor = await makeEditor();
    const first = await submit(
      proposing('csde-anti-botnet-guide', [{ cell: 'stakeholders', value: 'Private sector' }]),
    );
    const loser = await submit(proposing('csde-anti-botnet-guide', [{ cell: 'stakeholders', value: 'Everybody' }]));
    const refused = await submit(proposing('csde-anti-botnet-guide', [{ cell: 'stakeholders', value: 'Nobody' }]));
    const change = refused.changes.stakeholders ?? '';
    await decideChanges({
      editor,
      reference: refused.reference,
      decisions: [{ change, outcome: 'reject', reason: 'No source.' }],
    });
    await accept(editor, first.reference, 'stakeholders');
    const later = await submit(
      proposing('csde-anti-botnet-guide', [{ cell: 'stakeholders', value: 'Private sector and academia' }]),
    );

    const { earlier } = await cell(later.reference, 'stakeholders', editor);
    expect(earlier.map(({ kind, reference, by, reason }) => ({ kind, reference, by, reason }))).toEqual([
      { kind: 'accepted', reference: first.reference, by: editor.name, reason: null },
      { kind: 'rejected', reference: refused.reference, by: editor.name, reason: 'No source.' },
    ]);
    expect(earlier[0]).toMatchObject({ content: { value: 'Private sector' }, at: expect.any(Date) });
    expect(earlier[0]?.version).toBeGreaterThan(1);
    expect(earlier[1]).toMatchObject({ content: { value: 'Nobody' }, version: null });

    const won = await cell(first.reference, 'stakeholders', editor);
    expect(won.decision).toMatchObject({ outcome: 'accepted', chosenOver: [loser.reference], winner: null });
    // not the decision that it shows itself
    expect(won.earlier.map(({ reference }) => reference)).toEqual([refused.reference]);
    expect((await cell(loser.reference, 'stakeholders', editor)).decision).toMatchObject({
      outcome: 'superseded',
      winner: first.reference,
      chosenOver: [],
    });
  });

  it('says that a decision on it waits for a second editor', async () => {
    const editor = await makeEditor();
    const { reference, changes } = await submit(proposing('manrs', [{ cell: 'name', value: 'Routing manners' }]));
    const { id } = await db.contribution.findFirstOrThrow({ where: { reference }, select: { id: true } });
    const command = {
      decisions: [{ change: changes.name ?? '', outcome: 'accept' as const, seen: 1, resolve: false }],
    };
    await mutation({ actor: editor }, async (context) => {
      await askForApproval(
        { kind: 'decisions', contribution: { id, reference }, command, rules: ['rename'], editor, now: new Date() },
        context,
      );
      return { ok: true };
    });
    expect((await read(reference, editor)).waiting).toEqual([
      { id: expect.any(String), by: editor.name, at: expect.any(Date), changes: [changes.name] },
    ]);
  });
});

describe('a new agreement', () => {
  const newOne = (name: string) => ({
    proposals: [{ kind: 'new' as const, changes: [{ cell: 'name' as const, value: name }] }],
    consent: true as const,
  });

  it('is held beside what it looks like: entries of the dataset, and new ones of others', async () => {
    const editor = await makeEditor();
    const paris = await submit(newOne('Paris Call for Trust and Security in Cyberspace'));
    const [one, other] = [
      await submit(newOne('Geneva Dialogue on Responsible Behaviour')),
      await submit(newOne('Geneva Dialogue for Responsible Behaviour')),
    ];
    const alike = async (reference: string) => (await read(reference, editor)).proposals[0]?.alike;
    expect(await alike(paris.reference)).toMatchObject({
      agreements: [{ slug: 'paris-call', reasons: expect.arrayContaining(['name']) }],
      proposals: [],
    });
    expect(await alike(one.reference)).toMatchObject({
      agreements: [],
      proposals: [{ reference: other.reference, reasons: ['name'] }],
    });
    // Once they are decided together, the one's cells are rivals of the other's.
    const { changes, id } = (await read(one.reference, editor)).proposals[0] ?? { changes: [], id: '' };
    expect(changes[0]?.rivals).toEqual([]);
    const into = await db.proposal.findFirstOrThrow({
      where: { contribution: { reference: other.reference } },
      select: { id: true },
    });
    await db.proposal.update({ where: { id }, data: { sameAsId: into.id } });
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const)
      expect((await cell(mine.reference, 'name', editor)).rivals).toMatchObject([
        { reference: theirs.reference, identical: false },
      ]);
    const alone = await submit(newOne('Zanzibar Compact'));
    expect(await alike(alone.reference)).toBeNull();
  });
});

describe('who may decide', () => {
  it('excludes recused editors and those of the same organisation, contact included; is empty once declined', async () => {
    const { reference } = await submit(eastWestSubmission());
    const [editor, own] = [await makeEditor(), await makeEditor({ organisation: 'EastWest Institute' })];
    const may = async (person: Person) => {
      const { mayDecide, blocker, recused, open, contact } = await read(reference, person);
      return { mayDecide, blocker, recused, open, readsContact: contact !== null };
    };
    expect(await may(editor)).toEqual({
      mayDecide: true,
      blocker: null,
      recused: false,
      open: true,
      readsContact: true,
    });
    expect(await may(own)).toEqual({
      mayDecide: false,
      blocker: 'own_organisation',
      recused: false,
      open: true,
      readsContact: false,
    });
    const { id } = await db.contribution.findFirstOrThrow({ where: { reference }, select: { id: true } });
    await db.recusal.create({ data: { contributionId: id, userId: editor.userId } });
    expect(await may(editor)).toEqual({
      mayDecide: false,
      blocker: 'recused',
      recused: true,
      open: true,
      readsContact: false,
    });
    await db.contribution.update({ where: { id }, data: { status: 'declined' } });
    expect(await may(await makeEditor())).toEqual({
      mayDecide: false,
      blocker: null,
      recused: false,
      open: false,
      readsContact: true,
    });
  });
});
