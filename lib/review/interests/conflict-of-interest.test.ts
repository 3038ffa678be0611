import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { grantApproval } from '@/lib/review/approvals/answer-approval';
import { setRule } from '@/lib/review/approvals/rule-settings';
import { assignContribution } from '@/lib/review/assignment/assignment';
import { readPeopleOf } from '@/lib/review/assignment/assignees';
import { decideChanges } from '@/lib/review/decide';
import { readNotes } from '@/lib/review/notes';
import { submitEditorProposal } from '@/lib/review/editor-proposals';
import { editorProposal } from '@/lib/review/editor-proposal-schema';
import { readForReview } from '@/lib/review/review-page/review-page';
import { publishContribution } from '@/lib/review/publication';
import { recuse } from './recusal';
import { mergeNewProposals } from '@/lib/review/targets';
import { undoRevision } from '@/lib/review/undo/undo';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findMailBlocker } from './conflict-of-interest';

useTestDatabase();

type Person = Awaited<ReturnType<typeof makeEditor>>;
const INSTITUTE = 'Institute for Open Networks (ION)';
let editor: Person;
let own: Person;
beforeAll(async () => {
  [editor, own] = [await makeEditor(), await makeEditor({ organisation: 'The Institute for Open Networks' })];
});

const REASON = 'Not as its source has it.';
const seen = async (agreement: string, key: string) => (await readAgreementCells(agreement))?.cells[key]?.version ?? 0;
const propose = (agreement: string, key: string, value: string, affiliation?: string) =>
  submit(proposing(agreement, [{ cell: key, value }], affiliation));
const accept = async (agreement: string, key: string, change: string | undefined) => ({
  change: change ?? '',
  outcome: 'accept' as const,
  seen: await seen(agreement, key),
  resolve: true,
});
const statusOf = async (id: string | undefined) =>
  (await db.proposedChange.findUniqueOrThrow({ where: { id: id ?? '' } })).status;
const idOf = async (reference: string) => (await db.contribution.findUniqueOrThrow({ where: { reference } })).id;
const refusals = async (reference: string) =>
  db.auditEvent.findMany({
    where: { action: 'decision.refused', subjectId: await idOf(reference) },
    orderBy: { id: 'asc' },
    select: { userId: true, details: true },
  });

/** Accepts another contributor's value; returns the version that this made. */
async function accepted(
  agreement: string,
  key: string,
  value: string,
  affiliation?: string,
): Promise<{ version: number; reference: string }> {
  const { reference, changes } = await propose(agreement, key, value, affiliation);
  const result = await decideChanges({ editor, reference, decisions: [await accept(agreement, key, changes[key])] });
  if (!result.ok) throw new Error(result.reason);
  return { version: result.revisions[0]?.version ?? 0, reference };
}

