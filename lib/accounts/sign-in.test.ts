import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { startMailServer, textOf } from '@/prisma/factories/mail-server';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findPersonalData } from '@/prisma/factories/personal-data';
import { hashSignInToken } from './sign-in';
import { makeSignInLink, recordFailedSignIn, requestSignIn, signInAdapter } from './sign-in';
import { authOptions } from './auth-options';
import { isAllowed, isUsableSignInLink } from './sign-in';

useTestDatabase();

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  env().LIMITS_FACTOR = 1;
});
beforeEach(() => void (server.received.length = 0));
afterAll(() => server.stop());

const HERE = '203.0.113.9';

async function ask(email: string, next?: string, from = HERE) {
  const result = await requestSignIn({ email, next }, from);
  if (!result.ok) throw new Error(result.reason);
  await result.deliver();
}

/** The mailed link's parameters. */
function mailedLink() {
  const mail = server.received.at(-1);
  const link = mail && /http:\S+\/sign-in\/confirm\?\S+/.exec(textOf(mail))?.[0];
  if (!link) throw new Error('no link was mailed');
  const { searchParams } = new URL(link);
  return {
    email: searchParams.get('email') ?? '',
    token: searchParams.get('token') ?? '',
    next: searchParams.get('next'),
  };
}

describe('signing in', () => {
  const session = (userId: string) => ({
    sessionToken: `session-of-${userId}`,
    userId,
    expires: new Date(Date.now() + 60_000),
  });

  it('replaces a session that the database does not know, as after a restored backup', async () => {
    expect(await signInAdapter().deleteSession?.('of-another-database')).toBeUndefined();
  });

  it('mails the owner time and browser, stores the browser by name only, and is logged', async () => {
    const { userId } = await makeEditor();
    const began = { ...session(userId) };
    expect(await signInAdapter('Firefox, Windows').createSession?.(began)).toEqual(began);
    const mail = await db.mail.findFirstOrThrow({ where: { userId } });
    expect(mail).toMatchObject({ kind: 'new-sign-in', status: 'queued', payload: { device: 'Firefox, Windows' } });
    expect(JSON.stringify(mail.payload)).not.toContain(began.sessionToken);
    expect(await eventsOf(userId)).toEqual([{ action: 'user.signed_in', userId, details: {} }]);
  });

  it('that fails is logged without the address and without showing which addresses are listed', async () => {
    const { userId, email } = await makeEditor();
    await recordFailedSignIn({ email, cause: 'Verification' });
    await ask('stranger-in-the-log@example.org');
    expect(await eventsOf(userId)).toEqual([
      { action: 'user.sign_in_failed', userId: null, details: { cause: 'Verification' } },
    ]);
    expect((await eventsOf('unknown')).at(-1)).toEqual({
      action: 'user.sign_in_failed',
      userId: null,
      details: { cause: 'not_on_the_list' },
    });
    expect(
      (await findPersonalData(['stranger-in-the-log'])).filter((place) => place.startsWith('audit_events')),
    ).toEqual([]);
  });

  const eventsOf = (subjectId: string) =>
    db.auditEvent.findMany({
      where: { subjectKind: 'user', subjectId },
      orderBy: { id: 'asc' },
      select: { action: true, userId: true, details: true },
    });
});

