import http from 'node:http';
import { expect, test } from '@/e2e/fixtures/behind-nginx';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { draftOn, signAnonymously } from '@/e2e/flows/contributor';
import { begunAnHourAgo } from '@/prisma/factories/drafts';
import { makePdf } from '@/prisma/factories/files';
import { makeEditor } from '@/prisma/factories/people';
import { publishAccepted } from '@/prisma/factories/publications';
import { proposing } from '@/prisma/factories/submissions';

// One server and one nginx serve the whole file.
test.describe.configure({ mode: 'default' });

const SLUG = 'csde-anti-botnet-guide';
const pdf = {
  name: 'report.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([makePdf(), Buffer.alloc(4 * 1024 * 1024)]),
};
const tooLarge = {
  name: 'film.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([makePdf(), Buffer.alloc(9 * 1024 * 1024)]),
};

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a contribution with a file goes through nginx from its beginning to its reference', async ({ page, front }) => {
    await page.goto('/en/calls/2020/contribute');
    await page.getByRole('button', { name: 'Start', exact: true }).first().click();
    await page.waitForURL(`${front.origin}/en/calls/2020/contribute/signatory`);
    await page.goto('/en/calls/2020/contribute/gaps');
    await page.getByLabel('Your answer').fill(`Typed behind nginx, ${Date.now()}.`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

    await page.getByLabel('Choose a file').setInputFiles(tooLarge);
    await page.getByRole('button', { name: 'Add the file' }).click();
    await expect(page.getByText(/This file is too large/)).toBeVisible();
    await page.getByRole('link', { name: 'Back to the step' }).click();
    await page.getByLabel('Choose a file').setInputFiles(pdf);
    await page.getByRole('button', { name: 'Add the file' }).click();
    await expect(page.getByRole('link', { name: pdf.name })).toBeVisible();

    await signAnonymously(page);
    await begunAnHourAgo(await draftOn(page));
    await page.getByRole('checkbox', { name: /I agree/ }).check();
    await page.getByRole('button', { name: 'Submit the contribution' }).click();
    await page.waitForURL(/\/contribute\/done/);
    await expect(page.getByText(/BPF-2020-\d{3}/).first()).toBeVisible();
  });
});

test('an editor signs in by the link in the mail, and works at the desk', async ({ page, front }) => {
  const { email } = await makeEditor();
  await page.goto('/desk');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: /link/i }).click();
  const link = linkIn(await mailTo(email, '/sign-in/confirm'), '/sign-in/confirm');
  expect(link).toContain(front.origin);
  await page.goto(link);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(`${front.origin}/desk`);
  await page.goto('/desk/you');
  await page.getByLabel(/once a day/i).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /saved/i }).first()).toBeVisible();
  const desk = await page.request.get('/desk');
  expect(desk.headers()['x-cache'], 'the desk is never kept').toBeUndefined();
});

test('public pages come from the copy for a second; what is decided is what the next reader sees, however old the copy', async ({
  request,
  front,
}) => {
  const page = `/en/agreements/${SLUG}`;
  const read = async () => {
    const response = await request.get(page);
    return { text: await response.text(), from: response.headers()['x-cache'] };
  };
  await read();
  await expect
    .poll(async () => (await read()).from, { message: 'one of two readings within a second', intervals: [10] })
    .toBe('HIT');
  const copied = Date.now();
  const value = `Secretariat of ${Date.now()}`;
  await publishAccepted(proposing(SLUG, [{ cell: 'maintainer', value }]), SLUG);
  await expect
    .poll(async () => (await request.get(front.app.origin + page)).text(), {
      message: 'the app itself',
      intervals: [50],
    })
    .toContain(value);
  // Nobody reads it through nginx until the copy has run out (it counts whole seconds); then the very first reader must not get it.
  await expect.poll(() => Date.now() - copied).toBeGreaterThan(2_000);
  const next = await read();
  expect(next.text).toContain(value);
  expect(next.from).not.toMatch(/STALE|UPDATING|HIT/);
});

test('a form’s page and a private link are never kept', async ({ request }) => {
  for (const address of [
    '/en/calls/2020/contribute',
    '/en/link/none',
    '/en/confirm/none',
    '/sign-in',
    '/api/health',
    '/api/auth/session',
  ]) {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.headers()['x-cache'], address).toBeUndefined();
    expect(response.headers()['cache-control'] ?? '', address).not.toContain('public');
  }
});

test('whoever names other addresses is counted as one client all the same, and another client is not', async ({
  frontWith,
}) => {
  // A secret of its own, so that nothing has been counted yet. Six contributions an hour through the API, one begun in the form.
  const settings = {
    LIMITS_FACTOR: '0.02',
    CHALLENGE: 'never',
    NEXTAUTH_SECRET: `limits through nginx ${Date.now()} ${'x'.repeat(32)}`,
  };
  const { origin } = await frontWith(settings);
  const statuses: number[] = [];
  for (const forged of [
    '198.51.100.1',
    '203.0.113.2',
    '192.0.2.3, 198.51.100.4',
    '2001:db8::5',
    'unknown',
    '127.0.0.1',
    '198.18.0.7',
  ]) {
    statuses.push(await send({ origin, forged }));
  }
  expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 429]);
  expect(await send({ origin, forged: '198.51.100.1', localAddress: '127.0.7.1' })).toBe(201);
});

test('while the app does not answer readers get the copies there are', async ({ frontWith }) => {
  const { origin, app } = await frontWith();
  const read = async () => {
    const response = await fetch(`${origin}/en/about`);
    return (await response.text()).includes('<h1') ? response.headers.get('x-cache') : null;
  };
  await expect.poll(read, { message: 'a copy', intervals: [10] }).toBe('HIT');
  await app.kill();
  const copied = await fetch(`${origin}/en/about`);
  expect(copied.status).toBe(200);
  expect(await copied.text()).toContain('<h1');
  expect((await fetch(`${origin}/sign-in`)).status).toBe(502);
});

/** Sends a contribution through the API, naming an address that is not one's own. Returns the status. */
function send({
  origin,
  forged,
  localAddress,
}: {
  origin: string;
  forged: string;
  localAddress?: string;
}): Promise<number> {
  const body = JSON.stringify({
    ...proposing('manrs', [
      { cell: 'maintainer', value: `Secretariat named by ${forged} at ${process.hrtime.bigint()}` },
    ]),
  });
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'X-Forwarded-For': forged,
    'X-Real-IP': forged,
    Forwarded: `for=${forged}`,
  };
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${origin}/api/v1/calls/2020/contributions`,
      { method: 'POST', headers, localAddress },
      (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.once('error', reject).end(body);
  });
}
