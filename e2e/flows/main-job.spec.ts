import type { Page } from '@playwright/test';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { changeStatuses } from '@/prisma/factories/records';
import { contribute } from './contributor';

const ADDRESS = 'programme.office@example.org';

/** Signs in as an editor does: asks for a link, opens the mail, confirms. */
async function signIn(page: Page, email: string) {
  await page.goto('/desk');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: /link/i }).click();
  await page.goto(linkIn(await mailTo(email, '/sign-in/confirm'), '/sign-in/confirm'));
  await expectAccessible(page);
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** The part of the review page about one proposed cell. */
const cell = (page: Page, title: string) =>
  page.locator('[id^="cell-"]').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

test('the main job: a contribution comes in, is decided cell by cell, and is public at once', async ({
  page,
  request,
  openBrowser,
}) => {
  const { slug, name: earlier } = await makeAgreement({ launchDate: '2018' });
  const before = (await (await request.get(`/api/v1/agreements/${slug}`)).json()) as { version: number };
  const { reference } = await contribute(page, ADDRESS, { agreement: earlier });

  const editor = await makeEditor({ email: 'main.job.editor@example.org' });
  const desk = await openBrowser();
  await signIn(desk, editor.email);
  await desk.getByRole('link', { name: reference }).click();
  await expect(cell(desk, 'Name')).toContainText(earlier);
  await expect(cell(desk, 'Name')).toContainText('Cyberstability Framework');

  const norm = cell(desk, 'Response to requests for help');
  await norm.getByRole('radio', { name: 'Accept', exact: true }).check();
  const name = cell(desk, 'Name');
  await name.getByRole('radio', { name: 'Amend' }).check();
  await name.getByRole('textbox').first().fill('GCSC Cyberstability Framework');
  const date = cell(desk, 'Date of launch');
  await date.getByRole('radio', { name: 'Reject' }).check();
  await desk.getByRole('button', { name: 'Record what I chose' }).click();
  // A rejection without a reason is refused with a message, and typed text and choices stay.
  await expect(desk.getByRole('heading', { name: /Nothing was recorded/ })).toBeVisible();
  await expect(name.getByRole('textbox').first()).toHaveValue('GCSC Cyberstability Framework');
  await expect(norm.getByRole('radio', { name: 'Accept', exact: true })).toBeChecked();
  await date.getByLabel('Reason').fill('The first norms were launched before the report.');
  await desk.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(desk.getByText('3 decisions recorded')).toBeVisible();
  await desk.getByRole('button', { name: /^Publish/ }).click();
  await expect(desk.getByText('It is public, with what its contributor chose to show.')).toBeVisible();

  // At once and everywhere, with the name of the contribution.
  const agreement = (await (await request.get(`/api/v1/agreements/${slug}`)).json()) as {
    version: number;
    name: string;
    assessments: Record<string, { value: string; contribution: string | null }>;
    facts: Record<string, { value: unknown; contribution: string | null }>;
  };
  expect(agreement.version).toBe(before.version + 1);
  expect(agreement.name).toBe('GCSC Cyberstability Framework');
  expect(agreement.assessments['respond-to-requests-for-help']).toMatchObject({
    value: 'yes',
    contribution: reference,
  });
  expect(agreement.facts.name).toMatchObject({ value: 'GCSC Cyberstability Framework', contribution: reference });
  expect(agreement.facts.launchDate?.value).toBe('2018');

  await page.goto(`/en/agreements/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GCSC Cyberstability Framework');
  await expect(page.getByRole('link', { name: reference }).first()).toBeVisible();
  await page.goto('/en/matrix');
  const row = page
    .locator('#norms-2015, section')
    .filter({ has: page.getByRole('heading', { name: /norms/i }) })
    .getByRole('row')
    .filter({ has: page.locator(`a[href="/en/agreements/${slug}"]`) })
    .first();
  await expect(row).toContainText('Yes');
  await page.goto(`/en/contributions/${reference}`);
  await expect(page.getByText('EastWest Institute').first()).toBeVisible();
  await expect(page.getByText('The first norms were launched before the report.')).toBeVisible();

  // The address appears nowhere in public.
  for (const path of [
    '/en',
    '/en/contributions',
    `/en/contributions/${reference}`,
    `/api/v1/contributions/${reference}`,
    '/api/v1/contributions',
    '/data/latest/cells.csv',
  ]) {
    expect(await (await request.get(path)).text(), path).not.toContain(ADDRESS);
  }
  // The rows in the database.
  expect(await changeStatuses(reference)).toEqual({
    launchDate: 'rejected',
    name: 'amended',
    'respond-to-requests-for-help': 'accepted',
  });
});
