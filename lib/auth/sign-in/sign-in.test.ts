import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { startMailServer, textOf } from '@/prisma/factories/mail-server';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { hashSignInToken } from './link';
import { requestSignIn, signInAdapter } from './mutations';
import { authOptions } from './options';
import { isAllowed, isUsableSignInLink } from './queries';

useTestDatabase();

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
beforeEach(() => void (server.received.length = 0));
afterAll(() => server.stop());

async function ask(email: string, next?: string) {
  const result = await requestSignIn({ email, next });
  if (!result.ok) throw new Error(result.reason);
  await result.deliver();
}

/** The mailed link's parameters. */
function mailedLink() {
  const mail = server.received.at(-1);
  const link = mail && /http:\S+\/sign-in\/confirm\?\S+/.exec(textOf(mail))?.[0];
  if (!link) throw new Error('no link was mailed');
  const { searchParams } = new URL(link);
  return { email: searchParams.get('email') ?? '', token: searchParams.get('token') ?? '', next: searchParams.get('next') };
}

describe('asking for a link', () => {
  it('mails one to an address on the list, however it is typed', async () => {
    const { email } = await makeEditor();
    await ask(` ${email.toUpperCase()} `, '/desk/mail');
    expect(server.received.map(({ to }) => to)).toEqual([[email]]);
    const link = mailedLink();
    expect(link).toEqual({ email, token: link.token, next: '/desk/mail' });
    expect(await isUsableSignInLink(email, link.token)).toBe(true);
  });

  it('mails nothing to any other address, and answers it the same', async () => {
    const { email, userId } = await makeEditor();
    await db.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
    for (const address of ['stranger@example.org', email]) {
      expect(await requestSignIn({ email: address })).toEqual({ ok: true, deliver: expect.any(Function) });
      await ask(address);
    }
    expect(server.received).toEqual([]);
    expect(await db.verificationToken.count({ where: { identifier: { in: ['stranger@example.org', email] } } })).toBe(0);
  });

  it('says what is no address', async () => {
    expect(await requestSignIn({ email: 'nobody' })).toEqual({ ok: false, reason: 'invalid', issues: [{ path: 'email', code: 'not_an_email' }] });
  });

  it('does not fill a mailbox: five unused links at a time', async () => {
    const { email } = await makeEditor();
    for (let times = 0; times < 7; times++) await ask(email);
    expect(server.received).toHaveLength(5);
  });

  it('tells everybody alike when no mail can be sent', async () => {
    await server.stop();
    expect(await requestSignIn({ email: 'stranger@example.org' })).toEqual({ ok: false, reason: 'mail_failed' });
    server = await startMailServer();
  });
});

describe('using a link', () => {
  it('works once, only for its address, only in its time', async () => {
    const { email } = await makeEditor();
    const expires = new Date(Date.now() + 60_000);
    await db.verificationToken.create({ data: { identifier: email, token: hashSignInToken('good'), expires } });
    await db.verificationToken.create({ data: { identifier: email, token: hashSignInToken('late'), expires: new Date(Date.now() - 1) } });
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
  const signIn = (email: string, asking: boolean) =>
    authOptions().callbacks?.signIn?.({ user: { id: 'x', email }, account: null, email: asking ? { verificationRequest: true } : undefined });

  it('lets in who is on it and nobody else', async () => {
    const { email, userId } = await makeEditor();
    expect([await isAllowed(email), await signIn(email, true), await signIn(email, false)]).toEqual([true, true, true]);
    await db.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
    for (const address of [email, 'stranger@example.org']) {
      expect([await isAllowed(address), await signIn(address, true), await signIn(address, false)]).toEqual([false, '/sign-in/sent', false]);
    }
  });

  it('never grows by signing in', () => {
    expect(() => signInAdapter().createUser?.({ email: 'stranger@example.org', emailVerified: null })).toThrow('Only an admin adds people');
  });
});
