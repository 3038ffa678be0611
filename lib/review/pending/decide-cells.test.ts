import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { readHistory, readAgreement } from '@/lib/publication/agreements';
import { listEffectsAsPublished } from '@/lib/publication/effects';
import { grantApproval, refuseApproval } from '@/lib/review/approvals/answer-approval';
import { listApprovals } from '@/lib/review/approvals/approval-list';
import { setRule } from '@/lib/review/approvals/rule-settings';
import { decideChanges } from '@/lib/review/decide';
import { undoCommand } from '@/lib/review/undo/undo';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { rounds } from '@/prisma/factories/thoroughness';
import { decideCells } from './decide-cells';

useTestDatabase();

const CRITERION = 'supply-chain-integrity';
type Editor = Awaited<ReturnType<typeof makeEditor>>;
let editor: Editor;
let slug: string;
beforeEach(async () => {
  editor = await makeEditor();
  ({ slug } = await makeAgreement());
});

afterEach(async () => {
  await db.reviewRule.deleteMany();
});

type Sent = Awaited<ReturnType<typeof submit>>;
const propose = (cells: Record<string, unknown>, affiliation?: string) =>
  submit(
    proposing(
      slug,
      Object.entries(cells).map(([cell, value]) => ({ cell, value })),
      affiliation,
    ),
  );
const accept = ({ changes }: Sent, cell: string, seen = 0) => ({
  change: changes[cell] ?? '',
  outcome: 'accept' as const,
  seen,
  resolve: false,
});
const reject = ({ changes }: Sent, cell: string) => ({
  change: changes[cell] ?? '',
  outcome: 'reject' as const,
  reason: 'The text does not say so.',
});
const statusesOf = async (sent: Sent[], cell: string) =>
  Promise.all(
    sent.map(
      async ({ changes }) =>
        (await db.proposedChange.findUniqueOrThrow({ where: { id: changes[cell] ?? '' }, select: { status: true } }))
          .status,
    ),
  );

