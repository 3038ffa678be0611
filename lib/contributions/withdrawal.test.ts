import { beforeAll, describe, expect, it } from 'vitest';
import { startDraft, saveSection } from '@/lib/contributions/drafts/drafts';
import { CONTRIBUTION_STATUSES, isWithdrawable } from './state';
import { db } from '@/lib/platform/db/client';
import { listContributions, readContribution } from '@/lib/publication/contributions/contributions';
import { requestChanges } from '@/lib/review/correspondence';
import { decideChanges } from '@/lib/review/decide';
import { declineContribution, publishContribution, takeDownContribution } from '@/lib/review/publication';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { makeEditor } from '@/prisma/factories/people';
import { changeStatuses } from '@/prisma/factories/records';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findPersonalData } from '@/prisma/factories/personal-data';
import { withdrawContribution } from './withdrawal';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

type Status = (typeof CONTRIBUTION_STATUSES)[number];

/** A contribution in that status; returns its id. */
async function inStatus(status: Status): Promise<string> {
  if (status === 'draft') {
    const begun = await startDraft({ callSlug: '2020' });
    if (!begun.ok) throw new Error(begun.reason);
    await saveSection({
      contributionId: begun.contributionId,
      key: 'gaps',
      expectedVersion: 0,
      data: { text: 'Typed' },
    });
    return begun.contributionId;
  }
  const { reference } = await submit(eastWestSubmission());
  if (status === 'changes_requested') await requestChanges({ editor, reference, text: 'Please.', items: [] });
  if (status === 'published') await publishContribution({ editor, reference });
  if (status === 'unpublished') {
    await publishContribution({ editor, reference });
    await takeDownContribution({ editor, reference, reason: 'A reason.' });
  }
  if (status === 'declined') await declineContribution({ editor, reference, reason: 'Off topic.' });
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  if (status === 'withdrawn') await withdrawContribution({ contributionId: id });
  return id;
}

describe('withdrawContribution', () => {
  it.each(CONTRIBUTION_STATUSES)('from %s follows the transition table, and twice is a no-op', async (status) => {
    const id = await inStatus(status);
    const allowed = isWithdrawable(status) || status === 'withdrawn';
    const expected = allowed ? { ok: true } : { ok: false, reason: 'not_allowed_in_status' };
    expect(await withdrawContribution({ contributionId: id })).toEqual(expected);
    expect(await withdrawContribution({ contributionId: id })).toEqual(expected);
    expect((await db.contribution.findUniqueOrThrow({ where: { id } })).status).toBe(allowed ? 'withdrawn' : status);
    expect(await db.auditEvent.count({ where: { subjectId: id, action: 'contribution.withdrawn' } })).toBe(
      allowed ? 1 : 0,
    );
    expect(await db.proposedChange.count({ where: { contributionId: id, status: 'pending' } })).toBe(allowed ? 0 : 3);
    expect(await db.draftSection.count({ where: { contributionId: id } })).toBe(0);
  });

  it('removes what was typed and not sent, and what colleagues said', async () => {
    const id = await inStatus('submitted');
    const { reference } = await db.contribution.findUniqueOrThrow({ where: { id }, select: { reference: true } });
    await beginCorrection(reference ?? '');
    await db.draftComment.create({ data: { contributionId: id, step: 'gaps', text: 'Shall we?' } });
    await withdrawContribution({ contributionId: id });
    expect(await db.draftSection.count({ where: { contributionId: id } })).toBe(0);
    expect(await db.draftComment.count({ where: { contributionId: id } })).toBe(0);
  });

  it('leaves a tombstone of a published one, and in the dataset what was accepted from it', async () => {
    const { reference, changes } = await submit(
      proposing(
        'sco-agreement',
        [
          { cell: 'maintainer', value: 'A secretariat' },
          { cell: 'link', value: 'https://example.org/sco' },
        ],
        'Shown Affiliation',
      ),
    );
    await publishContribution({ editor, reference });
    const decided = await decideChanges({
      editor,
      reference,
      decisions: [{ change: changes.maintainer ?? '', outcome: 'accept', seen: 0, resolve: true }],
    });
    expect(decided).toMatchObject({ ok: true });
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    await withdrawContribution({ contributionId: id });
    expect(await changeStatuses(reference)).toEqual({ maintainer: 'accepted' });
    expect(await readContribution(reference, 'en')).toMatchObject({
      status: 'withdrawn',
      attribution: null,
      counts: null,
      answers: [],
      proposals: [],
    });
    expect((await listContributions()).find((one) => one.reference === reference)).toMatchObject({
      status: 'withdrawn',
      attribution: null,
    });
    const cell = await db.cell.findFirstOrThrow({ where: { agreement: { slug: 'sco-agreement' }, key: 'maintainer' } });
    expect([cell.value, cell.source]).toEqual(['A secretariat', `Contribution ${reference}`]);
  });

  it('removes the text of every revision: only decided cells stay, with their decision', async () => {
    const words = (part: string) => `zwithdraw-${part}`;
    const { reference, changes } = await submit({
      answers: { gaps: words('answer') },
      signatories: [{ name: words('signatory'), note: words('signatory-note') }],
      projects: [
        { title: words('project'), description: words('description'), link: `https://example.org/${words('link')}` },
      ],
      proposals: [
        {
          kind: 'update',
          agreement: 'manrs',
          comment: words('comment'),
          changes: [
            { cell: 'summary', value: words('undecided'), note: words('note'), source: words('source') },
            { cell: 'stakeholders', value: words('decided') },
          ],
        },
      ],
      consent: true,
    });
    const { id } = await beginCorrection(reference);
    expect(await sendCorrection(id, { answers: { gaps: words('second') } })).toMatchObject({ ok: true });
    const pending = await db.proposedChange.findFirstOrThrow({
      where: { contributionId: id, key: 'stakeholders', status: 'pending' },
      select: { id: true },
    });
    await decideChanges({
      editor,
      reference,
      decisions: [{ change: pending.id, outcome: 'reject', reason: 'Not so.' }],
    });
    expect(changes.stakeholders).toBeDefined();
    expect((await findPersonalData(['zwithdraw'])).length).toBeGreaterThan(8);
    expect(await withdrawContribution({ contributionId: id })).toEqual({ ok: true });
    expect(await findPersonalData(['zwithdraw'])).toEqual(['proposed_changes.value', 'proposed_changes.words']);
    expect(await changeStatuses(reference)).toEqual({ stakeholders: 'rejected' });
    // The very same can be sent again: it repeats nothing.
    expect(
      (await db.contribution.findUniqueOrThrow({ where: { id }, select: { contentHash: true } })).contentHash,
    ).toBeNull();
  });

  it('leaves none of one that never was public', async () => {
    const id = await inStatus('submitted');
    const { reference } = await db.contribution.findUniqueOrThrow({ where: { id }, select: { reference: true } });
    await withdrawContribution({ contributionId: id });
    expect(await readContribution(reference ?? '', 'en')).toBeNull();
  });

  it('knows no unknown contribution', async () => {
    expect(await withdrawContribution({ contributionId: '00000000-0000-4000-8000-000000000000' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });
});
