import { beforeEach, describe, expect, it } from 'vitest';
import { findHeldLink } from '@/lib/contributions/links';
import { submitContribution } from '@/lib/contributions/submission';
import { readNoticeGroups } from '@/lib/notifications/notice-digest';
import { db } from '@/lib/platform/db/client';
import { enter } from '@/prisma/factories/entries';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { beginEntry, listUnsentEntries, openEntry } from './entries';
import { listForeignEntries, takeOverEntry } from './takeover';

useTestDatabase();

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let former: Editor;
let editor: Editor;
beforeEach(async () => {
  [former, editor] = [await makeEditor(), await makeEditor()];
});

async function begin() {
  const begun = await beginEntry({
    editor: former,
    input: { call: '2020', source: 'letter', receivedOn: '2020-11-03', affiliation: 'Example institute' },
  });
  if (!begun.ok) throw new Error(begun.reason);
  return begun;
}

const editorsOf = async (contributionId: string) =>
  (await db.entryEditor.findMany({ where: { contributionId }, select: { userId: true } })).map(({ userId }) => userId);

describe('a draft that another editor has begun to enter', () => {
  it('is listed without its contributor, and with who enters it', async () => {
    const { contributionId } = await begin();
    const listed = (await listForeignEntries(editor)).find((entry) => entry.contributionId === contributionId);
    expect(listed).toEqual({
      ...{ contributionId, call: '2020', source: 'letter', receivedOn: new Date('2020-11-03') },
      ...{ begunAt: expect.any(Date), enteredBy: { id: former.userId, name: former.name } },
    });
    const ownList = (await listForeignEntries(former)).map((entry) => entry.contributionId);
    expect(ownList).not.toContain(contributionId);
  });

  it('is opened by the editor who has taken it over, and no longer by the former one, who gets a notice', async () => {
    const { contributionId, token } = await begin();
    expect(await takeOverEntry({ editor, contributionId, from: former.userId })).toEqual({ ok: true });
    expect(await findHeldLink({ token })).toEqual({ ok: false, reason: 'link_expired' });
    expect(await openEntry({ editor: former, contributionId })).toEqual({ ok: false, reason: 'not_found' });
    expect(await listUnsentEntries(former)).toEqual([]);
    expect(await listUnsentEntries(editor)).toMatchObject([{ contributionId, onBehalfOf: 'Example institute' }]);
    const opened = await openEntry({ editor, contributionId });
    if (!opened.ok) throw new Error(opened.reason);
    expect(await findHeldLink({ token: opened.token })).toMatchObject({ ok: true, link: { editorId: editor.userId } });

    const notices = await db.notice.findMany({ where: { contributionId }, select: { id: true, userId: true } });
    expect(notices.map(({ userId }) => userId)).toEqual([former.userId]);
    expect(await readNoticeGroups(notices.map(({ id }) => id))).toEqual([
      {
        kind: 'entry_taken_over',
        items: [{ name: 'An entry on behalf', url: expect.stringMatching(/\/desk\/contributions\/new$/) }],
      },
    ]);
    const events = await db.auditEvent.findMany({
      where: { subjectId: contributionId, action: 'contribution.entry_taken_over' },
      select: { userId: true, details: true },
    });
    expect(events).toEqual([{ userId: editor.userId, details: { from: former.userId } }]);
  });

  it('is taken over by one of two at the same moment; the other gets the reason', async () => {
    const third = await makeEditor();
    const { contributionId } = await begin();
    const results = await Promise.all(
      [editor, third].map((one) => takeOverEntry({ editor: one, contributionId, from: former.userId })),
    );
    expect(results.toSorted((a, b) => Number(b.ok) - Number(a.ok))).toEqual([
      { ok: true },
      { ok: false, reason: 'assigned_meanwhile' },
    ]);
    const winner = results[0]?.ok ? editor : third;
    expect((await editorsOf(contributionId)).toSorted()).toEqual([former.userId, winner.userId].toSorted());
    expect(await takeOverEntry({ editor: winner, contributionId, from: former.userId })).toEqual({ ok: true });
    expect(await db.notice.count({ where: { contributionId } })).toBe(1);
  });

  it('goes back to its first editor, who is counted once', async () => {
    const { contributionId } = await begin();
    await takeOverEntry({ editor, contributionId, from: former.userId });
    expect(await takeOverEntry({ editor: former, contributionId, from: editor.userId })).toEqual({ ok: true });
    expect((await editorsOf(contributionId)).toSorted()).toEqual([former.userId, editor.userId].toSorted());
  });
});

it('what was sent is not taken over, and neither is what no editor enters', async () => {
  const { id } = await enter({ editor: former });
  const refused = { ok: false, reason: 'already_submitted' };
  expect(await takeOverEntry({ editor, contributionId: id, from: former.userId })).toEqual(refused);
  // Its correction is not either.
  await openEntry({ editor: former, contributionId: id });
  expect(await takeOverEntry({ editor, contributionId: id, from: former.userId })).toEqual(refused);
  const sent = await submitContribution({ callSlug: '2020', input: eastWestSubmission() });
  if (!sent.ok) throw new Error(sent.reason);
  const { id: other } = await db.contribution.findUniqueOrThrow({ where: { reference: sent.reference } });
  expect((await takeOverEntry({ editor, contributionId: other, from: former.userId })).ok).toBe(false);
  expect((await listForeignEntries(editor)).map(({ contributionId }) => contributionId)).not.toContain(id);
});
