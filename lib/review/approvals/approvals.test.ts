import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { reinstateAgreement, retireAgreement } from '@/lib/review/retirement';
import { undoRevision } from '@/lib/review/undo/undo';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { grantApproval, refuseApproval, withdrawApproval } from './answer-approval';
import { listApprovals, readRules } from './approval-list';
import type { RuleAction } from './rules';
import { setRule } from './rule-settings';

useTestDatabase();

const NO_RULES = { rename: false, retire: false, own_proposal: false, on_behalf: false, bulk: null };
type Editor = Awaited<ReturnType<typeof makeEditor>>;
let admin: Editor;
let asker: Editor;
let second: Editor;
beforeEach(async () => {
  [admin, asker, second] = [await makeEditor({ role: 'admin' }), await makeEditor(), await makeEditor()];
});
afterEach(async () => {
  await db.reviewRule.deleteMany();
});

const set = (action: RuleAction, threshold?: number) => setRule(admin, { action, secondEditor: true, threshold });
const cell = async (slug: string, key: string) => (await readAgreementCells(slug))?.cells[key];

async function renaming(slug: string, value: string) {
  const { reference, changes } = await submit(proposing(slug, [{ cell: 'name', value }]));
  const decisions = [
    {
      change: changes.name ?? '',
      outcome: 'accept' as const,
      seen: (await cell(slug, 'name'))?.version ?? 0,
      resolve: true,
    },
  ];
  return {
    reference,
    change: changes.name ?? '',
    decisions,
    ask: (editor: Editor) => decideChanges({ editor, reference, decisions }),
  };
}

/** Asks, and returns the request's id. */
async function asked(slug: string, value: string) {
  const { ask, ...rest } = await renaming(slug, value);
  const result = await ask(asker);
  if (!result.ok || !result.waiting?.approval) throw new Error(`nothing waits: ${JSON.stringify(result)}`);
  return { ...rest, ask, id: result.waiting.approval };
}

describe('rules', () => {
  it('are set by admins, and ask for no second editor at first', async () => {
    expect(await readRules()).toEqual(NO_RULES);
    expect(await setRule(asker, { action: 'rename', secondEditor: true })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await setRule(admin, { action: 'sleep', secondEditor: true })).toMatchObject({
      ok: false,
      reason: 'invalid',
    });
    expect(await set('bulk', 1)).toMatchObject({ ok: false, issues: [{ path: 'threshold', code: 'too_few_cells' }] });
    expect([await set('bulk', 5), await set('bulk', 5), await set('rename')]).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    expect(await readRules()).toEqual({ ...NO_RULES, rename: true, bulk: 5 });
    expect(await db.auditEvent.count({ where: { action: 'rule.set', userId: admin.userId } })).toBe(2);
    expect(await setRule(admin, { action: 'bulk', secondEditor: false })).toEqual({ ok: true });
    expect((await readRules()).bulk).toBeNull();
  });

  it('let a decision wait that renames an agreement, and no other', async () => {
    await set('rename');
    const { id, reference, ask, change } = await asked('gcsc', 'Another name for it');
    expect((await cell('gcsc', 'name'))?.version).toBe(1);
    expect((await db.proposedChange.findUniqueOrThrow({ where: { id: change } })).status).toBe('pending');
    // Asking for the same again is the same request; the others have been told of it once.
    expect(await ask(asker)).toMatchObject({ ok: true, decided: 0, waiting: { approval: id, rules: ['rename'] } });
    expect(await db.notice.count({ where: { userId: second.userId, kind: 'approval_asked' } })).toBe(1);
    expect(await db.notice.count({ where: { userId: asker.userId } })).toBe(0);
    expect(await listApprovals(second, { reference })).toMatchObject([
      {
        id,
        kind: 'decisions',
        barred: null,
        cells: [{ key: 'name', outcome: 'accept', asked: { value: 'Another name for it' } }],
      },
    ]);
    expect((await listApprovals(asker, { reference }))[0]?.barred).toBe('own_request');

    const harmless = await submit(proposing('gcsc', [{ cell: 'maintainer', value: 'The commission' }]));
    const decision = {
      change: harmless.changes.maintainer ?? '',
      outcome: 'accept' as const,
      seen: (await cell('gcsc', 'maintainer'))?.version ?? 0,
      resolve: false,
    };
    expect(await decideChanges({ editor: asker, reference: harmless.reference, decisions: [decision] })).toMatchObject({
      ok: true,
      decided: 1,
      waiting: null,
    });
  });

  it('let a decision on many cells wait, and a dry run say so without asking', async () => {
    await set('bulk', 2);
    const { reference, changes } = await submit(
      proposing('manrs', [
        { cell: 'link', value: 'https://example.org/m' },
        { cell: 'launchDate', value: '2014' },
      ]),
    );
    const decisions = Object.values(changes).map((change) => ({
      change,
      outcome: 'reject' as const,
      reason: 'No source.',
    }));
    expect(await decideChanges({ editor: asker, reference, decisions, dryRun: true })).toMatchObject({
      ok: true,
      waiting: { approval: null, rules: ['bulk'] },
      effects: [{ outcome: 'rejected' }, {}],
    });
    expect(await db.approval.count({ where: { contribution: { reference } } })).toBe(0);
    expect(await decideChanges({ editor: asker, reference, decisions })).toMatchObject({
      ok: true,
      waiting: { rules: ['bulk'] },
    });
    expect(await decideChanges({ editor: asker, reference, decisions: decisions.slice(0, 1) })).toMatchObject({
      ok: true,
      decided: 1,
    });
  });

  it('keep an editor’s own proposal for others', async () => {
    const { reference, decisions } = await renaming('brazzaville-declaration', 'Brazzaville, renamed');
    await db.contribution.update({ where: { reference }, data: { authorId: asker.userId } });
    await set('own_proposal');
    expect(await decideChanges({ editor: asker, reference, decisions })).toEqual({ ok: false, reason: 'own_proposal' });
    expect(await decideChanges({ editor: second, reference, decisions })).toMatchObject({ ok: true, decided: 1 });
  });
});

