import { beforeEach, describe, expect, it } from 'vitest';
import { startDraft } from '@/lib/contributions/drafts/drafts';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import { readForReview } from '@/lib/review/review-page/review-page';
import { makeCall } from '@/prisma/factories/calls';
import { enter } from '@/prisma/factories/entries';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { isReceivedLate } from './closed-calls';
import { beginEntry, openEntry } from './entries';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
let slug: string;
beforeEach(async () => {
  editor = await makeEditor();
  ({ slug } = await makeCall('closed'));
});

const begin = () =>
  beginEntry({
    editor,
    input: { call: slug, source: 'letter', receivedOn: '2020-11-03', affiliation: 'Example institute' },
  });
const send = (draftId: string, editorId?: string) =>
  submitContribution({ callSlug: slug, draftId, editorId, input: eastWestSubmission() });

/** As publishing a report leaves it. */
async function publishReport() {
  const { id: callId } = await db.call.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await db.reportEdition.create({
    data: {
      ...{ callId, number: 1, title: 'Report', checksum: 'a'.repeat(64), references: [] },
      ...{ publishedAt: new Date(), publishedById: editor.userId },
    },
  });
}

describe('a call that has closed for good', () => {
  it('takes what an editor enters on behalf, also a correction of it, and nothing from others', async () => {
    expect(await startDraft({ callSlug: slug })).toEqual({ ok: false, reason: 'call_closed' });
    const { id, reference } = await enter({ editor, callSlug: slug });
    expect((await readForReview(reference, editor, 'en'))?.entry).toMatchObject({ isLate: false });
    expect(await openEntry({ editor, contributionId: id })).toMatchObject({ ok: true, status: 'submitted' });
    expect(await send(id)).toEqual({ ok: false, reason: 'correction_after_closing' });
    expect(await send(id, editor.userId)).toMatchObject({ ok: true, reference });
  });

  it('takes nothing more once its report is published, and says so', async () => {
    const [begun, sent] = [await begin(), await enter({ editor, callSlug: slug })];
    if (!begun.ok) throw new Error(begun.reason);
    await publishReport();
    expect(await begin()).toEqual({ ok: false, reason: 'call_reported' });
    expect(await send(begun.contributionId, editor.userId)).toEqual({ ok: false, reason: 'call_reported' });
    expect(await openEntry({ editor, contributionId: sent.id })).toEqual({
      ok: false,
      reason: 'correction_after_closing',
    });
  });
});

it('takes what is entered in an open call that has a report', async () => {
  ({ slug } = await makeCall('open'));
  await publishReport();
  expect(await begin()).toMatchObject({ ok: true });
});

describe('an entry is late', () => {
  const closesAt = new Date('2020-11-03T20:59:59Z'); // the end of 3 November in Nairobi
  it.each([
    ['2020-11-03', closesAt, 'Africa/Nairobi', false],
    ['2020-11-04', closesAt, 'Africa/Nairobi', true],
    ['2020-11-04', closesAt, 'Pacific/Kiritimati', false],
    ['2030-01-01', null, 'UTC', false],
  ])('received on %s, closed at %s in %s: %s', (day, closes, timeZone, isLate) => {
    expect(isReceivedLate({ receivedOn: new Date(day), call: { closesAt: closes, timeZone } })).toBe(isLate);
  });
});
