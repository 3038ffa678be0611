import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { claimMail, markAttemptFailed, markSent } from './delivery-attempt';
import { discardDraft, retryMail, sendDraft } from './mail-commands';
import { canMoveMail, MAIL_STATUSES } from './state';
import type { MailStatus } from './state';

useTestDatabase();

const ALLOWED = [
  'draft>queued',
  'draft>discarded',
  'queued>sending',
  'sending>sending',
  'sending>queued',
  'sending>sent',
  'sending>failed',
  'sending>draft',
  'sending>discarded',
  'failed>queued',
];

it('the table allows these transitions and refuses every other', () => {
  const pairs = MAIL_STATUSES.flatMap((from) => MAIL_STATUSES.map((to) => [from, to] as const));
  expect(pairs.filter(([from, to]) => canMoveMail(from, to)).map(([from, to]) => `${from}>${to}`)).toEqual(
    pairs.map(([from, to]) => `${from}>${to}`).filter((move) => ALLOWED.includes(move)),
  );
});

/**
 * Every command on a mail in every status, with the status afterwards: the same one unless the command is for that
 * status.
 */
const actor = 'system';
const COMMANDS: Record<
  string,
  { run: (id: string) => Promise<unknown>; moves: Partial<Record<MailStatus, MailStatus>> }
> = {
  'send a draft': { run: (id) => sendDraft(actor, id), moves: { draft: 'queued' } },
  'drop a draft': { run: (id) => discardDraft(actor, id), moves: { draft: 'discarded' } },
  retry: { run: (id) => retryMail(actor, id), moves: { failed: 'queued' } },
  claim: { run: (id) => claimMail(id, new Date(0)), moves: { queued: 'sending' } },
  'mark as sent': { run: (id) => markSent(id), moves: { sending: 'sent' } },
  'mark an attempt as failed': { run: (id) => markAttemptFailed(id, 'refused', false), moves: { sending: 'queued' } },
  'mark the last attempt as failed': {
    run: (id) => markAttemptFailed(id, 'refused', true),
    moves: { sending: 'failed' },
  },
};

describe.each(Object.entries(COMMANDS))('%s', (name, { run, moves }) => {
  it.each(MAIL_STATUSES)('from %s', async (status) => {
    const { id: userId } = await makeEditor();
    const { id } = await db.mail.create({
      data: { kind: 'account-added', status, userId, dedupeKey: `${name}:${status}` },
    });
    await run(id);
    expect((await db.mail.findUniqueOrThrow({ where: { id } })).status).toBe(moves[status] ?? status);
  });
});

it('takes over a mail whose attempt died, but not one with a younger attempt', async () => {
  const { id: userId } = await makeEditor();
  const { id } = await db.mail.create({
    data: {
      kind: 'account-added',
      status: 'sending',
      userId,
      dedupeKey: 'died',
      statusAt: new Date(Date.now() - 60_000),
    },
  });
  expect(await claimMail(id, new Date(Date.now() - 120_000))).toBe(false);
  expect(await claimMail(id, new Date())).toBe(true);
});

it('names the reason why a command did nothing', async () => {
  expect(await sendDraft(actor, '00000000-0000-4000-8000-000000000000')).toEqual({ ok: false, reason: 'not_found' });
  const { id: userId } = await makeEditor();
  const { id } = await db.mail.create({
    data: { kind: 'account-added', status: 'sent', userId, dedupeKey: 'was sent' },
  });
  expect(await retryMail(actor, id)).toEqual({ ok: false, reason: 'already_in_status' });
});