describe('a second editor', () => {
  it('agrees, and it is carried out in the name of both', async () => {
    await set('rename');
    const { id, change } = await asked('paris-call', 'The Paris Call, renamed');
    expect(await grantApproval({ editor: asker, id })).toEqual({ ok: false, reason: 'own_request' });
    expect(await grantApproval({ editor: second, id })).toEqual({ ok: true });
    expect((await cell('paris-call', 'name'))?.value).toBe('The Paris Call, renamed');
    const decision = await db.decision.findUniqueOrThrow({ where: { changeId: change }, include: { revision: true } });
    expect([
      decision.userId,
      decision.secondedById,
      decision.revision?.userId,
      decision.revision?.secondedById,
    ]).toEqual([asker.userId, second.userId, asker.userId, second.userId]);
    expect(await grantApproval({ editor: second, id })).toEqual({ ok: false, reason: 'already_in_status' });
    expect(await db.notice.count({ where: { userId: asker.userId, kind: 'approval_granted' } })).toBe(1);
  });

  it('refuses, and who asked reads why; or who asked takes it back', async () => {
    await set('rename');
    const { id, change } = await asked('tech-accord', 'Another accord');
    expect(await refuseApproval({ editor: second, id, answer: 'It is a trade mark.' })).toEqual({ ok: true });
    expect((await db.proposedChange.findUniqueOrThrow({ where: { id: change } })).status).toBe('pending');
    expect((await listApprovals(asker, { answered: true })).find((row) => row.id === id)).toMatchObject({
      status: 'refused',
      answer: 'It is a trade mark.',
    });
    const again = await asked('tech-accord', 'A third accord');
    expect(await withdrawApproval({ editor: second, id: again.id })).toEqual({ ok: false, reason: 'not_found' });
    expect(await withdrawApproval({ editor: asker, id: again.id })).toEqual({ ok: true });
    expect(await grantApproval({ editor: second, id: again.id })).toEqual({ ok: false, reason: 'already_in_status' });
    expect(await grantApproval({ editor: second, id: '00000000-0000-4000-8000-000000000000' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });

  it('can’t be of the contributing organisation, nor recused: the request keeps waiting', async () => {
    await set('rename');
    const { reference, changes } = await submit(
      proposing('oas-strategy', [{ cell: 'name', value: 'Strategy' }], 'Example Institute'),
    );
    const result = await decideChanges({
      editor: asker,
      reference,
      decisions: [{ change: changes.name ?? '', outcome: 'accept', seen: 1, resolve: false }],
    });
    const id = (result.ok && result.waiting?.approval) || '';
    const own = await makeEditor({ organisation: 'Example Institute' });
    expect(await grantApproval({ editor: own, id })).toEqual({ ok: false, reason: 'own_organisation' });
    const { id: contributionId } = await db.contribution.findUniqueOrThrow({ where: { reference } });
    await db.recusal.create({ data: { contributionId, userId: second.userId } });
    expect(await grantApproval({ editor: second, id })).toEqual({ ok: false, reason: 'recused' });
    expect((await db.approval.findUniqueOrThrow({ where: { id } })).status).toBe('waiting');
  });

  it('agrees too late: what no longer fits lapses with its reason, and nothing is half done', async () => {
    await set('rename');
    const { id, change, reference } = await asked('sco-agreement', 'Renamed too late');
    await db.reviewRule.deleteMany();
    await decideChanges({
      editor: second,
      reference,
      decisions: [{ change, outcome: 'reject', reason: 'Meanwhile.' }],
    });
    expect(await grantApproval({ editor: admin, id })).toMatchObject({ ok: false, reason: 'already_decided' });
    expect(await db.approval.findUniqueOrThrow({ where: { id }, select: { status: true, answer: true } })).toEqual({
      status: 'lapsed',
      answer: 'already_decided',
    });
    expect((await cell('sco-agreement', 'name'))?.version).toBe(1);
  });
});

describe('retiring', () => {
  it('takes an agreement out with a reason, keeps its cells and history, and brings it back', async () => {
    expect(await retireAgreement({ editor: asker, agreement: 'arab-convention', reason: 'Replaced.' })).toEqual({
      ok: true,
      waiting: null,
    });
    expect(await retireAgreement({ editor: asker, agreement: 'arab-convention', reason: 'Replaced.' })).toEqual({
      ok: false,
      reason: 'already_in_status',
    });
    const revision = await db.revision.findFirstOrThrow({
      where: { agreement: { slug: 'arab-convention' } },
      orderBy: { version: 'desc' },
    });
    expect([revision.kind, revision.reason, revision.version]).toEqual(['retirement', 'Replaced.', 2]);
    expect((await cell('arab-convention', 'name'))?.value).toBeDefined();
    const { ok, ...refused } = await submit(
      proposing('arab-convention', [{ cell: 'link', value: 'https://example.org/x' }]),
    ).catch(() => ({ ok: false }));
    expect([ok, refused]).toEqual([false, {}]);
    expect(await reinstateAgreement({ editor: asker, agreement: 'arab-convention', reason: 'A mistake.' })).toEqual({
      ok: true,
      waiting: null,
    });
    expect(await retireAgreement({ editor: asker, agreement: 'nowhere', reason: 'Replaced.' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });

  it('refuses to write into a retired one, and waits for a second editor where the rule says so', async () => {
    await set('retire');
    const { reference, changes } = await submit(
      proposing('g20-antalya-communique', [{ cell: 'link', value: 'https://example.org/g20' }]),
    );
    const result = await retireAgreement({
      editor: asker,
      agreement: 'g20-antalya-communique',
      reason: 'Superseded by another.',
    });
    const id = (result.ok && result.waiting) || '';
    expect((await db.agreement.findUniqueOrThrow({ where: { slug: 'g20-antalya-communique' } })).retiredAt).toBeNull();
    expect(await grantApproval({ editor: second, id })).toEqual({ ok: true });
    expect(
      (await db.agreement.findUniqueOrThrow({ where: { slug: 'g20-antalya-communique' } })).retiredAt,
    ).not.toBeNull();
    const seen = (await cell('g20-antalya-communique', 'link'))?.version ?? 0;
    const decided = await decideChanges({
      editor: asker,
      reference,
      decisions: [{ change: changes.link ?? '', outcome: 'accept', seen, resolve: false }],
    });
    expect(decided).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'decisions.0', code: 'agreement_retired' }],
    });
  });
});

describe('undoing a renaming', () => {
  it('is a renaming: it waits as well', async () => {
    const { ask } = await renaming('nato-cyber-defence-pledge', 'The pledge');
    const done = await ask(asker);
    const version = done.ok ? (done.revisions[0]?.version ?? 0) : 0;
    await set('rename');
    const undone = await undoRevision({
      editor: asker,
      agreement: 'nato-cyber-defence-pledge',
      version,
      reason: 'Too short.',
    });
    expect(undone).toMatchObject({ ok: true, revisions: [] });
    const id = (undone.ok && undone.waiting) || '';
    expect(await grantApproval({ editor: second, id })).toEqual({ ok: true });
    expect((await cell('nato-cyber-defence-pledge', 'name'))?.value).not.toBe('The pledge');
  });
});