describe('cells of several contributions, decided together', () => {
  it('become one revision, which credits each cell to its own contributions', async () => {
    const [one, two, three] = [
      await propose({ [CRITERION]: 'yes', maintainer: 'The secretariat' }),
      await propose({ [CRITERION]: 'yes' }),
      await propose({ [CRITERION]: 'no', link: 'https://example.org/text' }),
    ];
    const before = (await readAgreementCells(slug))?.version ?? 0;
    const decisions = [
      accept(one, CRITERION),
      accept(two, CRITERION),
      accept(one, 'maintainer'),
      accept(three, 'link'),
    ];
    expect(await decideCells({ editor, agreement: slug, decisions })).toEqual({
      ok: true,
      decided: 3,
      joined: 1,
      superseded: 1,
      revisions: [{ agreement: slug, version: before + 1 }],
      waiting: null,
      effects: [],
    });
    expect(await statusesOf([one, two, three], CRITERION)).toEqual(['accepted', 'accepted', 'superseded']);
    const published = await readAgreement(slug);
    expect(published?.assessments[CRITERION]?.contributions.toSorted()).toEqual([one.reference, two.reference].sort());
    expect(published?.facts.link?.contributions).toEqual([three.reference]);
    expect(published?.facts.link?.source).toBe(`Contribution ${three.reference}`);
    const [newest] = (await readHistory(slug)) ?? [];
    expect(newest).toMatchObject({ version: before + 1, contribution: null });
    expect(newest?.summary).toBe(`Decision on ${[one.reference, three.reference].sort().join(', ')}`);
    expect(
      (await listEffectsAsPublished(three.reference)).flatMap(({ cells }) => cells.map(({ cell }) => cell)),
    ).toEqual(['link']);
    // sent again, it changes nothing
    expect(await decideCells({ editor, agreement: slug, decisions })).toMatchObject({ ok: true, decided: 0 });
    expect((await readAgreementCells(slug))?.version).toBe(before + 1);
  });

  it('are in the log of each contribution, and each has a draft of a mail', async () => {
    const about = { email: 'office@example.org' };
    const [one, two] = [
      await submit({ ...proposing(slug, [{ cell: CRITERION, value: 'yes' }]), about }),
      await submit({ ...proposing(slug, [{ cell: 'maintainer', value: 'The secretariat' }]), about }),
    ];
    await decideCells({ editor, agreement: slug, decisions: [accept(one, CRITERION), reject(two, 'maintainer')] });
    const events = await db.auditEvent.findMany({
      where: { action: 'changes.decided', userId: editor.userId },
      select: { subjectId: true, details: true },
    });
    expect(
      Object.fromEntries(
        events.map(({ subjectId, details }) => [subjectId, (details as { outcomes: object }).outcomes]),
      ),
    ).toEqual({
      [one.id]: { [one.changes[CRITERION] ?? '']: 'accepted' },
      [two.id]: { [two.changes.maintainer ?? '']: 'rejected' },
    });
    const mails = await db.mail.findMany({
      where: { kind: 'decisions-made', contributionId: { in: [one.id, two.id] } },
      select: { contributionId: true, status: true },
    });
    expect(mails.map(({ contributionId }) => contributionId).toSorted()).toEqual([one.id, two.id].sort());
    expect(mails.map(({ status }) => status)).toEqual(['draft', 'draft']);
  });

  it('supersede a rival, and reject it only where the editor says so, with a reason', async () => {
    const [one, two, three] = [
      await propose({ [CRITERION]: 'yes' }),
      await propose({ [CRITERION]: 'no' }),
      await propose({ [CRITERION]: 'indirect' }),
    ];
    const decisions = [accept(one, CRITERION), reject(two, CRITERION)];
    expect(await decideCells({ editor, agreement: slug, decisions })).toMatchObject({ ok: true, superseded: 1 });
    expect(await statusesOf([one, two, three], CRITERION)).toEqual(['accepted', 'rejected', 'superseded']);
    const reason = await db.decision.findUnique({
      where: { changeId: two.changes[CRITERION] ?? '' },
      select: { reason: true },
    });
    expect(reason).toEqual({ reason: 'The text does not say so.' });
  });

  it('are refused, all of them, where two different values are accepted for one cell', async () => {
    const [one, two] = [await propose({ [CRITERION]: 'yes' }), await propose({ [CRITERION]: 'no' })];
    expect(
      await decideCells({ editor, agreement: slug, decisions: [accept(one, CRITERION), accept(two, CRITERION)] }),
    ).toEqual({ ok: false, reason: 'invalid', issues: [{ path: 'decisions.1', code: 'two_values' }] });
    expect(await statusesOf([one, two], CRITERION)).toEqual(['pending', 'pending']);
  });

  it('are refused where one cell has moved, or one was decided by another editor', async () => {
    const [one, two, rival] = [
      await propose({ maintainer: 'The secretariat' }),
      await propose({ [CRITERION]: 'no' }),
      await propose({ maintainer: 'The assembly' }),
    ];
    await decideChanges({
      editor: await makeEditor(),
      reference: rival.reference,
      decisions: [
        { ...accept(rival, 'maintainer'), outcome: 'amend', value: 'The bureau', resolve: undefined } as never,
      ],
    });
    const again = await propose({ maintainer: 'The council' });
    const decisions = [accept(two, CRITERION), accept(again, 'maintainer')];
    expect(await decideCells({ editor, agreement: slug, decisions })).toMatchObject({
      reason: 'stale',
      issues: [{ path: 'decisions.1.seen', code: 'stale' }],
    });
    expect(
      await decideCells({ editor, agreement: slug, decisions: [accept(two, CRITERION), reject(one, 'maintainer')] }),
    ).toMatchObject({ reason: 'already_decided', issues: [{ path: 'decisions.1', code: 'already_decided' }] });
    expect(await statusesOf([two], CRITERION)).toEqual(['pending']);
  });

  it('are refused where a change is of another agreement', async () => {
    const one = await propose({ [CRITERION]: 'yes' });
    const other = await submit(proposing('manrs', [{ cell: 'maintainer', value: 'Its members' }]));
    expect(
      await decideCells({ editor, agreement: slug, decisions: [accept(one, CRITERION), accept(other, 'maintainer')] }),
    ).toMatchObject({ reason: 'not_found', issues: [{ path: 'decisions.1.change', code: 'not_found' }] });
  });

  it('are refused where one contribution is of the editor’s organisation, and another editor decides', async () => {
    const colleague = await makeEditor({ organisation: 'Harbour Institute' });
    const [one, own] = [
      await propose({ maintainer: 'The secretariat' }),
      await propose({ [CRITERION]: 'yes' }, 'Harbour Institute'),
    ];
    const decisions = [accept(one, 'maintainer'), accept(own, CRITERION)];
    expect(await decideCells({ editor: colleague, agreement: slug, decisions })).toEqual({
      ok: false,
      reason: 'own_organisation',
      issues: [{ path: 'decisions.1', code: 'rival_own_organisation' }],
    });
    expect(await statusesOf([one], 'maintainer')).toEqual(['pending']);
    const [refused] = await db.auditEvent.findMany({
      where: { action: 'decision.refused', userId: colleague.userId },
      select: { details: true },
    });
    expect(refused?.details).toEqual({ command: 'decide', reason: 'own_organisation' });
    expect(await decideCells({ editor, agreement: slug, decisions })).toMatchObject({ ok: true, decided: 2 });
  });

  it('wait for a second editor where a rule asks for one, who is not of an organisation concerned', async () => {
    await setRule(await makeEditor({ role: 'admin' }), { action: 'bulk', secondEditor: true, threshold: 2 });
    const [one, two] = [
      await propose({ maintainer: 'The secretariat' }),
      await propose({ [CRITERION]: 'yes' }, 'Harbour Institute'),
    ];
    const decisions = [accept(one, 'maintainer'), accept(two, CRITERION)];
    const result = await decideCells({ editor, agreement: slug, decisions });
    expect(result).toMatchObject({ ok: true, decided: 0, waiting: { rules: ['bulk'] } });
    const id = (result.ok && result.waiting?.approval) || '';
    const [colleague, second] = [await makeEditor({ organisation: 'Harbour Institute' }), await makeEditor()];
    const listed = async (who: Editor) => (await listApprovals(who)).find((row) => row.id === id);
    expect((await listed(colleague))?.barred).toBe('own_organisation');
    expect((await listed(second))?.barred).toBeNull();
    expect((await listed(second))?.cells.map(({ key }) => key)).toEqual(['maintainer', CRITERION]);
    expect(await grantApproval({ editor: colleague, id })).toMatchObject({ reason: 'own_organisation' });
    expect(await refuseApproval({ editor: colleague, id, answer: 'No.' })).toMatchObject({
      reason: 'own_organisation',
    });
    expect(await statusesOf([one], 'maintainer')).toEqual(['pending']);
    expect(await grantApproval({ editor: second, id })).toEqual({ ok: true });
    expect(await statusesOf([one], 'maintainer')).toEqual(['accepted']);
    expect(await statusesOf([two], CRITERION)).toEqual(['accepted']);
    const deciders = await db.decision.findMany({
      where: { changeId: { in: decisions.map(({ change }) => change) } },
      select: { userId: true, secondedById: true },
    });
    expect(deciders).toEqual(decisions.map(() => ({ userId: editor.userId, secondedById: second.userId })));
  });

  it('are undone for one contribution, and stay for the others', async () => {
    const [one, two] = [await propose({ maintainer: 'The secretariat' }), await propose({ [CRITERION]: 'yes' })];
    await decideCells({ editor, agreement: slug, decisions: [accept(one, 'maintainer'), accept(two, CRITERION)] });
    const { commandId } = await db.decision.findUniqueOrThrow({
      where: { changeId: one.changes.maintainer ?? '' },
      select: { commandId: true },
    });
    const undone = await undoCommand({
      editor,
      reference: one.reference,
      command: commandId,
      reason: 'Too early.',
    });
    expect(undone).toMatchObject({ ok: true, back: 1 });
    const cells = (await readAgreementCells(slug))?.cells;
    expect([cells?.maintainer, cells?.[CRITERION]?.value]).toEqual([undefined, 'yes']);
  });
});