describe('asking for a link', () => {
  it('mails one to an address on the list, however it is typed', async () => {
    const { email } = await makeEditor();
    await ask(` ${email.toUpperCase()} `, '/desk/mail');
    expect(server.received.map(({ to }) => to)).toEqual([[email]]);
    const link = mailedLink();
    expect(link).toEqual({ email, token: link.token, next: '/desk/mail' });
    expect(await isUsableSignInLink(email, link.token)).toBe(true);
  });

  it('mails nothing to other addresses, with the same answer', async () => {
    const { email, userId } = await makeEditor();
    await db.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
    for (const address of ['stranger@example.org', email]) {
      expect(await requestSignIn({ email: address }, HERE)).toEqual({ ok: true, deliver: expect.any(Function) });
      await ask(address);
    }
    expect(server.received).toEqual([]);
    expect(await db.verificationToken.count({ where: { identifier: { in: ['stranger@example.org', email] } } })).toBe(
      0,
    );
  });

  it('refuses a text that is no address', async () => {
    expect(await requestSignIn({ email: 'nobody' }, HERE)).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'email', code: 'not_an_email' }],
    });
  });

  it('refuses the sixth request in half an hour with a message, for listed and other addresses', async () => {
    const { email } = await makeEditor();
    for (const address of [email, `nobody-${email}`]) {
      for (let times = 0; times < 5; times++) await ask(address);
      expect(await requestSignIn({ email: address }, HERE)).toEqual({
        ok: false,
        reason: 'too_many_requests',
        retryAfterSeconds: expect.any(Number),
      });
    }
    expect(server.received.map(({ to }) => to)).toEqual(Array.from({ length: 5 }, () => [email]));
  });

  it('reaches the owner despite requests of strangers, until twenty mails were sent', async () => {
    const { email } = await makeEditor();
    for (let times = 0; times < 5; times++) await ask(email, undefined, '198.51.100.7');
    expect(await requestSignIn({ email }, '198.51.100.7')).toMatchObject({ reason: 'too_many_requests' });
    await ask(email);
    expect(server.received).toHaveLength(6);
    for (let times = 0; times < 14; times++) await ask(email, undefined, `192.0.${times}.1`);
    expect(await requestSignIn({ email }, HERE)).toMatchObject({ reason: 'too_many_requests' });
    expect(server.received).toHaveLength(20);
  });

  it('gives the same message for every address when no mail can be sent', async () => {
    await server.stop();
    expect(await requestSignIn({ email: 'stranger@example.org' }, HERE)).toEqual({ ok: false, reason: 'mail_failed' });
    server = await startMailServer();
  });
});

describe('where the provider is the only way in', () => {
  const OIDC = {
    OIDC_ISSUER: 'https://login.example.org',
    OIDC_CLIENT_ID: 'forum',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_ONLY: 'on',
  };
  beforeEach(() => void Object.assign(process.env, OIDC));
  afterEach(() => Object.keys(OIDC).forEach((name) => delete process.env[name]));

  it('mails no link to any address', async () => {
    const { email } = await makeEditor();
    for (const address of [email, 'stranger@example.org'])
      expect(await requestSignIn({ email: address }, HERE)).toEqual({ ok: false, reason: 'forbidden' });
    expect(server.received).toEqual([]);
  });

  it('makes the operator a link that works once, for people on the list, and logs it', async () => {
    const { email, userId } = await makeEditor();
    const made = await makeSignInLink({ email: ` ${email.toUpperCase()}` });
    if (!made.ok) throw new Error(made.reason);
    const token = new URL(made.url).searchParams.get('token') ?? '';
    expect(await isUsableSignInLink(email, token)).toBe(true);
    expect(
      await db.auditEvent.findMany({ where: { subjectId: userId }, select: { action: true, actorKind: true } }),
    ).toEqual([{ action: 'user.sign_in_link_printed', actorKind: 'system' }]);
    await db.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
    for (const address of [email, 'stranger@example.org'])
      expect(await makeSignInLink({ email: address })).toEqual({ ok: false, reason: 'not_found' });
    expect(await makeSignInLink({ email: 'no address' })).toMatchObject({ reason: 'invalid' });
    expect(server.received).toEqual([]);
  });
});

describe('using a link', () => {
  it('works once, only for its address, only in its time', async () => {
    const { email } = await makeEditor();
    const expires = new Date(Date.now() + 60_000);
    await db.verificationToken.create({ data: { identifier: email, token: hashSignInToken('good'), expires } });
    await db.verificationToken.create({
      data: { identifier: email, token: hashSignInToken('late'), expires: new Date(Date.now() - 1) },
    });
    expect(await isUsableSignInLink('other@example.org', 'good')).toBe(false);
    expect(await isUsableSignInLink(email, 'late')).toBe(false);
    expect(await isUsableSignInLink(email, 'good')).toBe(true);
    const use = () => signInAdapter().useVerificationToken?.({ identifier: email, token: hashSignInToken('good') });
    expect((await use())?.identifier).toBe(email);
    expect(await use()).toBeNull();
    expect(await isUsableSignInLink(email, 'good')).toBe(false);
  });
});

describe('the allow-list', () => {
  const signIn = (email: string) => authOptions().callbacks?.signIn?.({ user: { id: 'x', email }, account: null });

  it('lets in only listed people', async () => {
    const { email, userId } = await makeEditor();
    expect([await isAllowed(email), await signIn(email)]).toEqual([true, true]);
    await db.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
    for (const address of [email, 'stranger@example.org'])
      expect([await isAllowed(address), await signIn(address)]).toEqual([false, false]);
  });

  it('never grows by signing in', () => {
    expect(() => signInAdapter().createUser?.({ email: 'stranger@example.org', emailVerified: null })).toThrow(
      'Only an admin adds people',
    );
  });
});
