import { beforeAll, describe, expect, it } from 'vitest';
import { closeCall, hideCall } from '@/lib/calls/call-actions';
import { confirmAddress, createLink } from '@/lib/contributions/links';
import { db } from '@/lib/platform/db/client';
import { makeCall } from '@/prisma/factories/calls';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { rounds } from '@/prisma/factories/thoroughness';
import { findCallForSubmission, refuseChangedCall } from './call-for-submission';
import { startDraft } from './drafts/drafts';
import { addFile } from './files/files';
import { submitContribution } from './submission';

useTestDatabase();

/** Real transactions on real connections, started at the same moment; repeated, since a race is a matter of luck. */
const ROUNDS = rounds(8, 200);
const TIME = 60_000 + ROUNDS * 4_000;

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor({ role: 'admin' });
});

const send = (callSlug: string, text: string) =>
  submitContribution({ callSlug, input: { answers: { comments: text }, consent: true } });

describe('closing a call while contributions arrive', () => {
  it.each([
    ['closed', closeCall, 'call_closed'],
    ['hidden', hideCall, 'unknown_call'],
  ] as const)(
    'lets a contribution in before it is %s, or refuses it',
    async (_, act, reason) => {
      const results: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const { slug } = await makeCall('open');
        const [ended, ...sent] = await Promise.all([
          act({ editor, slug }),
          ...['one', 'two', 'three'].map((text) => send(slug, text)),
        ]);
        expect(ended).toEqual({ ok: true });
        results.push(...sent.map((one) => (one.ok ? 'in' : one.reason)));
        const { changedAt, contributions } = await db.call.findUniqueOrThrow({
          where: { slug },
          select: { changedAt: true, contributions: { select: { submittedAt: true } } },
        });
        expect(contributions).toHaveLength(sent.filter(({ ok }) => ok).length);
        for (const { submittedAt } of contributions)
          expect(Number(submittedAt)).toBeLessThanOrEqual(Number(changedAt) + 5);
        expect(await send(slug, 'too late')).toMatchObject({ reason });
      }
      expect(new Set(results.filter((one) => one !== 'in' && one !== reason))).toEqual(new Set());
    },
    TIME,
  );

  it('refuses a contribution that was begun before the closing and is stored after it', async () => {
    const { slug } = await makeCall('open');
    const begun = new Date(Date.now() - 60_000);
    const stored = await findCallForSubmission(slug, 'en');
    await closeCall({ editor, slug });
    const call = await db.call.findUniqueOrThrow({ where: { slug } });
    expect(call.version).toBe((stored?.version ?? 0) + 1);
    expect(() => refuseChangedCall(call, begun)).toThrow('call_closed');
  });
});

async function makeCallThatPublishesAtOnce() {
  const { slug } = await makeCall('open');
  await db.call.update({ where: { slug }, data: { publishesAtOnce: true } });
  return slug;
}

const statusOf = async (reference: string) =>
  (await db.contribution.findUniqueOrThrow({ where: { reference }, select: { status: true, publishedAt: true } }))
    .status;

describe('a call that publishes at once', () => {
  it('publishes a contribution without an address when it is sent; its proposals wait', async () => {
    const callSlug = await makeCallThatPublishesAtOnce();
    const { email: _, ...about } = eastWestSubmission().about ?? {};
    const { reference, id } = await submit({ ...eastWestSubmission(), about }, { callSlug });
    expect(await statusOf(reference)).toBe('published');
    expect(await db.proposedChange.count({ where: { contributionId: id, status: 'pending' } })).toBe(3);
    expect(await db.mail.count({ where: { contributionId: id } })).toBe(0);
  });

  it('waits for the confirmation of an address, and then tells its author', async () => {
    const callSlug = await makeCallThatPublishesAtOnce();
    const { reference, id } = await submit(eastWestSubmission(), { callSlug });
    expect(await statusOf(reference)).toBe('submitted');
    const token = await createLink({ contributionId: id, purpose: 'confirm_email' }, db);
    expect(await confirmAddress({ token })).toEqual({ ok: true });
    expect(await statusOf(reference)).toBe('published');
    expect(
      await db.mail.findMany({
        where: { contributionId: id, kind: 'contribution-published' },
        select: { status: true },
      }),
    ).toEqual([{ status: 'queued' }]);
    const event = await db.auditEvent.findFirstOrThrow({
      where: { subjectId: id, action: 'contribution.published' },
      select: { actorKind: true },
    });
    expect(event.actorKind).toBe('system');
  });

  it('leaves contributions of other calls to editors', async () => {
    const { reference, id } = await submit(eastWestSubmission());
    const token = await createLink({ contributionId: id, purpose: 'confirm_email' }, db);
    await confirmAddress({ token });
    expect(await statusOf(reference)).toBe('submitted');
  });
});

describe('a call without files', () => {
  it('refuses one, and keeps those that were sent before', async () => {
    const { slug } = await makeCall('open');
    const draft = await startDraft({ callSlug: slug });
    const contributionId = draft.ok ? draft.contributionId : '';
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const add = (name: string) => addFile({ contributionId, questionKey: name, name: `${name}.png`, bytes: png });
    expect(await add('gaps')).toMatchObject({ ok: true });
    await db.call.update({ where: { slug }, data: { acceptsFiles: false } });
    expect(await add('comments')).toEqual({ ok: false, reason: 'files_not_accepted' });
    expect(await db.attachment.count({ where: { contributionId } })).toBe(1);
  });
});