it('of two editors who decide the same cells at once, one wins, and nothing is half done', async () => {
  const [first, second] = [await makeEditor(), await makeEditor()];
  for (let round = 0; round < rounds(6, 100); round += 1) {
    ({ slug } = await makeAgreement());
    const [one, two] = [
      await propose({ [CRITERION]: 'yes', maintainer: 'The secretariat' }),
      await propose({ [CRITERION]: 'no', maintainer: 'The secretariat' }),
    ];
    const results = await Promise.all([
      decideCells({
        editor: first,
        agreement: slug,
        decisions: [accept(one, CRITERION), accept(two, 'maintainer')],
      }),
      round % 2
        ? decideCells({
            editor: second,
            agreement: slug,
            decisions: [accept(two, CRITERION), accept(one, 'maintainer')],
          })
        : decideChanges({
            editor: second,
            reference: two.reference,
            decisions: [accept(two, 'maintainer'), accept(two, CRITERION)],
          }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    results.forEach((result) => expect(result.ok || ['already_decided', 'stale'].includes(result.reason)).toBe(true));
    const statuses = [...(await statusesOf([one, two], CRITERION)), ...(await statusesOf([one, two], 'maintainer'))];
    expect(statuses.toSorted()).toEqual(['accepted', 'accepted', 'accepted', 'superseded']);
    expect(await db.revision.count({ where: { agreement: { slug } } })).toBe(2);
  }
}, 120_000);