describe('what a command decides along', () => {
  it('may not be joined: the same value proposed by the refused editor is not a way around', async () => {
    const theirs = await propose('gcsc', 'maintainer', 'A network', INSTITUTE);
    const decision = await accept('gcsc', 'maintainer', theirs.changes.maintainer);
    expect(await decideChanges({ editor: own, reference: theirs.reference, decisions: [decision] })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
    const proposal = editorProposal.parse({
      kind: 'update',
      agreement: 'gcsc',
      comment: 'As its site says.',
      changes: [{ cell: 'maintainer', value: 'A network', source: 'Its site' }],
      baseVersion: 1,
      submissionKey: randomUUID(),
    });
    const mine = await submitEditorProposal({ editor: own, proposal });
    const reference = mine.ok ? mine.reference : '';
    const change = await db.proposedChange.findFirstOrThrow({
      where: { contribution: { reference } },
      select: { id: true },
    });
    const around = [await accept('gcsc', 'maintainer', change.id)];
    const refused = {
      ok: false,
      reason: 'own_organisation',
      issues: [{ path: 'decisions.0', code: 'rival_own_organisation' }],
    };
    expect(await decideChanges({ editor: own, reference, decisions: around, dryRun: true })).toEqual(refused);
    expect(await decideChanges({ editor: own, reference, decisions: around })).toEqual(refused);
    expect([await statusOf(change.id), await statusOf(theirs.changes.maintainer)]).toEqual(['pending', 'pending']);
    expect(await decideChanges({ editor, reference, decisions: around })).toMatchObject({ ok: true });
    expect(await refusals(reference)).toEqual([
      { userId: own.userId, details: { command: 'decide', reason: 'own_organisation' } },
    ]);
  });

  it('may not be superseded by an editor of the same organisation or a recused one', async () => {
    const theirs = await propose('manrs', 'maintainer', 'A society', INSTITUTE);
    const aside = await makeEditor();
    await recuse({ editor: aside, reference: theirs.reference });
    const rival = await propose('manrs', 'maintainer', 'Another society', 'Somebody else');
    const decisions = [await accept('manrs', 'maintainer', rival.changes.maintainer)];
    expect(await decideChanges({ editor: own, reference: rival.reference, decisions })).toMatchObject({
      reason: 'own_organisation',
      issues: [{ path: 'decisions.0' }],
    });
    expect(await decideChanges({ editor: aside, reference: rival.reference, decisions })).toMatchObject({
      reason: 'recused',
      issues: [{ code: 'rival_recused' }],
    });
    expect(await statusOf(theirs.changes.maintainer)).toBe('pending');
    // What decides nothing of theirs is free.
    const reject = [{ change: rival.changes.maintainer ?? '', outcome: 'reject' as const, reason: 'No source.' }];
    expect(await decideChanges({ editor: own, reference: rival.reference, decisions: reject })).toMatchObject({
      ok: true,
    });
  });

  it('may not be brought together in a group of new agreements', async () => {
    const fresh = async (name: string, affiliation: string) => {
      const { reference } = await submit({
        proposals: [{ kind: 'new', changes: [{ cell: 'name', value: name }] }],
        about: { affiliation, show: { affiliation: true } },
        consent: true,
      });
      const { id } = await db.proposal.findFirstOrThrow({ where: { contribution: { reference } } });
      return { reference, proposal: id };
    };
    const [a, theirs, b] = [
      await fresh('Pact of networks', 'A'),
      await fresh('Pact for networks', INSTITUTE),
      await fresh('The pact of networks', 'B'),
    ];
    expect(await mergeNewProposals({ editor, ...theirs, into: a.proposal })).toEqual({ ok: true });
    expect(await mergeNewProposals({ editor: own, ...b, into: a.proposal })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
  });

  it('is refused to one of many who decide at the same moment, independent of the others', async () => {
    for (let round = 0; round < 12; round++) {
      const theirs = await propose('csde-anti-botnet-guide', 'maintainer', `Council ${round}`, INSTITUTE);
      const rival = await propose('csde-anti-botnet-guide', 'maintainer', `Board ${round}`, 'Somebody else');
      const decisions = [await accept('csde-anti-botnet-guide', 'maintainer', rival.changes.maintainer)];
      const [barred, free] = await Promise.all([
        decideChanges({ editor: own, reference: rival.reference, decisions }),
        decideChanges({ editor, reference: rival.reference, decisions }),
      ]);
      expect(free).toMatchObject({ ok: true, superseded: 1 });
      expect(barred.ok).toBe(false);
      expect(
        await db.decision.count({
          where: {
            userId: own.userId,
            changeId: { in: [theirs.changes.maintainer ?? '', rival.changes.maintainer ?? ''] },
          },
        }),
      ).toBe(0);
    }
  }, 60_000);
});

describe('an undoing', () => {
  it('concerns what the undone undoing did, and whose value comes back', async () => {
    const { version } = await accepted('tech-accord', 'maintainer', 'The secretariat', INSTITUTE);
    expect(
      await undoRevision({ editor, agreement: 'tech-accord', version, again: false, reason: REASON }),
    ).toMatchObject({ ok: true });
    expect(await undoRevision({ editor: own, agreement: 'tech-accord', version: version + 1, reason: REASON })).toEqual(
      { ok: false, reason: 'own_organisation' },
    );
    expect(
      await undoRevision({ editor, agreement: 'tech-accord', version: version + 1, reason: REASON }),
    ).toMatchObject({ ok: true });
    const later = await accepted('tech-accord', 'maintainer', 'Its signatories', 'Somebody else');
    expect(
      await undoRevision({ editor: own, agreement: 'tech-accord', version: later.version, reason: REASON }),
    ).toEqual({ ok: false, reason: 'own_organisation' });
    expect(
      await undoRevision({ editor, agreement: 'tech-accord', version: later.version, reason: REASON }),
    ).toMatchObject({ ok: true });
    expect((await readAgreementCells('tech-accord'))?.cells.maintainer?.value).toBe('The secretariat');
  });
});

describe('a second editor', () => {
  it('may not approve what concerns their organisation, undoing and rivals included; the request stays', async () => {
    const admin = await makeEditor({ role: 'admin' });
    await setRule(admin, { action: 'rename', secondEditor: true });
    const [theirs, rival] = [
      await propose('oas-strategy', 'name', 'Strategy A', INSTITUTE),
      await propose('oas-strategy', 'name', 'Strategy B', 'Somebody else'),
    ];
    const decisions = [await accept('oas-strategy', 'name', rival.changes.name)];
    const asked = await decideChanges({ editor, reference: rival.reference, decisions });
    const id = (asked.ok && asked.waiting?.approval) || '';
    expect(await grantApproval({ editor: own, id })).toMatchObject({ ok: false, reason: 'own_organisation' });
    expect((await db.approval.findUniqueOrThrow({ where: { id } })).status).toBe('waiting');
    // Nor is it for them to ask for.
    expect(await decideChanges({ editor: own, reference: rival.reference, decisions })).toMatchObject({
      ok: false,
      reason: 'own_organisation',
    });
    expect(await grantApproval({ editor: admin, id })).toEqual({ ok: true });
    expect(await statusOf(theirs.changes.name)).toBe('superseded');

    const undoing = await undoRevision({
      editor,
      agreement: 'oas-strategy',
      version: await seen('oas-strategy', 'name'),
      reason: REASON,
    });
    const waiting = (undoing.ok && undoing.waiting) || '';
    expect(await grantApproval({ editor: own, id: waiting })).toEqual({ ok: false, reason: 'own_organisation' });
    expect((await db.approval.findUniqueOrThrow({ where: { id: waiting } })).status).toBe('waiting');
    expect(await grantApproval({ editor: admin, id: waiting })).toEqual({ ok: true });
    await setRule(admin, { action: 'rename', secondEditor: false });
  });
});

describe('an anonymous contribution', () => {
  it('is refused to its own organisation without a name, a domain or a reason, in the log too', async () => {
    const mate = await makeEditor({ email: 'mate@zq9-networks.example', organisation: 'Zq9 Networks' });
    const email = 'office@mail.zq9-networks.example';
    const about = { anonymous: true as const, affiliation: 'Zq9 Networks Ltd', email };
    const { reference, changes } = await submit({
      ...proposing('paris-call', [{ cell: 'maintainer', value: 'A ministry' }]),
      about,
    });
    expect(
      await decideChanges({
        editor: mate,
        reference,
        decisions: [await accept('paris-call', 'maintainer', changes.maintainer)],
      }),
    ).toEqual({ ok: false, reason: 'other_editor' });
    expect(await publishContribution({ editor: mate, reference })).toEqual({ ok: false, reason: 'other_editor' });
    expect(await readNotes(reference, mate)).toEqual({ barred: 'other_editor' });
    expect(await readForReview(reference, mate, 'en')).toMatchObject({
      blocker: 'other_editor',
      contact: null,
      mayDecide: false,
    });
    expect((await readPeopleOf(reference))?.candidates.find(({ userId }) => userId === mate.userId)?.blocker).toBe(
      'assignee_other',
    );
    expect(await assignContribution({ editor, reference, to: mate.userId, from: null })).toEqual({
      ok: false,
      reason: 'cannot_take_it',
      issues: [{ path: 'to', code: 'assignee_other' }],
    });
    expect(await refusals(reference)).toEqual([
      { userId: mate.userId, details: { command: 'decide', reason: 'other_editor' } },
      { userId: mate.userId, details: { command: 'publish', reason: 'other_editor' } },
    ]);
    const rival = await propose('paris-call', 'maintainer', 'A foundation', 'Somebody else');
    const decided = await decideChanges({
      editor: mate,
      reference: rival.reference,
      decisions: [await accept('paris-call', 'maintainer', rival.changes.maintainer)],
    });
    expect(decided).toEqual({
      ok: false,
      reason: 'other_editor',
      issues: [{ path: 'decisions.0', code: 'rival_other_editor' }],
    });
    const log = await db.auditEvent.findMany({ where: { userId: mate.userId } });
    expect(
      JSON.stringify(log, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).toLowerCase(),
    ).not.toMatch(/zq9|own_organisation/);
  });
});

it('another editor writes and sends a mail to one’s own organisation, and makes each decision in it', async () => {
  const input = proposing('gcsc', [{ cell: 'link', value: 'https://example.org/gcsc' }], INSTITUTE);
  const { reference, changes } = await submit({
    ...input,
    about: { affiliation: INSTITUTE, show: { affiliation: true }, email: 'office@example.org' },
  });
  await decideChanges({
    editor,
    reference,
    decisions: [{ change: changes.link ?? '', outcome: 'reject', reason: 'No source.' }],
  });
  const { id } = await db.mail.findFirstOrThrow({ where: { contribution: { reference }, status: 'draft' } });
  expect([await findMailBlocker([id], own), await findMailBlocker([id], editor)]).toEqual([
    { ok: false, reason: 'own_organisation' },
    null,
  ]);
});
