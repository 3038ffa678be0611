import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import mail from '@/lib/platform/i18n/messages/en/mail.json';
import { composeMail } from './compose';
import { findMailToSend } from './mail-data';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { queueDigests as queueAll } from './digests';
import { markRead, notify, setNotify } from './notices';
import { countUnread, listNotices, listNoticesAbout, readNotify } from './notices';
import { NOTICE_KINDS } from './notice-schema';
import type { NotifyBy } from './notice-schema';

useTestDatabase();

/** No editor of this test wants the summary. */
const queueDigests = (now: Date) => queueAll(() => Promise.reject(new Error('not asked for')), now);

const ROUNDS = 12;
const DAY = new Date('2026-11-22T06:30:00Z');
const NEXT_DAY = new Date('2026-11-23T06:30:00Z');

async function reader(wish: NotifyBy) {
  const person = await makeEditor();
  await setNotify({ userId: person.userId, notify: wish });
  return person;
}
async function sent() {
  const { reference } = await submit(eastWestSubmission());
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return { id, reference };
}
type Told = { userId: string; contributionId: string; by?: string | null };
const tell = ({ userId, contributionId, by = null }: Told) =>
  db.$transaction((tx) => notify(tx, { kind: 'assigned', userIds: [userId], by, contributionId }));
const mailsTo = (userId: string) =>
  db.mail.findMany({ where: { userId, kind: 'desk-notices' }, orderBy: { createdAt: 'asc' } });
const noticesOf = (userId: string) => db.notice.findMany({ where: { userId }, select: { id: true, mailId: true } });
/** The notices in each mail to that person, to compare with the notices in the database: none twice, none lost. */
const toldTo = async (userId: string) =>
  (await mailsTo(userId)).flatMap(({ payload }) => (payload as { notices: string[] }).notices).sort();

describe('notify', () => {
  it('queues a mail at once only for editors who want that', async () => {
    const { id, reference } = await sent();
    const people = { instant: await reader('instant'), daily: await reader('daily'), none: await reader('none') };
    const userIds = Object.values(people).map(({ userId }) => userId);
    await db.$transaction((tx) =>
      notify(tx, { kind: 'mentioned', userIds: [...userIds, ...userIds], by: null, contributionId: id }),
    );
    for (const [wish, { userId }] of Object.entries(people)) {
      expect((await mailsTo(userId)).map(({ status }) => status)).toEqual(wish === 'instant' ? ['queued'] : []);
      expect((await listNotices(userId)).unread).toMatchObject([{ kind: 'mentioned', reference, read: false }]);
    }
    const [queued] = await mailsTo(people.instant.userId);
    const toSend = await findMailToSend(queued?.id ?? '');
    expect(toSend?.recipient).toEqual({ state: 'ready', address: people.instant.email });
    const rendered =
      toSend && (await composeMail(toSend, () => Promise.reject(new Error('no private link goes to an editor'))));
    expect(rendered?.subject).toBe(`${reference}: you are mentioned in an internal note`);
    for (const detail of ['programme.office', 'EastWest', 'Programme office'])
      expect(JSON.stringify(rendered)).not.toContain(detail);
  });

  it('sends no notice to the acting editor or to removed ones', async () => {
    const { id } = await sent();
    const [doer, gone] = [await reader('instant'), await reader('instant')];
    await db.user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } });
    await tell({ userId: doer.userId, contributionId: id, by: doer.userId });
    await tell({ userId: gone.userId, contributionId: id });
    for (const { userId } of [doer, gone]) expect([await noticesOf(userId), await mailsTo(userId)]).toEqual([[], []]);
  });

  it('exists exactly if its transaction does', async () => {
    const { id } = await sent();
    const { userId } = await reader('instant');
    const undone = db.$transaction(async (tx) => {
      await notify(tx, { kind: 'replied', userIds: [userId], by: null, contributionId: id });
      throw new Error('and back');
    });
    await expect(undone).rejects.toThrow('and back');
    expect([await noticesOf(userId), await mailsTo(userId)]).toEqual([[], []]);
  });

  it('has words in the mail for each kind, and for no other', () => {
    expect(Object.keys(mail.deskNotices.kinds).sort()).toEqual([...NOTICE_KINDS].sort());
  });
});

