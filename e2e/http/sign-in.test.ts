import { expect, test } from 'vitest';
import { mails } from '@/e2e/fixtures/mailbox';
import { makeEditor } from '@/prisma/factories/people';
import { ask, origin, read, startOther, statusOf } from './requests';

const ADDRESSES = [
  'signin',
  'signin/email',
  'signout',
  'session',
  'csrf',
  'providers',
  'error',
  'verify-request',
  '_log',
  'callback/credentials',
  'signin/oidc',
  'callback/oidc/more',
];

test('only the mailed link answers among next-auth’s addresses, and none sends mail', async () => {
  const { email } = await makeEditor();
  const form = new URLSearchParams({ email, csrfToken: 'x', json: 'true' });
  for (const address of ADDRESSES) {
    for (const method of ['GET', 'POST']) {
      const status = await statusOf(`/api/auth/${address}`, {
        method,
        headers: { origin: origin() },
        ...(method === 'POST' && { body: form }),
      });
      expect([method, address, status]).toEqual([method, address, 404]);
    }
  }
  for (const address of ['/sign-in/oidc', '/api/auth/callback/oidc?code=x&state=y', '/sign-in/link?token=x'])
    expect([address, await statusOf(address)]).toEqual([address, 404]);
  for (const method of ['POST', 'HEAD'])
    expect(await statusOf(`/api/auth/callback/email?email=${email}&token=x`, { method })).toBe(405);
  expect(mails().filter((mail) => mail.includes(email))).toEqual([]);
});

const OIDC = { OIDC_ISSUER: 'http://localhost:9', OIDC_CLIENT_ID: 'forum', OIDC_CLIENT_SECRET: 'secret' };

test('with a provider that does not answer, signing in there says so, and the mailed link goes on working', async () => {
  const { origin: forum } = await startOther(OIDC);
  const begun = await ask(`${forum}/sign-in/oidc?next=/desk/mail`);
  expect([begun.status, begun.headers.get('location')]).toEqual([303, '/sign-in/problem?error=OAuthSignin']);
  expect(await read(`${forum}/sign-in/problem?error=OAuthSignin`)).toContain('does not answer just now');
  const answered = await ask(`${forum}/api/auth/callback/oidc?code=x&state=y`);
  expect([answered.status, answered.headers.get('location')]).toEqual([303, '/sign-in/problem?error=OAuthCallback']);
  for (const address of ['/sign-in/oidc', '/api/auth/callback/oidc'])
    expect(await statusOf(`${forum}${address}`, { method: 'HEAD' })).toBe(405);
  for (const address of ADDRESSES)
    expect([address, await statusOf(`${forum}/api/auth/${address}`)]).toEqual([address, 404]);
  const page = await read(`${forum}/sign-in`);
  for (const words of ['Sign in with localhost:9', 'Send me a sign-in link']) expect(page).toContain(words);
});

test('half a configuration of the provider keeps the server from starting, and says what is missing', async () => {
  await expect(startOther({ OIDC_ISSUER: OIDC.OIDC_ISSUER })).rejects.toThrow(
    /OIDC_CLIENT_ID is not set[^]*OIDC_CLIENT_SECRET is not set/,
  );
});

test.each<Record<string, string>>([
  { origin: 'https://evil.example' },
  { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  { origin: 'nonsense' },
  { origin: 'null' },
])('a form that another site sends is refused in words (%o)', async (headers) => {
  const body = new FormData();
  body.set('email', 'editor@example.org');
  const answer = await ask('/sign-in', { method: 'POST', headers, body });
  expect([answer.status, await answer.text()]).toEqual([
    403,
    expect.stringContaining('sent from a page of another site'),
  ]);
});

test.each(
  [
    ['AccessDenied', 'not, or no longer, on the list'],
    ['constructor', 'Something went wrong on our side'],
    ['TooManyRequests', 'Too many sign-in links'],
  ].flatMap(([error, words]) => ['/sign-in', '/sign-in/problem'].map((path) => [path, error, words] as const)),
)('%s names the failure %s in a sentence', async (path, error, words) => {
  expect(await read(`${path}?error=${error}`)).toContain(words);
});
