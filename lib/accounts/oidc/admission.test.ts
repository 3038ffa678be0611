import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deactivatePerson } from '@/lib/accounts/people';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { mutation } from '@/lib/platform/mutation';
import { startMailServer, textOf } from '@/prisma/factories/mail-server';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { admit } from './admission';
import type { Claims } from './admission';
import { confirmIdentity, listIdentities, readConfirmation, unlinkIdentities } from './identities';
import type { OidcSettings } from './oidc-settings.mjs';

useTestDatabase();

const SETTINGS: OidcSettings = {
  issuer: 'https://login.example.org',
  clientId: 'forum',
  clientSecret: 'secret',
  name: 'Example login',
  scope: 'openid email',
  only: false,
  groupsClaim: null,
  roleGroups: [],
};

let server: Awaited<ReturnType<typeof startMailServer>>;
const smtpBefore = process.env.SMTP_URL;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  env().LIMITS_FACTOR = 10_000;
});
beforeEach(() => {
  server.received.length = 0;
  server.behaviour.refuseWith = null;
});
afterAll(async () => {
  await server.stop();
  if (smtpBefore === undefined) delete process.env.SMTP_URL;
  else process.env.SMTP_URL = smtpBefore;
});

let subjects = 0;
const subject = () => `subject-${(subjects += 1)}`;
const enter = (claims: Claims, settings = SETTINGS) => admit(settings, claims, '/desk/mail');

/** The secrets of a link that was mailed: its own, and that of the browser. */
async function asked(claims: Claims) {
  const admission = await enter(claims);
  if (admission.outcome !== 'asked') throw new Error(JSON.stringify(admission));
  const mail = server.received.at(-1);
  const link = mail && /http:\S+\/sign-in\/link\?\S+/.exec(textOf(mail))?.[0];
  if (!link) throw new Error('no link was mailed');
  const { searchParams } = new URL(link);
  expect(searchParams.get('next')).toBe('/desk/mail');
  return { token: searchParams.get('token') ?? '', browser: admission.browser };
}

async function linked(role: 'admin' | 'editor' = 'editor') {
  const person = await makeEditor({ role });
  const claims: Claims = { sub: subject(), email: person.email, email_verified: true };
  expect(await confirmIdentity(await asked(claims))).toEqual({ ok: true });
  return { person, claims };
}

describe('an account at a provider', () => {
  it('is linked by a mailed link, and then admitted by its subject, whatever address it has', async () => {
    const { person, claims } = await linked();
    expect(server.received.map(({ to }) => to)).toEqual([[person.email]]);
    for (const later of [claims, { sub: claims.sub }, { ...claims, email: 'other@example.org', email_verified: false }])
      expect(await enter(later)).toEqual({ outcome: 'admitted' });
    expect(server.received).toHaveLength(1);
    const events = await db.auditEvent.findMany({ where: { subjectId: person.userId }, orderBy: { id: 'asc' } });
    expect(events.map(({ action, userId }) => [action, userId])).toEqual([['user.identity_linked', person.userId]]);
  });

  it('of another issuer with the same subject is another account', async () => {
    const { claims } = await linked();
    const other = await enter({ sub: claims.sub }, { ...SETTINGS, issuer: 'https://elsewhere.example.org' });
    expect(other).toEqual({ outcome: 'refused', error: 'OidcUnverified' });
  });

  it('is refused without an address that the provider has verified, listed or not', async () => {
    const { email } = await makeEditor();
    for (const claims of [
      { email },
      { email, email_verified: false },
      { email, email_verified: 'false' },
      { email: 'no address', email_verified: true },
      { email_verified: true },
    ])
      expect(await enter({ sub: subject(), ...claims })).toEqual({ outcome: 'refused', error: 'OidcUnverified' });
    expect(server.received).toEqual([]);
  });

  it('is refused where its address is not on the list, and never adds a person', async () => {
    const before = await db.user.count();
    const claims = { sub: subject(), email: 'stranger-at-the-provider@example.org', email_verified: true };
    const settings: OidcSettings = {
      ...SETTINGS,
      groupsClaim: 'groups',
      roleGroups: [{ role: 'admin', group: 'forum-admins' }],
    };
    expect(await enter({ ...claims, groups: ['forum-admins'] }, settings)).toEqual({
      outcome: 'refused',
      error: 'AccessDenied',
    });
    expect(await db.user.count()).toBe(before);
    expect(server.received).toEqual([]);
  });

  it('is refused where the person has another account of the provider', async () => {
    const { person } = await linked();
    const other = { sub: subject(), email: person.email, email_verified: true };
    expect(await enter(other)).toEqual({ outcome: 'refused', error: 'OidcOtherAccount' });
    expect(server.received).toHaveLength(1);
  });

  it('is refused as soon as its person is removed, and linked anew when they come back', async () => {
    const { person, claims } = await linked();
    const admin = await makeEditor({ role: 'admin' });
    await mutation({ actor: admin }, (context) =>
      deactivatePerson({ ...admin, role: 'admin' }, person.userId, context),
    );
    expect(await enter(claims)).toEqual({ outcome: 'refused', error: 'AccessDenied' });
    await makeEditor({ email: person.email });
    expect(await enter(claims)).toMatchObject({ outcome: 'asked' });
  });

  it('gets the role of its groups at each sign-in', async () => {
    const { person, claims } = await linked();
    const settings: OidcSettings = {
      ...SETTINGS,
      groupsClaim: 'groups',
      roleGroups: [{ role: 'observer', group: 'readers' }],
    };
    expect(await enter({ ...claims, groups: ['readers'] }, settings)).toEqual({ outcome: 'admitted' });
    expect((await db.user.findUniqueOrThrow({ where: { id: person.userId } })).role).toBe('observer');
  });

  it('is not asked about where the mail server refuses the mail', async () => {
    const { email } = await makeEditor();
    server.behaviour.refuseWith = () => ({ code: 550, words: 'no such mailbox' });
    expect(await enter({ sub: subject(), email, email_verified: true })).toEqual({
      outcome: 'refused',
      error: 'EmailSignin',
    });
  });
});

