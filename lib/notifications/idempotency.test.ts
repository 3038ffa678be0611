import { injectedTasks } from '@/app/server/tasks';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { startWorker } from '@/lib/platform/jobs/worker';
import { decideChanges } from '@/lib/review/decide';
import { publishContribution } from '@/lib/review/publication';
import { headerOf, startMailServer } from '@/prisma/factories/mail-server';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { scheduleWithPublication } from './drafts';
import { discardDraft, retryAllMails, retryMail, sendDraft, sendDrafts } from './mail-commands';
import { queueMail, sweepOutbox } from './outbox';
import { rounds } from '@/prisma/factories/thoroughness';

useTestDatabase();

const ROUNDS = rounds(12, 300);
const TRANSACTION_OPTIONS = 60_000 + ROUNDS * 5_000;

let server: Awaited<ReturnType<typeof startMailServer>>;
let workers: ReturnType<typeof startWorker>[];
const actors = async () => {
  const [one, other] = [await makeEditor(), await makeEditor()];
  return [one, other] as const;
};

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  // Two of each at a time: two workers may get the same mail.
  workers = [startWorker(injectedTasks), startWorker(injectedTasks)];
});
beforeEach(() => void (server.received.length = 0));
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await server.stop();
});

/** Mails to accounts of their own. */
async function makeMails(count: number, status: 'draft' | 'failed' | 'queued'): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const { userId } = await makeEditor();
    const mail = {
      kind: 'account-added',
      to: { userId },
      payload: {},
      dedupeKey: `twice:${userId}`,
      status: status === 'queued' ? status : 'draft',
      locale: 'en',
    } as const;
    ids.push((await db.$transaction((tx) => queueMail(tx, mail))) ?? '');
  }
  if (status === 'failed') await db.mail.updateMany({ where: { id: { in: ids } }, data: { status } });
  return ids;
}

/** Races round after round, a few at a time: each transaction needs a connection of its own. */
async function inRounds<Item>(items: Item[], race: (item: Item, at: number) => Promise<unknown>[]): Promise<void> {
  for (const [at, item] of items.entries()) await Promise.all(race(item, at));
}

/** Waits until none of these mails is being sent, and returns those that arrived, each as often as it did. */
async function arrivedOf(ids: string[]): Promise<string[]> {
  const leaving = () => db.mail.count({ where: { id: { in: ids }, status: { in: ['queued', 'sending'] } } });
  await expect.poll(leaving, { timeout: 60_000, interval: 100 }).toBe(0);
  const arrived = server.received.map((mail) => headerOf(mail, 'Message-ID')?.slice(1, 37) ?? '');
  return arrived.filter((id) => ids.includes(id)).sort();
}

it(
  'two editors send the same drafts, one by one and together, while a third drops some',
  { timeout: TRANSACTION_OPTIONS },
  async () => {
    const [one, other] = await actors();
    const drafts = await makeMails(2 * ROUNDS, 'draft');
    await inRounds(drafts, (id, at) => [
      sendDraft(one, id),
      sendDrafts(other, [drafts[at + 1] ?? id, id]),
      sendDraft(other, id),
      ...(at % 4 === 0 ? [discardDraft(other, id)] : []),
    ]);
    const sent = (
      await db.mail.findMany({ where: { id: { in: drafts }, status: { not: 'discarded' } }, select: { id: true } })
    )
      .map(({ id }) => id)
      .sort();
    expect(sent.length).toBeGreaterThanOrEqual(1.5 * ROUNDS);
    expect(await arrivedOf(drafts)).toEqual(sent);
    expect(await db.auditEvent.count({ where: { action: 'mail.released', subjectId: { in: drafts } } })).toBe(
      sent.length,
    );
  },
);

it(
  'failed mails are retried by two editors, one by one and all at once, while the sweep looks for stranded ones',
  { timeout: TRANSACTION_OPTIONS },
  async () => {
    const [one, other] = await actors();
    const failed = await makeMails(2 * ROUNDS, 'failed');
    const stranded = await makeMails(ROUNDS, 'queued');
    await db.mail.updateMany({
      where: { id: { in: stranded } },
      data: { statusAt: new Date(Date.now() - 2 * 3_600_000) },
    });
    await inRounds(failed, (id, at) => [
      retryMail(one, id),
      retryMail(other, id),
      sweepOutbox(),
      ...(at % 10 === 0 ? [retryAllMails(other)] : []),
    ]);
    expect(await arrivedOf([...failed, ...stranded])).toEqual([...failed, ...stranded].sort());
    expect(await db.auditEvent.count({ where: { action: 'mail.retried', subjectId: { in: failed } } })).toBe(
      failed.length,
    );
  },
);

it(
  'drafts that wait for a publication are sent by hand in the moment it is published',
  { timeout: TRANSACTION_OPTIONS },
  async () => {
    const [one] = await actors();
    const editor = await makeEditor();
    const expected: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const about = { affiliation: 'A forum', email: `desk.${round}@example.org`, show: { affiliation: true } };
      const { reference, changes } = await submit({
        ...proposing('manrs', [{ cell: 'maintainer', value: `A society, ${round}` }]),
        about,
      } as never);
      const { id: contributionId } = await db.contribution.findUniqueOrThrow({ where: { reference } });
      await db.contact.update({ where: { contributionId }, data: { emailConfirmedAt: new Date() } });
      const decisions = [
        { change: changes.maintainer ?? '', outcome: 'reject' as const, reason: 'Another body maintains it.' },
      ];
      expect(await decideChanges({ editor, reference, decisions })).toMatchObject({ ok: true });
      const { id } = await db.mail.findFirstOrThrow({
        where: { contributionId, kind: 'decisions-made' },
        select: { id: true },
      });
      if (round % 2 === 0) await scheduleWithPublication(one, id, true);
      const [, , published] = await Promise.all([
        sendDraft(one, id),
        scheduleWithPublication(one, id, true),
        publishContribution({ editor, reference }),
      ]);
      expect(published).toEqual({ ok: true });
      const { status } = await db.mail.findUniqueOrThrow({ where: { id }, select: { status: true } });
      expect(status).not.toBe('draft');
      // A mail that was not scheduled may have been joined to the mail about the publication.
      if (round % 2 === 0) expect(status).not.toBe('discarded');
      if (status !== 'discarded') expected.push(id);
    }
    expect(await arrivedOf(expected)).toEqual(expected.sort());
  },
);

it('a mail that has many jobs at once leaves once', { timeout: 60_000 }, async () => {
  // jobs that find another job at work warn, and check again later
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const [id = ''] = await makeMails(1, 'queued');
  // As many as a worker can take at a time, and more: each begins while another is in the middle of sending.
  for (let again = 0; again < 40; again += 1)
    await db.$executeRaw`SELECT graphile_worker.add_job('send-mail', json_build_object('mailId', ${id}::text))`;
  expect(await arrivedOf([id])).toEqual([id]);
  expect(warned).toHaveBeenCalled();
  warned.mockRestore();
});
