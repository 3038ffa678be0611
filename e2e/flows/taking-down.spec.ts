import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { expect, test } from '@/e2e/fixtures/own-server';
import { publish, published, takenDown } from '@/prisma/factories/published';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';

const WORDS = /Global Cyber Policy Dialogues|EastWest Institute/;
const addressesOf = (reference: string) => [`/en/contributions/${reference}`, `/api/v1/contributions/${reference}`];
const LISTS = [
  '/en/contributions',
  '/en/projects',
  '/api/v1/contributions',
  '/api/v1/projects',
  '/feeds/contributions.atom',
  '/sitemap.xml',
];

test('an editor takes a contribution down and puts it back; readers and its contributor are told', async ({
  page,
  browser,
  baseURL,
  signedInAs,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const email = 'taken.down@example.org';
  const { reference, token } = await submit({
    ...eastWestSubmission(),
    about: { ...eastWestSubmission().about, email },
  });
  const visitor = await (await browser.newContext({ baseURL })).newPage();
  await visitor.goto(linkIn(await mailTo(email, '/en/confirm/'), '/en/confirm/'));
  await visitor.getByRole('button').first().click();
  await publish(reference);
  await expect
    .poll(async () => (await visitor.request.get(`/en/contributions/${reference}`)).status(), { intervals: [50] })
    .toBe(200);

  await signedInAs('editor');
  await page.goto(`/desk/contributions/${reference}`);
  await page.getByText('Take it down', { exact: true }).click();
  await page.getByLabel('Why is it taken down?').fill('Write to somebody@example.org for the reason.');
  await page.getByRole('button', { name: 'Take down' }).click();
  await expect(page.getByText('Everybody will read this', { exact: false })).toBeVisible();
  await page.getByLabel('Why is it taken down?').fill('It quotes a report that is not public.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take down' }).click();
  await expect(page.getByText('It was taken down. Readers find', { exact: false })).toBeVisible();

  await visitor.goto(`/en/contributions/${reference}`);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(`${reference} has been taken down`);
  await expect(visitor.getByText('It quotes a report that is not public.')).toBeVisible();
  await expect(visitor.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await expectAccessible(visitor);
  expect(await mailTo(email, 'has been taken down')).toContain('It quotes a report that is not public.');
  await visitor.goto(`/en/link/${token}`);
  await expect(visitor.getByText('Taken down by the editors').first()).toBeVisible();
  await expect(visitor.getByText('It quotes a report that is not public.').first()).toBeVisible();
  await expectAccessible(visitor);

  await page.getByText('Put it back', { exact: true }).click();
  await page.getByLabel('Why is it put back?').fill('The report is public by now.');
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(page.getByRole('link', { name: 'See it as published' })).toBeVisible();
  await visitor.goto(`/en/contributions/${reference}`);
  await expect(visitor.getByText('Global Cyber Policy Dialogues').first()).toBeVisible();
  expect(await mailTo(email, 'is public again')).toContain(reference);
});

test('what was taken down is gone at every server at once, from memory too', async ({
  request,
  baseURL,
  ownServer,
}) => {
  const servers = [baseURL ?? '', (await ownServer()).origin];
  const { reference } = await published(eastWestSubmission());
  for (const server of servers) {
    for (const address of addressesOf(reference))
      await expect.poll(async () => (await request.get(server + address)).text(), { intervals: [50] }).toMatch(WORDS);
    for (const address of LISTS)
      expect(await (await request.get(server + address)).text(), address).toContain(reference);
  }
  await takenDown(reference);
  for (const server of servers) {
    for (const address of addressesOf(reference))
      await expect
        .poll(async () => (await request.get(server + address)).text(), { message: server + address, intervals: [50] })
        .not.toMatch(WORDS);
    for (const address of ['/en/projects', '/api/v1/projects', '/sitemap.xml'])
      expect(await (await request.get(server + address)).text(), address).not.toContain(reference);
  }
});
