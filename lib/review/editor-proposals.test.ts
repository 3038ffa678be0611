import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { listCalls } from '@/lib/calls/calls';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { decideChanges } from './decide';
import { changeStatuses } from '@/prisma/factories/records';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { submitEditorProposal, withdrawEditorProposal } from './editor-proposals';
import { editorProposal } from './editor-proposal-schema';

useTestDatabase();

type Change = { cell: string; value: unknown; note?: string; source?: string };
const SOURCE = 'Final report, page 12';
const updating = (agreement: string, changes: Change[], submissionKey = randomUUID()) =>
  editorProposal.parse({
    kind: 'update',
    agreement,
    baseVersion: 1,
    comment: 'The report has come out.',
    changes: changes.map((change) => ({ source: SOURCE, ...change })),
    submissionKey,
  });

async function propose(agreement: string, changes: Change[]) {
  const editor = await makeEditor();
  const result = await submitEditorProposal({ editor, proposal: updating(agreement, changes) });
  if (!result.ok) throw new Error(JSON.stringify(result));
  const rows = await db.proposedChange.findMany({
    where: { contribution: { reference: result.reference } },
    select: { id: true, key: true, base: true, baseVersion: true },
  });
  return {
    editor,
    reference: result.reference,
    rows,
    idOf: (key: string) => rows.find((row) => row.key === key)?.id ?? '',
  };
}

const seenOf = async (slug: string, key: string) => (await readAgreementCells(slug))?.cells[key]?.version ?? 0;

