import { beforeEach, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from './decide';
import { makeEditor } from '@/prisma/factories/people';
import { submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { mergeNewProposals, separateProposal, turnIntoUpdate } from './targets';

useTestDatabase();

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let editor: Editor;
beforeEach(async () => {
  editor = await makeEditor();
});

type Change = { cell: string; value: unknown };

/** A contribution that proposes one new agreement for each list of cells. */
async function proposingNew(...lists: Change[][]) {
  const input: SubmissionInput = {
    proposals: lists.map((changes) => ({ kind: 'new' as const, changes: changes as never })),
    consent: true,
  };
  const { reference } = await submit(input);
  const proposals = await db.proposal.findMany({
    where: { contribution: { reference } },
    orderBy: { position: 'asc' },
    select: { id: true, changes: { select: { id: true, key: true } } },
  });
  return {
    reference,
    proposals: proposals.map(({ id, changes }) => ({
      id,
      changes: Object.fromEntries(changes.map((change) => [change.key, change.id])),
    })),
  };
}

const one = (name: string, ...more: Change[]) => proposingNew([{ cell: 'name', value: name }, ...more]);
const accept = (change = '') => ({ change, outcome: 'accept' as const, seen: 0, resolve: false });
const statusesOf = async (reference: string) =>
  Object.fromEntries(
    (
      await db.proposedChange.findMany({ where: { contribution: { reference } }, select: { key: true, status: true } })
    ).map(({ key, status }) => [key, status]),
  );

describe('merging two proposals for a new agreement', () => {
  it('makes one agreement of both: equal cells are joined, different ones superseded, others stay undecided', async () => {
    const [a, b] = [
      await one(
        'Pact of the Lakes',
        { cell: 'launchDate', value: '2020' },
        { cell: 'maintainer', value: 'A secretariat' },
      ),
      await one(
        'The Lakes Pact',
        { cell: 'launchDate', value: '2020' },
        { cell: 'link', value: 'https://example.org/lakes' },
      ),
    ];
    const [mine, theirs] = [a.proposals[0], b.proposals[0]];
    if (!mine || !theirs) throw new Error('two proposals are needed');
    expect(await mergeNewProposals({ editor, reference: b.reference, proposal: theirs.id, into: mine.id })).toEqual({
      ok: true,
    });
    expect(await mergeNewProposals({ editor, reference: b.reference, proposal: theirs.id, into: mine.id })).toEqual({
      ok: false,
      reason: 'already_in_status',
    });

    const result = await decideChanges({
      editor,
      reference: a.reference,
      decisions: [accept(mine.changes.name), accept(mine.changes.launchDate)],
    });
    expect(result).toMatchObject({ ok: true, decided: 2, joined: 1, superseded: 1 });
    expect(await statusesOf(b.reference)).toEqual({ name: 'superseded', launchDate: 'accepted', link: 'pending' });
    const slug = result.ok ? (result.revisions[0]?.agreement ?? '') : '';
    const decided = await decideChanges({ editor, reference: b.reference, decisions: [accept(theirs.changes.link)] });
    expect(decided).toMatchObject({ ok: true, revisions: [{ agreement: slug }] });
    expect((await readAgreementCells(slug))?.cells.link?.value).toBe('https://example.org/lakes');
  });

  it('can be taken back while nothing is decided', async () => {
    const [a, b, c] = [await one('Pact A'), await one('Pact B'), await one('Pact C')];
    const [first, next, last] = [a.proposals[0]?.id ?? '', b.proposals[0]?.id ?? '', c.proposals[0]?.id ?? ''];
    await mergeNewProposals({ editor, reference: b.reference, proposal: next, into: first });
    await mergeNewProposals({ editor, reference: c.reference, proposal: last, into: next });
    expect(await db.proposal.count({ where: { sameAsId: first } })).toBe(2);
    // The one they were grouped by leaves: the others stay together.
    expect(await separateProposal({ editor, reference: a.reference, proposal: first })).toEqual({ ok: true });
    const groups = await db.proposal.findMany({
      where: { id: { in: [first, next, last] } },
      select: { id: true, sameAsId: true },
    });
    expect(groups.filter((row) => row.sameAsId !== null)).toHaveLength(1);
    expect(groups.find((row) => row.id === first)?.sameAsId).toBeNull();
  });

  it('is refused where it makes no sense', async () => {
    const own = await makeEditor({ organisation: 'Example Institute' });
    const [a, two] = [
      await one('Pact D'),
      await proposingNew([{ cell: 'name', value: 'Pact E' }], [{ cell: 'name', value: 'Pact F' }]),
    ];
    const [mine, e, f] = [a.proposals[0]?.id ?? '', two.proposals[0]?.id ?? '', two.proposals[1]?.id ?? ''];
    expect(await mergeNewProposals({ editor, reference: two.reference, proposal: e, into: f })).toEqual({
      ok: false,
      reason: 'different_target',
    });
    expect(await mergeNewProposals({ editor, reference: two.reference, proposal: e, into: mine })).toEqual({
      ok: true,
    });
    expect(await mergeNewProposals({ editor, reference: two.reference, proposal: f, into: mine })).toEqual({
      ok: false,
      reason: 'different_target',
    });
    expect(await mergeNewProposals({ editor, reference: a.reference, proposal: e, into: mine })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    await db.contribution.update({
      where: { reference: a.reference },
      data: { publicAffiliation: 'Example Institute' },
    });
    expect(await separateProposal({ editor: own, reference: a.reference, proposal: mine })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
    await db.contribution.update({ where: { reference: two.reference }, data: { status: 'withdrawn' } });
    expect(await mergeNewProposals({ editor, reference: a.reference, proposal: mine, into: f })).toEqual({
      ok: false,
      reason: 'not_allowed_in_status',
    });
  });
});

describe('turning a new agreement into an update', () => {
  it('compares its cells with the present content, and changes none of its words', async () => {
    const { reference, proposals } = await one(
      'Mutually Agreed Norms',
      { cell: 'report-vulnerabilities', value: 'yes' },
      { cell: 'maintainer', value: 'Internet Society' },
    );
    const [{ id, changes } = { id: '', changes: {} as Record<string, string> }] = proposals;
    expect(await turnIntoUpdate({ editor, reference, proposal: id, agreement: 'manrs' })).toEqual({ ok: true });
    expect(await turnIntoUpdate({ editor, reference, proposal: id, agreement: 'manrs' })).toEqual({ ok: true });
    const stands = (await readAgreementCells('manrs'))?.cells.name;
    const name = await db.proposedChange.findUniqueOrThrow({ where: { id: changes.name ?? '' } });
    expect([name.value, name.base, name.baseVersion]).toEqual([
      'Mutually Agreed Norms',
      { value: stands?.value, note: stands?.note, source: stands?.source, asOf: stands?.asOf },
      1,
    ]);
    const result = await decideChanges({
      editor,
      reference,
      decisions: [
        { change: changes['report-vulnerabilities'] ?? '', outcome: 'accept', seen: 1, resolve: false },
        { change: changes.maintainer ?? '', outcome: 'accept', seen: 1, resolve: false },
        { change: changes.name ?? '', outcome: 'reject', reason: 'It has a name.' },
      ],
    });
    expect(result).toMatchObject({ ok: true, decided: 3, revisions: [{ agreement: 'manrs', version: 2 }] });
    // What the dataset says already is accepted without a change.
    expect((await readAgreementCells('manrs'))?.cells.maintainer?.version).toBe(1);
  });

  it('is refused for an unknown agreement, one in the dataset by now, and one that the contribution updates', async () => {
    const { reference, proposals } = await one('Pact G');
    const proposal = proposals[0]?.id ?? '';
    expect(await turnIntoUpdate({ editor, reference, proposal, agreement: 'nowhere' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    await decideChanges({ editor, reference, decisions: [accept(proposals[0]?.changes.name)] });
    expect(await turnIntoUpdate({ editor, reference, proposal, agreement: 'manrs' })).toEqual({
      ok: false,
      reason: 'different_target',
    });
    const both = await submit({
      proposals: [
        { kind: 'update', agreement: 'gcsc', changes: [{ cell: 'link', value: 'https://example.org/g' }] },
        { kind: 'new', changes: [{ cell: 'name', value: 'Global Commission' }] },
      ] as never,
      consent: true,
    });
    const fresh = await db.proposal.findFirstOrThrow({
      where: { kind: 'new', contribution: { reference: both.reference } },
    });
    expect(await turnIntoUpdate({ editor, reference: both.reference, proposal: fresh.id, agreement: 'gcsc' })).toEqual({
      ok: false,
      reason: 'different_target',
    });
  });
});
