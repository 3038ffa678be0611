import { describe, expect, it } from 'vitest';
import { startDraft } from '@/lib/contributions/drafts/drafts';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { LINK_LIMITS, SHARED_PURPOSES } from './link-schema';
import { replaceLink, revokeLink, shareContribution } from './links';
import { findByLink, findHeldLink, listLinks } from './links';

useTestDatabase();

async function draft() {
  const begun = await startDraft({ callSlug: '2020' });
  if (!begun.ok) throw new Error(begun.reason);
  return begun;
}
async function share(contributionId: string, purpose: string, label = 'legal department') {
  const made = await shareContribution({ contributionId, input: { purpose, label } });
  if (!made.ok) throw new Error(made.reason);
  return made.token;
}
async function linkOf(token: string) {
  const found = await findHeldLink({ token });
  if (!found.ok) throw new Error(found.reason);
  return found.link.id;
}

describe('shareContribution', () => {
  it.each(SHARED_PURPOSES)('makes a link to %s, of which only the hash is stored', async (purpose) => {
    const { contributionId } = await draft();
    const token = await share(contributionId, purpose, '  legal department ');
    expect(await findHeldLink({ token })).toMatchObject({
      ok: true,
      link: { purpose },
      contribution: { id: contributionId },
    });
    expect((await listLinks(contributionId)).map(({ purpose: what, label }) => ({ what, label }))).toContainEqual({
      what: purpose,
      label: 'legal department',
    });
    expect(JSON.stringify(await db.accessLink.findMany({ where: { contributionId } }))).not.toContain(token);
  });

  it('never makes a reader’s link one to work with', async () => {
    const { contributionId } = await draft();
    for (const purpose of ['read', 'comment'])
      expect(await findByLink({ token: await share(contributionId, purpose) })).toEqual({
        ok: false,
        reason: 'unknown_link',
      });
  });

  it('refuses other purposes and a link without a label', async () => {
    const { contributionId } = await draft();
    expect(await shareContribution({ contributionId, input: { purpose: 'confirm_email', label: 'x' } })).toMatchObject({
      reason: 'invalid',
      issues: [{ path: 'purpose' }],
    });
    expect(await shareContribution({ contributionId, input: { purpose: 'read', label: ' ' } })).toMatchObject({
      reason: 'invalid',
      issues: [{ path: 'label', code: 'required' }],
    });
    expect(
      await shareContribution({
        contributionId: '00000000-0000-4000-8000-000000000000',
        input: { purpose: 'read', label: 'x' },
      }),
    ).toEqual({ ok: false, reason: 'not_found' });
  });

  it('stops at the limit, also when asked many times at once; revoking one makes room', async () => {
    const { contributionId } = await draft();
    for (let at = 0; at < LINK_LIMITS.links - 1; at++) await share(contributionId, 'read');
    const both = await Promise.all(
      [1, 2].map(() => shareContribution({ contributionId, input: { purpose: 'read', label: 'x' } })),
    );
    expect(both.map((one) => (one.ok ? 'made' : one.reason)).sort()).toEqual(['made', 'too_many_links']);
    const [reader] = (await listLinks(contributionId)).filter(({ purpose }) => purpose === 'read');
    await revokeLink({ contributionId, linkId: reader?.id ?? '' });
    await share(contributionId, 'read');
  });

  it('leaves an event without label or token', async () => {
    const { contributionId } = await draft();
    const token = await share(contributionId, 'comment', 'secret-label');
    await revokeLink({ contributionId, linkId: await linkOf(token) });
    const events = await db.auditEvent.findMany({
      where: { subjectId: contributionId },
      select: { action: true, details: true },
    });
    expect(events.filter(({ action }) => action.startsWith('contribution.link_'))).toEqual([
      { action: 'contribution.link_made', details: { purpose: 'comment' } },
      { action: 'contribution.link_revoked', details: { purpose: 'comment' } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`secret-label|${token}`));
  });
});

describe('revokeLink', () => {
  it('makes the link worthless at once and leaves the others alone', async () => {
    const { contributionId, token: own } = await draft();
    const [one, other] = [await share(contributionId, 'comment'), await share(contributionId, 'read')];
    const linkId = await linkOf(one);
    expect(await revokeLink({ contributionId, linkId })).toEqual({ ok: true });
    expect(await findHeldLink({ token: one })).toEqual({ ok: false, reason: 'link_expired' });
    for (const token of [own, other]) expect(await findHeldLink({ token })).toMatchObject({ ok: true });
    expect((await listLinks(contributionId)).map(({ id }) => id)).not.toContain(linkId);
    expect(await revokeLink({ contributionId, linkId })).toEqual({ ok: true });
  });

  it('knows no link of another contribution', async () => {
    const [mine, theirs] = [await draft(), await draft()];
    const linkId = await linkOf(await share(theirs.contributionId, 'read'));
    for (const wrong of [linkId, 'nonsense', '00000000-0000-4000-8000-000000000000']) {
      expect(await revokeLink({ contributionId: mine.contributionId, linkId: wrong })).toEqual({
        ok: false,
        reason: 'not_found',
      });
      expect(await replaceLink({ contributionId: mine.contributionId, linkId: wrong })).toEqual({
        ok: false,
        reason: 'not_found',
      });
    }
    expect((await listLinks(theirs.contributionId)).map(({ id }) => id)).toContain(linkId);
  });

  it('keeps the last link with all rights, also when two people revoke each other’s', async () => {
    const { contributionId, token } = await draft();
    const own = await linkOf(token);
    await share(contributionId, 'read');
    expect(await revokeLink({ contributionId, linkId: own })).toEqual({ ok: false, reason: 'last_link' });
    const second = await linkOf(await share(contributionId, 'manage'));
    const both = await Promise.all([own, second].map((linkId) => revokeLink({ contributionId, linkId })));
    expect(both.map((one) => (one.ok ? 'revoked' : one.reason)).sort()).toEqual(['last_link', 'revoked']);
  });
});

describe('replaceLink', () => {
  it('puts a new link in the place of a leaked one, even of the last', async () => {
    const { contributionId, token } = await draft();
    const replaced = await replaceLink({ contributionId, linkId: await linkOf(token) });
    if (!replaced.ok) throw new Error(replaced.reason);
    expect(await findByLink({ token })).toEqual({ ok: false, reason: 'link_expired' });
    expect(await findByLink({ token: replaced.token })).toMatchObject({
      ok: true,
      contribution: { id: contributionId },
    });
  });

  it('keeps purpose and label, and replaces once', async () => {
    const { contributionId } = await draft();
    const linkId = await linkOf(await share(contributionId, 'comment', 'press office'));
    const both = await Promise.all([1, 2].map(() => replaceLink({ contributionId, linkId })));
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(
      (await listLinks(contributionId)).filter(({ label }) => label === 'press office').map(({ purpose }) => purpose),
    ).toEqual(['comment']);
  });
});