describe('the daily digest', () => {
  beforeEach(() => db.user.updateMany({ data: { notify: 'none' } }));

  it('reports every notice once, on one day or the next', async () => {
    const [one, other] = [await sent(), await sent()];
    const { userId } = await reader('daily');
    await tell({ userId, contributionId: one.id });
    await tell({ userId, contributionId: other.id });
    expect(await queueDigests(DAY)).toBe(1);
    await tell({ userId, contributionId: one.id });
    expect(await queueDigests(DAY)).toBe(0);
    expect(await mailsTo(userId)).toHaveLength(1);
    expect(await queueDigests(NEXT_DAY)).toBe(1);
    expect(await queueDigests(NEXT_DAY)).toBe(0);
    const [first] = await mailsTo(userId);
    const rendered = await composeMail({ ...first, locale: 'en' } as Parameters<typeof composeMail>[0], () =>
      Promise.resolve(''),
    );
    expect(rendered.subject).toBe('The desk today: 2 notices');
    for (const { reference } of [one, other]) expect(rendered.text).toContain(reference);
    expect(await toldTo(userId)).toEqual((await noticesOf(userId)).map(({ id }) => id).sort());
  });

  it('leaves out read notices, and editors who want no mail or have left', async () => {
    const { id } = await sent();
    const [quiet, knows, gone] = [await reader('none'), await reader('daily'), await reader('daily')];
    for (const { userId } of [quiet, knows, gone]) await tell({ userId, contributionId: id });
    await markRead({ userId: knows.userId });
    await db.user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } });
    expect(await queueDigests(DAY)).toBe(0);
  });

  it('is one mail with every notice exactly once, also with several processes and new notices', async () => {
    const { id } = await sent();
    const people = await Promise.all(Array.from({ length: 3 }, () => reader('daily')));
    for (let round = 0; round < ROUNDS; round++) {
      const day = new Date(Date.UTC(2027, 0, round + 1, 6, 30));
      await Promise.all(
        people.flatMap(({ userId }) => [tell({ userId, contributionId: id }), tell({ userId, contributionId: id })]),
      );
      const digests = Array.from({ length: 4 }, () => queueDigests(day));
      const [made] = [
        await Promise.all(digests),
        await Promise.all(people.map(({ userId }) => tell({ userId, contributionId: id }))),
      ];
      expect(made.reduce((sum, count) => sum + count, 0)).toBe(people.length);
      for (const { userId } of people) expect(await mailsTo(userId)).toHaveLength(round + 1);
    }
    await queueDigests(new Date(Date.UTC(2027, 6, 1)));
    for (const { userId } of people)
      expect(await toldTo(userId)).toEqual((await noticesOf(userId)).map((notice) => notice.id).sort());
  }, 60_000);

  it('loses and repeats no notice while its reader changes to mail at once', async () => {
    const { id } = await sent();
    const { userId } = await reader('daily');
    for (let round = 0; round < ROUNDS; round++) {
      await setNotify({ userId, notify: 'daily' });
      await tell({ userId, contributionId: id });
      await Promise.all([
        tell({ userId, contributionId: id }),
        setNotify({ userId, notify: 'instant' }),
        tell({ userId, contributionId: id }),
        queueDigests(new Date(Date.UTC(2027, 1, round + 1))),
      ]);
      expect(await db.notice.count({ where: { userId, mailId: null } })).toBe(0);
      expect(await toldTo(userId)).toEqual((await noticesOf(userId)).map((notice) => notice.id).sort());
    }
    expect(await readNotify(userId)).toEqual({ notify: 'instant', summary: false });
  }, 60_000);
});

describe('markRead', () => {
  it('marks one, those about a contribution, or all of the editor’s own notices', async () => {
    const [one, other] = [await sent(), await sent()];
    const [mine, theirs] = [await reader('none'), await reader('none')];
    for (const { userId } of [mine, theirs])
      for (const { id } of [one, one, other]) await tell({ userId, contributionId: id });
    const [first] = await listNoticesAbout({ userId: mine.userId, reference: one.reference });
    await markRead({ userId: theirs.userId, notice: first?.id });
    expect(await countUnread(mine.userId)).toBe(3);
    await markRead({ userId: mine.userId, notice: first?.id });
    expect(await countUnread(mine.userId)).toBe(2);
    await markRead({ userId: mine.userId, reference: one.reference });
    expect(await listNoticesAbout({ userId: mine.userId, reference: one.reference })).toEqual([]);
    expect(await countUnread(mine.userId)).toBe(1);
    await markRead({ userId: mine.userId });
    expect([await countUnread(mine.userId), await countUnread(theirs.userId)]).toEqual([0, 3]);
  });
});
