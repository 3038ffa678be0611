import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { confirmAddress, createLink } from './links';
import { callConfirmedBy, findByLink } from './links';

useTestDatabase();

const TOMORROW = new Date(Date.now() + 86_400_000);
const YESTERDAY = new Date(Date.now() - 86_400_000);

async function submitted() {
  const { reference, token } = await submit(eastWestSubmission());
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return { id, token, reference };
}
const confirmedAt = async (contributionId: string) =>
  (await db.contact.findUniqueOrThrow({ where: { contributionId }, select: { emailConfirmedAt: true } }))
    .emailConfirmedAt;

describe('findByLink', () => {
  it('finds the contribution by a token of which only the hash is stored', async () => {
    const { id, reference } = await submitted();
    const token = await createLink({ contributionId: id, purpose: 'manage', expiresAt: TOMORROW }, db);
    expect(await findByLink({ token })).toMatchObject({
      ok: true,
      contribution: { id, reference, status: 'submitted', callSlug: '2020' },
    });
    const rows = await db.accessLink.findMany({ where: { contributionId: id } });
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('knows no link by its hash, by a part of it, or for another purpose', async () => {
    const { id, token } = await submitted();
    const [row] = await db.accessLink.findMany({
      where: { contributionId: id, purpose: 'manage' },
      select: { tokenHash: true },
    });
    for (const wrong of ['', 'x', row?.tokenHash ?? '', token.slice(0, -1), `${token.slice(0, -1)}!`, 'A'.repeat(43)]) {
      expect(await findByLink({ token: wrong })).toEqual({ ok: false, reason: 'unknown_link' });
    }
    expect(await findByLink({ token, purpose: 'confirm_email' })).toEqual({ ok: false, reason: 'unknown_link' });
  });

  it('says that a link has expired or was revoked', async () => {
    const { id } = await submitted();
    const expired = await createLink({ contributionId: id, purpose: 'manage', expiresAt: YESTERDAY }, db);
    const revoked = await createLink({ contributionId: id, purpose: 'manage' }, db);
    expect(await findByLink({ token: revoked })).toMatchObject({ ok: true });
    await db.accessLink.updateMany({ where: { contributionId: id }, data: { revokedAt: YESTERDAY } });
    expect(await findByLink({ token: expired })).toEqual({ ok: false, reason: 'link_expired' });
    expect(await findByLink({ token: revoked })).toEqual({ ok: false, reason: 'link_expired' });
  });
});

describe('confirmAddress', () => {
  it('confirms once, uses the link up and leaves other contributions alone', async () => {
    const [one, other] = [await submitted(), await submitted()];
    const token = await createLink({ contributionId: one.id, purpose: 'confirm_email', expiresAt: TOMORROW }, db);
    const now = new Date();
    expect(await confirmAddress({ token, now })).toEqual({ ok: true });
    expect(await confirmedAt(one.id)).toEqual(now);
    expect(await confirmedAt(other.id)).toBeNull();
    expect(await confirmAddress({ token })).toEqual({ ok: false, reason: 'link_expired' });
    expect(await db.auditEvent.count({ where: { action: 'contribution.address_confirmed', subjectId: one.id } })).toBe(
      1,
    );
  });

  it('is distinguished from a replaced link when its link is opened again', async () => {
    const [one, other] = [await submitted(), await submitted()];
    const [token, unused] = [
      await createLink({ contributionId: one.id, purpose: 'confirm_email' }, db),
      await createLink({ contributionId: other.id, purpose: 'confirm_email' }, db),
    ];
    expect(await callConfirmedBy({ token })).toBeNull();
    await confirmAddress({ token });
    expect(await callConfirmedBy({ token })).toBe('2020');
    await db.accessLink.updateMany({
      where: { contributionId: other.id, purpose: 'confirm_email' },
      data: { revokedAt: new Date() },
    });
    expect([await callConfirmedBy({ token: unused }), await callConfirmedBy({ token: 'no link' })]).toEqual([
      null,
      null,
    ]);
  });

  it('lets one of two simultaneous clicks confirm', async () => {
    const { id } = await submitted();
    const token = await createLink({ contributionId: id, purpose: 'confirm_email' }, db);
    const results = await Promise.all([confirmAddress({ token }), confirmAddress({ token })]);
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(await db.auditEvent.count({ where: { action: 'contribution.address_confirmed', subjectId: id } })).toBe(1);
  });

  it('gives the mails that waited for it a job', async () => {
    const { id } = await submitted();
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    const token = await createLink({ contributionId: id, purpose: 'confirm_email' }, db);
    await confirmAddress({ token });
    const waiting = await db.mail.findMany({ where: { contributionId: id, status: 'queued' }, select: { id: true } });
    const jobs = await db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`;
    expect(jobs.map(({ key }) => key).sort()).toEqual(waiting.map((mail) => `mail:${mail.id}`).sort());
    expect(waiting.length).toBeGreaterThan(0);
  });

  it('refuses an expired link and one of another purpose', async () => {
    const { id, token } = await submitted();
    const expired = await createLink({ contributionId: id, purpose: 'confirm_email', expiresAt: YESTERDAY }, db);
    expect(await confirmAddress({ token: expired })).toEqual({ ok: false, reason: 'link_expired' });
    expect(await confirmAddress({ token })).toEqual({ ok: false, reason: 'unknown_link' });
    expect(await confirmedAt(id)).toBeNull();
  });
});
