import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHeldLink } from '@/lib/contributions/links';
import { confirmEntry } from '@/lib/contributions/on-behalf/consent';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { enter, withoutAddress } from '@/prisma/factories/entries';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { grantApproval } from './approvals/answer-approval';
import { setRule } from './approvals/rule-settings';
import { decideChanges } from './decide';
import { mailEntryLink, noteConsent, withdrawEntry } from './on-behalf';
import { declineContribution, publishContribution } from './publication';
import { listQueue } from './queue/queue';
import { readForReview } from './review-page/review-page';

useTestDatabase();

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let editor: Editor;
let other: Editor;
beforeEach(async () => {
  [editor, other] = [await makeEditor(), await makeEditor()];
});
afterEach(async () => {
  await db.reviewRule.deleteMany();
});

const statusOf = async (reference: string) =>
  (await db.contribution.findUniqueOrThrow({ where: { reference }, select: { status: true } })).status;
const versionOf = async (slug: string, key: string) => (await readAgreementCells(slug))?.cells[key]?.version ?? 0;
const note = 'On the telephone on 3 November, after I had read it to them.';

describe('a contribution on behalf without consent', () => {
  it('is neither published nor decided on, but may be declined', async () => {
    const { reference, changes } = await enter({ editor });
    expect(await publishContribution({ editor: other, reference })).toEqual({ ok: false, reason: 'consent_missing' });
    const decisions = [{ change: changes.launchDate ?? '', outcome: 'reject' as const, reason: 'No.' }];
    expect(await decideChanges({ editor: other, reference, decisions })).toEqual({
      ok: false,
      reason: 'consent_missing',
    });
    expect((await readForReview(reference, other, 'en'))?.mayDecide).toBe(false);
    expect(await declineContribution({ editor: other, reference, reason: 'Sent twice.' })).toEqual({ ok: true });
  });

  it('is not decided along with another that says the same', async () => {
    const same = proposing('manrs', [{ cell: 'maintainer', value: 'Example society', source: 'Its site' }]);
    const entered = await enter({ editor, input: same });
    const rival = await submit(same);
    const decisions = [
      {
        ...{ change: rival.changes.maintainer ?? '', outcome: 'accept' as const, resolve: true },
        seen: await versionOf('manrs', 'maintainer'),
      },
    ];
    expect(await decideChanges({ editor: other, reference: rival.reference, decisions })).toMatchObject({
      ok: true,
      decided: 1,
      joined: 0,
    });
    expect(
      (await db.proposedChange.findUniqueOrThrow({ where: { id: entered.changes.maintainer ?? '' } })).status,
    ).toBe('pending');
  });
});

