import { beforeEach, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decideChanges } from './decide';

useTestDatabase();

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let editor: Editor;
beforeEach(async () => {
  editor = await makeEditor();
});

const cellOf = async (slug: string, key: string) => (await readAgreementCells(slug))?.cells[key];
const versionOf = async (slug: string, key: string) => (await cellOf(slug, key))?.version ?? 0;
const statusOf = async (id: string) => (await db.proposedChange.findUniqueOrThrow({ where: { id } })).status;

describe('deciding cells', () => {
  it('accepts one, amends one, rejects one: the dataset, its history and the record say so', async () => {
    const { reference, changes } = await submit(eastWestSubmission());
    const before = await readAgreementCells('gcsc');
    const result = await decideChanges({
      editor,
      reference,
      decisions: [
        {
          change: changes.name ?? '',
          outcome: 'amend',
          seen: 1,
          value: 'GCSC Cyberstability Framework',
          reason: 'Shorter.',
        },
        { change: changes.launchDate ?? '', outcome: 'reject', reason: 'The first norms were launched earlier.' },
        { change: changes['respond-to-requests-for-help'] ?? '', outcome: 'accept', seen: 1, resolve: false },
      ],
    });
    const version = (before?.version ?? 0) + 1;
    expect(result).toEqual({
      ok: true,
      decided: 3,
      joined: 0,
      superseded: 0,
      revisions: [{ agreement: 'gcsc', version }],
      waiting: null,
      effects: [],
    });

    const after = await readAgreementCells('gcsc');
    expect(after?.name).toBe('GCSC Cyberstability Framework');
    expect(after?.cells.name).toMatchObject({
      value: 'GCSC Cyberstability Framework',
      source: 'Advancing Cyberstability, final report, November 2019',
      version,
    });
    expect(after?.cells['respond-to-requests-for-help']).toMatchObject({
      value: 'yes',
      note: 'Not one of the eight norms, but part of the principle "Requirement to Act".',
      source: 'Advancing Cyberstability, principles',
      version,
    });
    expect(after?.cells.launchDate).toEqual(before?.cells.launchDate);

    const revision = await db.revision.findFirstOrThrow({
      where: { agreement: { slug: 'gcsc' }, version },
      select: {
        userId: true,
        contribution: { select: { reference: true } },
        changes: { orderBy: { key: 'asc' }, select: { key: true, before: true } },
      },
    });
    expect(revision).toEqual({
      userId: editor.userId,
      contribution: { reference },
      changes: [
        {
          key: 'name',
          before: {
            value: before?.cells.name?.value,
            note: before?.cells.name?.note,
            source: before?.cells.name?.source,
            asOf: '2019',
          },
        },
        { key: 'respond-to-requests-for-help', before: { value: 'not_assessed', note: null, source: null } },
      ],
    });
    expect(await db.auditEvent.count({ where: { action: 'changes.decided', userId: editor.userId } })).toBe(1);
    expect(
      await db.mail.count({ where: { kind: 'decisions-made', status: 'draft', contribution: { reference } } }),
    ).toBe(1);
  });

  it('is a no-op when the same editor sends the same decision again, and refuses any other', async () => {
    const { reference, changes } = await submit(proposing('manrs', [{ cell: 'report-vulnerabilities', value: 'yes' }]));
    const change = changes['report-vulnerabilities'] ?? '';
    const accept = { change, outcome: 'accept', seen: 1, resolve: false } as const;
    expect(await decideChanges({ editor, reference, decisions: [accept] })).toMatchObject({ ok: true, decided: 1 });
    expect(await decideChanges({ editor, reference, decisions: [accept] })).toEqual({
      ok: true,
      decided: 0,
      joined: 0,
      superseded: 0,
      revisions: [],
      waiting: null,
      effects: [],
    });
    const other = await decideChanges({
      editor,
      reference,
      decisions: [{ change, outcome: 'reject', reason: 'On second thoughts.' }],
    });
    expect(other).toEqual({
      ok: false,
      reason: 'already_decided',
      issues: [{ path: 'decisions.0', code: 'already_decided' }],
    });
    const another = await decideChanges({ editor: await makeEditor(), reference, decisions: [accept] });
    expect(another).toMatchObject({ ok: false, reason: 'already_decided' });
    expect(await db.decision.count({ where: { changeId: change } })).toBe(1);
  });

  it('decides all or nothing', async () => {
    const { reference, changes } = await submit(
      proposing('foc-recommendations', [
        { cell: 'launchDate', value: '2015' },
        { cell: 'maintainer', value: 'Freedom Online Coalition' },
      ]),
    );
    const result = await decideChanges({
      editor,
      reference,
      decisions: [
        { change: changes.launchDate ?? '', outcome: 'accept', seen: 0, resolve: false },
        { change: changes.maintainer ?? '', outcome: 'accept', seen: 7, resolve: false },
      ],
    });
    expect(result).toEqual({ ok: false, reason: 'stale', issues: [{ path: 'decisions.1.seen', code: 'stale' }] });
    expect(await cellOf('foc-recommendations', 'launchDate')).toBeUndefined();
    expect(await statusOf(changes.launchDate ?? '')).toBe('pending');
  });

  it('shows a cell that moved as a conflict, and lets it wait until an editor resolves it', async () => {
    const first = await submit(proposing('csde-anti-botnet-guide', [{ cell: 'interstate-cooperation', value: 'no' }]));
    await decideChanges({
      editor,
      reference: first.reference,
      decisions: [
        { change: first.changes['interstate-cooperation'] ?? '', outcome: 'amend', seen: 1, value: 'indirect' },
      ],
    });
    // Written against version 1, where the cell held nothing.
    const input = proposing('csde-anti-botnet-guide', [{ cell: 'interstate-cooperation', value: 'yes' }]);
    const second = await submit({
      ...input,
      proposals: input.proposals?.map((one) => ({ ...one, baseVersion: 1 })) as typeof input.proposals,
    });
    const change = second.changes['interstate-cooperation'] ?? '';
    const seen = await versionOf('csde-anti-botnet-guide', 'interstate-cooperation');
    expect(
      await decideChanges({
        editor,
        reference: second.reference,
        decisions: [{ change, outcome: 'accept', seen, resolve: false }],
      }),
    ).toEqual({
      ok: false,
      reason: 'conflict',
      issues: [{ path: 'decisions.0', code: 'conflict' }],
    });
    expect(await statusOf(change)).toBe('pending');
    expect(
      await decideChanges({
        editor,
        reference: second.reference,
        decisions: [{ change, outcome: 'accept', seen, resolve: true }],
      }),
    ).toMatchObject({ ok: true, decided: 1 });
    expect(await cellOf('csde-anti-botnet-guide', 'interstate-cooperation')).toMatchObject({
      value: 'yes',
      version: seen + 1,
    });
  });

  it('supersedes rivals visibly, and joins and credits those that say the same', async () => {
    const cell = 'supply-chain-integrity';
    const winner = await submit(
      proposing('eu-cybersecurity-act', [{ cell, value: 'indirect', note: 'Through certification.' }]),
    );
    const same = await submit(proposing('eu-cybersecurity-act', [{ cell, value: 'indirect' }]));
    const rival = await submit(proposing('eu-cybersecurity-act', [{ cell, value: 'no' }]));
    const result = await decideChanges({
      editor,
      reference: winner.reference,
      decisions: [{ change: winner.changes[cell] ?? '', outcome: 'accept', seen: 1, resolve: false }],
    });
    expect(result).toMatchObject({ ok: true, decided: 1, joined: 1, superseded: 1 });
    expect(await statusOf(same.changes[cell] ?? '')).toBe('accepted');
    expect(await statusOf(rival.changes[cell] ?? '')).toBe('superseded');
    expect(
      await db.decision.findUniqueOrThrow({
        where: { changeId: rival.changes[cell] ?? '' },
        select: { outcome: true, winnerId: true, value: true },
      }),
    ).toEqual({
      outcome: 'superseded',
      winnerId: winner.changes[cell],
      value: null,
    });
    const credit = await db.revisionCredit.findFirstOrThrow({
      where: { key: cell },
      select: { contribution: { select: { reference: true } } },
    });
    expect(credit.contribution.reference).toBe(same.reference);
  });

  it("refuses an editor's own organisation, admins included, and changes nothing", async () => {
    const { reference, changes } = await submit(eastWestSubmission());
    const own = await makeEditor({ role: 'admin', organisation: 'The Eastwest institute' });
    const result = await decideChanges({
      editor: own,
      reference,
      decisions: [{ change: changes.launchDate ?? '', outcome: 'reject', reason: 'No.' }],
    });
    expect(result).toEqual({ ok: false, reason: 'own_organisation' });
    expect(await statusOf(changes.launchDate ?? '')).toBe('pending');
  });

  it('does not find another contribution’s change, nor an unknown reference', async () => {
    const one = await submit(proposing('sco-agreement', [{ cell: 'link', value: 'https://example.org/sco' }]));
    const other = await submit(proposing('oas-strategy', [{ cell: 'link', value: 'https://example.org/oas' }]));
    const decision = { change: other.changes.link ?? '', outcome: 'reject', reason: 'Not the official text.' } as const;
    expect(await decideChanges({ editor, reference: one.reference, decisions: [decision] })).toMatchObject({
      ok: false,
      reason: 'not_found',
    });
    expect(await decideChanges({ editor, reference: 'BPF-2020-999', decisions: [decision] })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });
});