describe('the mailed link', () => {
  const askedOfNew = async () => {
    const { email } = await makeEditor();
    return { email, ...(await asked({ sub: subject(), email, email_verified: true })) };
  };

  it('works once, in the browser that signed in and in no other', async () => {
    const { email, token, browser } = await askedOfNew();
    for (const other of [undefined, 'another-secret', token]) {
      expect(await readConfirmation({ token, browser: other })).toBe('other_browser');
      expect(await confirmIdentity({ token, browser: other })).toEqual({ ok: false, reason: 'link_expired' });
    }
    expect(await readConfirmation({ token, browser })).toEqual({ email });
    const results = await Promise.all([1, 2, 3].map(() => confirmIdentity({ token, browser })));
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, false, true]);
    expect(await readConfirmation({ token, browser })).toBeNull();
  });

  it('works in its time, and not for a person who was removed meanwhile', async () => {
    const late = await askedOfNew();
    await db.identityConfirmation.updateMany({ data: { expires: new Date(Date.now() - 1) } });
    expect(await readConfirmation(late)).toBeNull();
    expect(await confirmIdentity(late)).toEqual({ ok: false, reason: 'link_expired' });
    const removed = await askedOfNew();
    await db.user.update({ where: { email: removed.email }, data: { deactivatedAt: new Date() } });
    expect(await readConfirmation(removed)).toBeNull();
    expect(await confirmIdentity(removed)).toEqual({ ok: false, reason: 'link_expired' });
  });

  it('links one account to a person, whichever of two is confirmed first', async () => {
    const { email, userId } = await makeEditor();
    const first = await asked({ sub: subject(), email, email_verified: true });
    const second = await asked({ sub: subject(), email, email_verified: true });
    expect(await confirmIdentity(second)).toEqual({ ok: true });
    expect(await confirmIdentity(first)).toEqual({ ok: false, reason: 'conflict' });
    expect(await listIdentities(userId)).toHaveLength(1);
  });

  it('is stored as hashes only', async () => {
    const { token, browser } = await askedOfNew();
    const stored = JSON.stringify(await db.identityConfirmation.findMany());
    for (const secret of [token, browser]) expect(stored).not.toContain(secret);
  });
});

describe('unlinking', () => {
  it('is for the person and for admins, and the account is asked about again', async () => {
    const { person, claims } = await linked();
    const { claims: others, person: other } = await linked();
    expect(await unlinkIdentities(other, person.userId)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await unlinkIdentities(person, person.userId)).toEqual({ ok: true });
    expect(await unlinkIdentities(person, person.userId)).toEqual({ ok: false, reason: 'not_found' });
    expect(await enter(claims)).toMatchObject({ outcome: 'asked' });
    const admin = await makeEditor({ role: 'admin' });
    expect(await unlinkIdentities(admin, other.userId)).toEqual({ ok: true });
    expect(await enter(others)).toMatchObject({ outcome: 'asked' });
  });
});