describe('noting consent', () => {
  it('makes it count, and keeps who noted what', async () => {
    const { id, reference } = await enter({ editor, input: withoutAddress() });
    expect(await noteConsent({ editor, reference, note })).toEqual({ ok: true });
    expect((await readForReview(reference, other, 'en'))?.entry).toMatchObject({
      enteredBy: editor.name,
      source: 'telephone',
      consent: { state: 'noted', by: editor.name, note },
    });
    expect(await publishContribution({ editor: other, reference })).toEqual({ ok: true });
    const events = await db.auditEvent.findMany({
      where: { subjectId: id, action: 'contribution.consent_noted' },
      select: { userId: true, details: true },
    });
    expect(events).toEqual([{ userId: editor.userId, details: {} }]);
    expect(JSON.stringify(await readContribution(reference, 'en'))).not.toContain('telephone on 3 November');
  });

  it('of an anonymous contributor is read by its writer only', async () => {
    const input = withoutAddress();
    const { reference } = await enter({ editor, input: { ...input, about: { ...input.about, anonymous: true } } });
    await noteConsent({ editor, reference, note });
    expect((await readForReview(reference, editor, 'en'))?.entry?.consent).toMatchObject({ note });
    expect((await readForReview(reference, other, 'en'))?.entry?.consent).toMatchObject({ state: 'noted', note: null });
  });

  it('is refused where the contributor has confirmed, and where no editor entered it', async () => {
    const { id, reference } = await enter({ editor });
    await confirmEntry({ contributionId: id, locale: 'en' });
    expect(await noteConsent({ editor, reference, note })).toEqual({ ok: false, reason: 'confirmed_by_contributor' });
    const { reference: sent } = await submit(withoutAddress());
    expect(await noteConsent({ editor, reference: sent, note })).toEqual({ ok: false, reason: 'not_found' });
  });

  it('is refused to an editor of the same organisation', async () => {
    const { reference } = await enter({ editor });
    const colleague = await makeEditor({ organisation: 'EastWest Institute' });
    expect(await noteConsent({ editor: colleague, reference, note })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
  });
});

describe('withdrawing at the contributor’s request', () => {
  it('removes the text as when they withdraw it themselves, and records who did it and why', async () => {
    const { id, token, reference } = await enter({ editor });
    await noteConsent({ editor, reference, note });
    await publishContribution({ editor: other, reference });
    const reason = 'They asked for it by telephone.';
    expect(await withdrawEntry({ editor: other, reference, reason })).toEqual({ ok: true });
    expect(await withdrawEntry({ editor: other, reference, reason })).toEqual({ ok: true });
    expect(await statusOf(reference)).toBe('withdrawn');
    expect(await readContribution(reference, 'en')).toMatchObject({ status: 'withdrawn', enteredOnBehalf: null });
    expect(await db.answer.count({ where: { revision: { contributionId: id } } })).toBe(0);
    expect(await db.note.findMany({ where: { contributionId: id }, select: { text: true, userId: true } })).toEqual([
      { text: reason, userId: other.userId },
    ]);
    expect(await db.entryOnBehalf.findUniqueOrThrow({ where: { contributionId: id } })).toMatchObject({
      consentNote: null,
    });
    expect(await findHeldLink({ token })).toEqual({ ok: false, reason: 'link_expired' });
    const event = await db.auditEvent.findFirstOrThrow({
      where: { subjectId: id, action: 'contribution.withdrawn' },
      select: { actorKind: true, userId: true },
    });
    expect(event).toEqual({ actorKind: 'editor', userId: other.userId });
  });

  it('is for entries only: others are withdrawn by their contributor', async () => {
    const { reference } = await submit(withoutAddress());
    expect(await withdrawEntry({ editor, reference, reason: 'They asked.' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await statusOf(reference)).toBe('submitted');
  });
});

it('mails the contributor another link, five times a day at most, and not without an address', async () => {
  const { reference } = await enter({ editor });
  const now = Date.now();
  for (const at of [1, 2, 3, 4])
    expect(await mailEntryLink({ editor, reference, now: new Date(now + at) })).toEqual({ ok: true });
  expect(await mailEntryLink({ editor, reference })).toEqual({ ok: false, reason: 'too_many_questions' });
  const unreachable = await enter({ editor, input: { ...withoutAddress(), answers: { comments: 'Another.' } } });
  expect(await mailEntryLink({ editor, reference: unreachable.reference })).toEqual({ ok: false, reason: 'not_found' });
});

describe('with the rule on what an editor entered', () => {
  const rule = async () => setRule(await makeEditor({ role: 'admin' }), { action: 'on_behalf', secondEditor: true });

  async function entered() {
    const input = proposing('manrs', [{ cell: 'maintainer', value: `Society ${Math.random()}`, source: 'Its site' }]);
    const { reference, changes } = await enter({ editor, input });
    await noteConsent({ editor, reference, note });
    const decisions = [
      {
        ...{ change: changes.maintainer ?? '', outcome: 'accept' as const, resolve: true },
        seen: await versionOf('manrs', 'maintainer'),
      },
    ];
    return { reference, change: changes.maintainer ?? '', decisions };
  }

  it('a decision by that editor waits for a second one, who agrees', async () => {
    await rule();
    const { reference, change, decisions } = await entered();
    const asked = await decideChanges({ editor, reference, decisions });
    if (!asked.ok || !asked.waiting?.approval) throw new Error(JSON.stringify(asked));
    expect(asked).toMatchObject({ decided: 0, waiting: { rules: ['on_behalf'] } });
    expect(await grantApproval({ editor, id: asked.waiting.approval })).toEqual({ ok: false, reason: 'own_request' });
    expect(await grantApproval({ editor: other, id: asked.waiting.approval })).toEqual({ ok: true });
    expect(await db.decision.findUniqueOrThrow({ where: { changeId: change } })).toMatchObject({
      userId: editor.userId,
      secondedById: other.userId,
    });
  });

  it('another editor decides, publishes and declines alone; the one who entered it does neither', async () => {
    await rule();
    const { reference, decisions } = await entered();
    expect(await decideChanges({ editor: other, reference, decisions })).toMatchObject({ decided: 1, waiting: null });
    expect(await publishContribution({ editor, reference })).toEqual({ ok: false, reason: 'entered_yourself' });
    expect(await declineContribution({ editor, reference, reason: 'No.' })).toEqual({
      ok: false,
      reason: 'entered_yourself',
    });
    expect(await publishContribution({ editor: other, reference })).toEqual({ ok: true });
  });

  it('deciding another one that settles the entry along waits as well', async () => {
    await rule();
    const value = `Society ${Math.random()}`;
    const same = proposing('manrs', [{ cell: 'maintainer', value, source: 'Its site' }]);
    const { reference } = await enter({ editor, input: same });
    await noteConsent({ editor, reference, note });
    const rival = await submit(same);
    const decisions = [
      {
        ...{ change: rival.changes.maintainer ?? '', outcome: 'accept' as const, resolve: true },
        seen: await versionOf('manrs', 'maintainer'),
      },
    ];
    expect(await decideChanges({ editor, reference: rival.reference, decisions })).toMatchObject({
      ok: true,
      decided: 0,
      waiting: { rules: ['on_behalf'] },
    });
  });

  it('an editor from whom another took it over has entered it as well: neither decides alone, nor the two together', async () => {
    await rule();
    const input = proposing('manrs', [{ cell: 'maintainer', value: `Society ${Math.random()}`, source: 'Its site' }]);
    const former = await makeEditor();
    const { reference, changes } = await enter({ editor, begunBy: former, input });
    await noteConsent({ editor, reference, note });
    const change = changes.maintainer ?? '';
    const seen = await versionOf('manrs', 'maintainer');
    const decisions = [{ change, outcome: 'accept' as const, resolve: true, seen }];
    expect(await publishContribution({ editor: former, reference })).toEqual({ ok: false, reason: 'entered_yourself' });
    const asked = await decideChanges({ editor: former, reference, decisions });
    if (!asked.ok || !asked.waiting?.approval) throw new Error(JSON.stringify(asked));
    const id = asked.waiting.approval;
    expect(await grantApproval({ editor, id })).toEqual({ ok: false, reason: 'entered_yourself' });
    expect(await grantApproval({ editor: other, id })).toEqual({ ok: true });
    expect((await db.proposedChange.findUniqueOrThrow({ where: { id: change } })).status).toBe('accepted');
  });

  it('without it, the editor who entered it decides alone', async () => {
    const { reference, decisions } = await entered();
    expect(await decideChanges({ editor, reference, decisions })).toMatchObject({ decided: 1, waiting: null });
    expect(await publishContribution({ editor, reference })).toEqual({ ok: true });
  });
});

it('is found in the queue: all entries on behalf, and those that wait for consent', async () => {
  const waiting = await enter({ editor, input: withoutAddress() });
  const noted = await enter({ editor, input: { ...withoutAddress(), answers: { comments: 'Another.' } } });
  await noteConsent({ editor, reference: noted.reference, note });
  const sent = await submit({ ...withoutAddress(), answers: { comments: 'By themselves.' } });
  const listed = async (onBehalf?: 'any' | 'waiting') => {
    const { rows } = await listQueue({ onBehalf, limit: 100 });
    return new Map(rows.map((row) => [row.reference, row.onBehalf]));
  };
  const unanswered = [...(await listed())].filter(([, state]) => state === 'waiting');
  expect(await listed('waiting')).toEqual(new Map(unanswered));
  const [all, any] = [await listed(), await listed('any')];
  expect([waiting, noted, sent].map(({ reference }) => all.get(reference))).toEqual(['waiting', 'consented', null]);
  expect([waiting, noted, sent].map(({ reference }) => any.has(reference))).toEqual([true, true, false]);
});
