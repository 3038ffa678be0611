import { beforeAll, describe, expect, it } from 'vitest';
import { writeMessage } from '@/lib/contributions/messages';
import { listMails } from '@/lib/notifications/outbox-list';
import { listNotices } from '@/lib/notifications/notices';
import { db } from '@/lib/platform/db/client';
import { listApprovals } from '@/lib/review/approvals/approval-list';
import { setRule } from '@/lib/review/approvals/rule-settings';
import { assignContribution } from '@/lib/review/assignment/assignment';
import { acceptChanges } from '@/prisma/factories/decisions';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readDeskCounts } from './desk-counts';
import { HOME_FILTERS, readHome } from './desk-home';
import type { HomeName } from './desk-home';
import { noteVisit } from './desk-visits';
import { schedulePublication } from './scheduling/schedule';
import { listQueue } from './queue/queue';
import type { QueuePage } from './queue/queue';
import { queueFilter, readFilter } from './queue/schema';

useTestDatabase();

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
let editor: Awaited<ReturnType<typeof makeEditor>>;

beforeAll(async () => {
  editor = await makeEditor();
  const admin = await makeEditor({ role: 'admin' });
  await noteVisit(editor.userId, minutes(-300));
  await noteVisit(editor.userId, minutes(0));
  const link = (value: string) => proposing('manrs', [{ cell: 'link', value: `https://example.org/${value}` }]);
  const mine = await submit(eastWestSubmission());
  await assignContribution({ editor: admin, reference: mine.reference, to: editor.userId, from: null });
  const [conflicting, replaced, late] = [await submit(link('a')), await submit(link('b')), await submit(link('c'))];
  await db.contribution.update({ where: { id: conflicting.id }, data: { status: 'declined' } });
  await acceptChanges({ ...replaced, agreement: 'manrs', editor: admin });
  await db.contribution.update({ where: { id: conflicting.id }, data: { status: 'submitted' } });
  await db.contribution.update({
    where: { id: late.id },
    data: { submittedAt: minutes(-60 * 24 * 40), statusAt: minutes(-60 * 24 * 40) },
  });
  for (const { id } of [mine, late])
    await db.$transaction((tx) =>
      writeMessage({ contributionId: id, kind: 'reply', revision: 1, text: 'A question.', now: minutes(0) }, tx),
    );
  expect(await setRule(admin, { action: 'rename', secondEditor: true })).toEqual({ ok: true });
  // Its contributor has an address: the mail about the decision waits for an editor.
  const { launchDate = '' } = mine.changes;
  await acceptChanges({ reference: mine.reference, changes: { launchDate }, agreement: 'gcsc', editor: admin });
  const tomorrow = minutes(60 * 24).toISOString();
  const [day, time] = [tomorrow.slice(0, 10), tomorrow.slice(11, 16)];
  const { reference } = late;
  expect(await schedulePublication({ editor: admin, reference, day, time, evenUndecided: true })).toMatchObject({
    ok: true,
  });
  const renamed = await submit(proposing('gcsc', [{ cell: 'name', value: 'A framework of another name' }]));
  await acceptChanges({ ...renamed, agreement: 'gcsc', editor: admin });
});

async function rowsOf(name: HomeName): Promise<number> {
  let [rows, after]: [number, string | null] = [0, null];
  do {
    const filter = { ...readFilter(HOME_FILTERS[name]).filter, limit: 2 };
    const place = queueFilter.parse({ sort: filter.sort, after: after ?? undefined }).after;
    const page: QueuePage = await listQueue({ ...filter, after: place }, editor.userId);
    rows += page.rows.length;
    after = page.next;
  } while (after !== null);
  return rows;
}

describe('the counts of the desk', () => {
  it.each(Object.keys(HOME_FILTERS) as HomeName[])('count for %s the rows that its link lists', async (name) => {
    const { counts } = await readHome(editor.userId);
    expect(counts[name].count).toBeGreaterThan(0);
    expect(counts[name]).toEqual({ count: await rowsOf(name), more: false });
  });

  it('count in the navigation what each page lists', async () => {
    const { readAt, ...counts } = await readDeskCounts(editor);
    expect(new Date(readAt).getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
    const waiting = await listQueue(readFilter({}).filter, editor.userId);
    const listed = {
      waiting: { count: waiting.rows.length, more: false },
      approvals: (await listApprovals(editor)).length,
      drafts: (await listMails({ status: 'draft' })).mails.length,
      failedMails: (await listMails({ status: 'failed' })).mails.length,
      unread: (await listNotices(editor.userId)).unread.length,
    };
    expect(counts).toEqual(listed);
    expect([counts.approvals, counts.unread]).toEqual([1, expect.any(Number)]);
    expect(counts.unread).toBeGreaterThan(0);
    expect(counts.drafts).toBeGreaterThan(0);
    // An observer reads no mails.
    expect(await readDeskCounts({ ...editor, role: 'observer' })).toMatchObject({ drafts: 0, failedMails: 0 });
  });

  it('name what changed since the last visit, and nothing to an editor who is here for the first time', async () => {
    const home = await readHome(editor.userId);
    expect(home.changed.length).toBe(Math.min(8, home.counts.changed.count));
    const first = await makeEditor();
    await noteVisit(first.userId);
    expect(await readHome(first.userId)).toMatchObject({ since: null, changed: [], counts: { changed: { count: 0 } } });
  });
});
