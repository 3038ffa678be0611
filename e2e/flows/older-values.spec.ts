import { expect, test } from '@/e2e/fixtures/test';
import { holdOlderValues, OLDER } from '@/prisma/factories/older-values';
import { published } from '@/prisma/factories/published';
import { submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';

const about = { affiliation: 'Institute of Older Values', show: { affiliation: true } };
const sent = (agreement: string): SubmissionInput => ({
  answers: { comments: 'A comment.' },
  signatories: [{ agreement, note: 'As of old.' }],
  projects: [{ title: 'Project', description: 'Words.', link: 'https://example.org/', agreements: [agreement] }],
  proposals: [
    {
      kind: 'update',
      agreement,
      changes: [
        { cell: 'maintainer', value: 'A body' },
        { cell: 'stakeholders', value: 'States' },
        { cell: 'summary', value: 'A text.' },
        { cell: 'link', value: 'https://example.org/text' },
        { cell: 'signatories', value: { count: 3 } },
        { cell: 'uniqueElements', value: ['One'] },
      ],
    } as never,
  ],
  about,
  consent: true,
});
const agreement = 'brazzaville-declaration';

test('what older rules let in opens every page and file, and admins find it', async ({
  page,
  request,
  signedInAs,
  expectAccessible,
}) => {
  test.slow();
  const { reference, version } = await published(sent(agreement), { accept: agreement });
  const waiting = await submit(sent(agreement));
  const opens = async (addresses: readonly string[], held: string) => {
    for (const address of addresses) expect((await request.get(address)).status(), `${address} with ${held}`).toBe(200);
  };
  for (const link of OLDER.links) {
    await holdOlderValues({ agreement, reference, link });
    await holdOlderValues({ agreement, reference: waiting.reference, link });
    // A decision on another fact of the agreement tells every page of it.
    const date = String(2000 + OLDER.links.indexOf(link));
    await published(
      {
        proposals: [{ kind: 'update', agreement, changes: [{ cell: 'launchDate', value: date }] } as never],
        consent: true,
      },
      { accept: agreement },
    );
    await expect(async () => {
      const told = (await (await request.get(`/api/v1/agreements/${agreement}`)).json()) as {
        facts: Record<string, { value: unknown } | undefined>;
      };
      expect(told.facts.launchDate?.value).toBe(date);
    }).toPass();
    await opens(
      [`/en/agreements/${agreement}`, `/en/contributions/${reference}`, '/en/projects', `/data/latest/agreements.json`],
      link,
    );
  }
  await opens(
    [
      ...[`/versions/${version}`, '/at/2030-01-01'].map((path) => `/en/agreements/${agreement}${path}`),
      '/en/agreements',
      '/en/matrix',
      `/en/compare/view/agreements/${agreement},manrs`,
      '/en/contributions',
      '/feeds/dataset.atom',
      `/feeds/agreements/${agreement}.atom`,
      `/api/v1/agreements/${agreement}/history`,
      `/api/v1/contributions/${reference}`,
      ...['agreements.csv', 'cells.csv', 'agreements.xlsx', 'datapackage.json'].map((file) => `/data/latest/${file}`),
    ],
    'all of them',
  );
  await page.goto(`/en/agreements/${agreement}`);
  await expect(page.getByRole('main')).toContainText('As of 2019');
  // The name that turns the direction of writing ends where it stands.
  const isolated = await page
    .getByText(OLDER.hidden, { exact: true })
    .first()
    .evaluate((element) => getComputedStyle(element).unicodeBidi);
  expect(['isolate', 'isolate-override', 'plaintext']).toContain(isolated);

  await signedInAs('admin');
  for (const address of [
    `/desk/agreements/${agreement}`,
    `/desk/contributions/${waiting.reference}`,
    `/desk/contributions/${reference}`,
  ]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
    await expect(page.getByRole('main')).toContainText('Holds invisible characters: U+202E');
  }
  await page.goto('/desk/overview');
  await page.getByRole('link', { name: 'Values stored under older rules' }).click();
  await expect(page.getByRole('heading', { name: 'Older values' })).toBeVisible();
  await expect(
    page.getByRole('row', { name: new RegExp(`${agreement}.*maintainer.*invisible characters`) }),
  ).toBeVisible();
  await expect(
    page.getByRole('row', { name: new RegExp(`${agreement}.*link.*user name or a password`) }),
  ).toBeVisible();
  await expectAccessible(page);
});

test('the check page says which characters are left out, and the rest is sent', async ({ page, expectAccessible }) => {
  await page.goto('/en/calls/2020/contribute');
  await page.getByRole('button', { name: 'Start', exact: true }).first().click();
  await page.waitForURL(/\/contribute\/signatory$/);
  await page.goto('/en/calls/2020/contribute/gaps');
  await page.getByLabel('Your answer').fill('Two\u202E words\u200B.');
  await expect(page.getByRole('status').filter({ hasText: /^Saved at / })).toBeVisible();
  await page.goto('/en/calls/2020/contribute/check');
  await expect(page.getByRole('main')).toContainText('Invisible characters are left out');
  await expect(page.getByRole('main')).toContainText('U+202E, U+200B');
  await expectAccessible(page);
});