describe('an editor’s own proposal', () => {
  it('waits like a contribution, under a reference of the desk and without a name', async () => {
    const { editor, reference, rows } = await propose('manrs', [
      { cell: 'maintainer', value: 'A secretariat' },
      { cell: 'specified-cbms', value: 'not_assessed', note: 'To be read again.' },
    ]);
    expect(reference).toMatch(/^BPF-DESK-\d{3}$/);
    const row = await db.contribution.findUniqueOrThrow({
      where: { reference },
      include: { contact: true, links: true, call: true, proposals: true },
    });
    expect(row).toMatchObject({
      status: 'submitted',
      authorId: editor.userId,
      anonymous: false,
      publicName: null,
      publicAffiliation: 'BPF Cybersecurity, editors',
      currentRevision: 1,
      contact: null,
      links: [],
    });
    expect(row.proposals).toMatchObject([{ kind: 'update', comment: 'The report has come out.' }]);
    const current = (await readAgreementCells('manrs'))?.cells.maintainer;
    expect(rows.find(({ key }) => key === 'maintainer')).toMatchObject({
      baseVersion: 1,
      base: current ? { value: current.value, note: current.note, source: current.source } : null,
    });
    const events = await db.auditEvent.findMany({
      where: { subjectId: row.id },
      select: { actorKind: true, userId: true, action: true, details: true },
    });
    expect(events).toEqual([
      {
        actorKind: 'editor',
        userId: editor.userId,
        action: 'contribution.submitted',
        details: { revision: 1, proposals: 1, changes: 2, own: true },
      },
    ]);
    const [found] = await db.$queryRaw<
      { hit: boolean }[]
    >`SELECT search @@ phraseto_tsquery('simple', 'read again') AS hit FROM contributions WHERE reference = ${reference}`;
    expect(found).toEqual({ hit: true });
  });

  it('leaves its call hidden and closed to contributions', async () => {
    await propose('manrs', [{ cell: 'maintainer', value: 'An alliance' }]);
    expect((await listCalls('en')).map((call) => call.slug)).not.toContain('desk');
    expect(
      await submitContribution({ callSlug: 'desk', input: { answers: { changes: 'Let me in.' }, consent: true } }),
    ).toMatchObject({ ok: false, reason: 'unknown_call' });
  });

  it('is stored once, however often it is sent, and each in a call made once', async () => {
    const editor = await makeEditor();
    const same = updating('csde-anti-botnet-guide', [{ cell: 'maintainer', value: 'The council' }]);
    const sent = await Promise.all(Array.from({ length: 8 }, () => submitEditorProposal({ editor, proposal: same })));
    expect(new Set(sent.map((one) => (one.ok ? one.reference : one.reason))).size).toBe(1);
    const others = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        submitEditorProposal({
          editor,
          proposal: updating('tech-accord', [{ cell: 'maintainer', value: `Secretariat ${at}` }]),
        }),
      ),
    );
    const references = others.map((one) => (one.ok ? one.reference : one.reason));
    expect(new Set(references).size).toBe(8);
    expect(await db.call.count({ where: { slug: 'desk' } })).toBe(1);
    expect(
      await db.contribution.count({ where: { submissionKey: `own:${editor.userId}:${same.submissionKey}` } }),
    ).toBe(1);
  });

  it('sent again from the page one went back to, with other content, is another one and not lost', async () => {
    const [editor, key] = [await makeEditor(), randomUUID()];
    const send = (value: string) =>
      submitEditorProposal({ editor, proposal: updating('manrs', [{ cell: 'maintainer', value }], key) });
    const [first, second] = [await send('The first council'), await send('The second council')];
    expect(first.ok && second.ok && first.reference !== second.reference).toBe(true);
    expect([await send('The second council'), await send('The first council')]).toEqual([second, first]);
  });

  it('needs a source for each cell, a reason, and something that is not there already', async () => {
    const faults = editorProposal.safeParse({
      kind: 'update',
      agreement: 'manrs',
      baseVersion: '1',
      comment: ' ',
      changes: [{ cell: 'summary', value: 'Short.', source: '' }],
      submissionKey: randomUUID(),
    });
    expect(faults.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['comment', 'why_required'],
      ['changes.0.source', 'source_required'],
    ]);
    const editor = await makeEditor();
    const current = (await readAgreementCells('manrs'))?.cells.summary;
    const same = updating('manrs', [
      { cell: 'summary', value: current?.value, source: current?.source ?? undefined },
      { cell: 'no-such-criterion', value: 'yes' },
      { cell: 'maintainer', value: 'One' },
      { cell: 'maintainer', value: 'Two' },
    ]);
    expect(await submitEditorProposal({ editor, proposal: same })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [
        { path: 'changes.0.value', code: 'stands_already' },
        { path: 'changes.1.cell', code: 'unknown_criterion' },
        { path: 'changes.3.cell', code: 'cell_proposed_twice' },
      ],
    });
    expect(
      await submitEditorProposal({
        editor,
        proposal: updating('no-such-agreement', [{ cell: 'summary', value: 'x' }]),
      }),
    ).toMatchObject({ ok: false, reason: 'not_found' });
    expect(await db.contribution.count({ where: { authorId: editor.userId } })).toBe(0);
  });

  it('becomes public by itself with the decision on its last cell, and not before', async () => {
    const { reference, idOf } = await propose('gcsc', [
      { cell: 'maintainer', value: 'A commission' },
      { cell: 'link', value: 'https://example.org/' },
    ]);
    const editor = await makeEditor();
    const accept = async (key: string) => ({
      change: idOf(key),
      outcome: 'accept' as const,
      seen: await seenOf('gcsc', key),
      resolve: false,
    });
    expect(await decideChanges({ editor, reference, decisions: [await accept('maintainer')] })).toMatchObject({
      ok: true,
    });
    expect(await readContribution(reference, 'en')).toBeNull();
    expect(
      await decideChanges({
        editor,
        reference,
        decisions: [{ change: idOf('link'), outcome: 'reject', reason: 'No address of its own.' }],
      }),
    ).toMatchObject({ ok: true });
    const shown = await readContribution(reference, 'en');
    expect(shown).toMatchObject({
      reference,
      status: 'published',
      answers: [],
      attribution: { anonymous: false, name: null, affiliation: 'BPF Cybersecurity, editors' },
    });
    expect(JSON.stringify(shown)).not.toContain('The report has come out.');
    expect((await readAgreementCells('gcsc'))?.cells.maintainer).toMatchObject({
      value: 'A commission',
      source: SOURCE,
    });
  });

  it('becomes public as well when a rival’s decision takes its last cell', async () => {
    const { reference } = await propose('paris-call', [{ cell: 'maintainer', value: 'One thing' }]);
    const rival = await submit(proposing('paris-call', [{ cell: 'maintainer', value: 'Another thing' }]));
    const decisions = [
      {
        change: rival.changes.maintainer ?? '',
        outcome: 'accept' as const,
        seen: await seenOf('paris-call', 'maintainer'),
        resolve: false,
      },
    ];
    expect(await decideChanges({ editor: await makeEditor(), reference: rival.reference, decisions })).toMatchObject({
      ok: true,
      superseded: 1,
    });
    expect(await changeStatuses(reference)).toEqual({ maintainer: 'superseded' });
    expect(await db.contribution.findUniqueOrThrow({ where: { reference }, select: { status: true } })).toEqual({
      status: 'published',
    });
    expect(
      await db.contribution.findUniqueOrThrow({ where: { reference: rival.reference }, select: { status: true } }),
    ).toEqual({ status: 'submitted' });
  });

  it('is taken back only by its author, as far as it is undecided', async () => {
    const { editor, reference, idOf } = await propose('charter-of-trust', [
      { cell: 'maintainer', value: 'The members' },
      { cell: 'link', value: 'https://example.org/charter' },
    ]);
    const other = await makeEditor();
    expect(await withdrawEditorProposal({ editor: other, reference })).toEqual({ ok: false, reason: 'not_found' });
    await decideChanges({
      editor: other,
      reference,
      decisions: [
        {
          change: idOf('maintainer'),
          outcome: 'accept',
          seen: await seenOf('charter-of-trust', 'maintainer'),
          resolve: false,
        },
      ],
    });
    expect(await withdrawEditorProposal({ editor, reference })).toEqual({ ok: true });
    expect(await changeStatuses(reference)).toEqual({ link: 'withdrawn', maintainer: 'accepted' });
    expect(await db.contribution.findUniqueOrThrow({ where: { reference }, select: { status: true } })).toEqual({
      status: 'published',
    });
    const whole = await propose('charter-of-trust', [{ cell: 'stakeholders', value: 'Companies' }]);
    expect(await withdrawEditorProposal({ editor: whole.editor, reference: whole.reference })).toEqual({ ok: true });
    expect(await withdrawEditorProposal({ editor: whole.editor, reference: whole.reference })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(
      await db.contribution.findUniqueOrThrow({
        where: { reference: whole.reference },
        select: { status: true, publishedAt: true },
      }),
    ).toEqual({ status: 'withdrawn', publishedAt: null });
  });

  it('adds an agreement', async () => {
    const editor = await makeEditor();
    const changes = [
      { cell: 'name', value: 'Example Accord on Routers', source: SOURCE },
      { cell: 'summary', value: 'Routers are to be patched.', source: SOURCE },
    ];
    const result = await submitEditorProposal({
      editor,
      proposal: editorProposal.parse({ kind: 'new', comment: 'Missing so far.', changes, submissionKey: randomUUID() }),
    });
    if (!result.ok) throw new Error(JSON.stringify(result));
    const rows = await db.proposedChange.findMany({
      where: { contribution: { reference: result.reference } },
      select: { id: true },
    });
    const decisions = rows.map(({ id }) => ({ change: id, outcome: 'accept' as const, seen: 0, resolve: false }));
    expect(await decideChanges({ editor: await makeEditor(), reference: result.reference, decisions })).toMatchObject({
      ok: true,
      revisions: [{ agreement: 'example-accord-on-routers', version: 1 }],
    });
    expect(await readContribution(result.reference, 'en')).toMatchObject({
      status: 'published',
      proposals: [{ kind: 'new', agreement: { slug: 'example-accord-on-routers' } }],
    });
  });
});
