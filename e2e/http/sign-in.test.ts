import { expect, test } from 'vitest';
import { mails } from '@/e2e/fixtures/mailbox';
import { makeEditor } from '@/prisma/factories/people';
import { ask, origin, read, statusOf } from './requests';

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
  for (const method of ['POST', 'HEAD'])
    expect(await statusOf(`/api/auth/callback/email?email=${email}&token=x`, { method })).toBe(405);
  expect(mails().filter((mail) => mail.includes(email))).toEqual([]);
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
