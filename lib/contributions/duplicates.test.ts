import { describe, expect, it } from 'vitest';
import { saveSection, startDraft } from '@/lib/contributions/drafts/drafts';
import { submitContribution } from './submission';
import { db } from '@/lib/platform/db/client';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { repeatedBy } from './duplicates';

useTestDatabase();

async function draft(): Promise<string> {
  const started = await startDraft({ callSlug: '2020' });
  if (!started.ok) throw new Error(started.reason);
  await saveSection({
    contributionId: started.contributionId,
    key: 'gaps',
    expectedVersion: 0,
    data: { text: 'typed' },
  });
  return started.contributionId;
}

const withWords = (words: string) => ({
  ...eastWestSubmission(),
  answers: { gaps: `${words}: ${'More has to be done. '.repeat(8)}` },
});

describe('the same words sent twice', () => {
  it('are asked about in the form, and stored when confirmed', async () => {
    const first = await submit(eastWestSubmission());
    const same = { callSlug: '2020', input: { ...eastWestSubmission(), about: { name: 'Somebody else' } } };
    const draftId = await draft();
    expect(await submitContribution({ ...same, draftId, onlyOnce: true })).toEqual({
      ok: false,
      reason: 'duplicate_submission',
    });
    expect(
      await db.contribution.findUnique({
        where: { id: draftId },
        select: { status: true, draftSections: { select: { step: true } } },
      }),
    ).toEqual({
      status: 'draft',
      draftSections: [{ step: 'gaps' }],
    });
    expect(await repeatedBy(first.reference)).toBeNull();
    const second = await submitContribution({ ...same, draftId });
    expect(second.ok && (await repeatedBy(second.reference))).toBe(first.reference);
    // Each of the two names the other, in either order of opening.
    expect(second.ok && (await repeatedBy(first.reference))).toBe(second.ok && second.reference);
  });

  it('are no repetition once the first was withdrawn, or where there are few of them', async () => {
    await db.contribution.updateMany({ data: { status: 'withdrawn' } });
    expect(
      await submitContribution({
        callSlug: '2020',
        input: eastWestSubmission(),
        draftId: await draft(),
        onlyOnce: true,
      }),
    ).toMatchObject({ ok: true });
    const short = { callSlug: '2020', input: { signatories: [{ agreement: 'gcsc' }], consent: true }, onlyOnce: true };
    expect(await submitContribution({ ...short, draftId: await draft() })).toMatchObject({ ok: true });
    expect(await submitContribution({ ...short, draftId: await draft() })).toMatchObject({ ok: true });
  });

  it('give the first reference to its own sender only', async () => {
    const input = withWords('told');
    const first = await submit(input);
    const send = (about: object) =>
      submitContribution({ callSlug: '2020', input: { ...input, about }, onlyOnce: true });
    expect(await send(input.about ?? {})).toEqual({
      ok: false,
      reason: 'duplicate_submission',
      issues: [{ path: '', code: 'sent_before', params: { reference: first.reference } }],
    });
    const strangers = [
      {},
      { ...input.about, email: undefined },
      { ...input.about, email: 'another@example.org' },
      { ...input.about, name: 'Somebody else' },
    ];
    for (const about of strangers) expect(await send(about)).toEqual({ ok: false, reason: 'duplicate_submission' });
    await db.contact.update({
      where: {
        contributionId: (await db.contribution.findUniqueOrThrow({ where: { reference: first.reference } })).id,
      },
      data: { email: null, name: null },
    });
    expect(await send(input.about ?? {})).toEqual({ ok: false, reason: 'duplicate_submission' });
  });

  it('are stored once when they come at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const results = await Promise.all(
        [0, 1, 2].map(() =>
          submitContribution({ callSlug: '2020', input: withWords(`at once ${round}`), onlyOnce: true }),
        ),
      );
      expect(results.map((result) => (result.ok ? 'stored' : result.reason)).toSorted()).toEqual([
        'duplicate_submission',
        'duplicate_submission',
        'stored',
      ]);
    }
  });
});
