import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { published, takenBack, withdrawn } from '@/prisma/factories/published';
import { proposing } from '@/prisma/factories/submissions';

const PROJECT = 'Zephyr resilience workshops';
const about = (country: string, affiliation: string) => ({
  affiliation,
  country,
  stakeholderGroup: 'academia' as const,
  show: { affiliation: true, country: true },
});
const project = {
  title: PROJECT,
  description: 'Ministries rehearse how they ask each other for help.',
  agreements: ['brazzaville-declaration'],
  criteria: ['respond-to-requests-for-help'],
};

test('contributions are filtered by author and country; anonymous and withdrawn ones match neither', async ({
  page,
}) => {
  const { reference: shown } = await published({
    signatories: [{ agreement: 'brazzaville-declaration' }],
    about: about('PW', 'Lagoon university'),
    consent: true,
  });
  const { reference: hidden } = await published({
    signatories: [{ agreement: 'brazzaville-declaration' }],
    about: { ...about('PW', 'Hidden college'), anonymous: true },
    consent: true,
  });
  const { reference: gone } = await published({
    signatories: [{ agreement: 'brazzaville-declaration' }],
    about: about('PW', 'Gone house'),
    consent: true,
  });
  await withdrawn(gone);

  await page.goto('/en/contributions/view/country/PW');
  await expect(page.getByRole('main')).toContainText(shown);
  await expect(page.getByRole('main')).not.toContainText(hidden);
  await expect(page.getByRole('main')).not.toContainText(gone);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  // A chosen filter links back to the whole list.
  await expect(page.getByRole('link', { name: /Palau/ })).toHaveAttribute('href', '/en/contributions');

  await page.goto('/en/contributions/view/call/2020');
  await expect(page.getByRole('main')).toContainText(gone);
  await expect(page.getByRole('main')).not.toContainText(/Gone house|Hidden college/);
  await page.goto(`/en/contributions/${gone}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${gone} has been withdrawn`);
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);
});

test('a contribution shows its changes of the dataset and what became of them', async ({ page }) => {
  const { slug } = await makeAgreement();
  const { reference, version } = await published(
    proposing(slug, [
      { cell: 'maintainer', value: 'A secretariat' },
      { cell: 'link', value: 'https://example.org/declaration' },
    ]),
    { accept: slug },
  );
  await page.goto(`/en/contributions/${reference}`);
  const changed = page.getByRole('region', { name: 'What came of it' });
  await expect(changed.getByRole('link', { name: `version ${version}` })).toHaveAttribute(
    'href',
    `/en/agreements/${slug}/versions/${version}`,
  );
  await expect(changed.getByText('current value')).toHaveCount(2);
  await takenBack(slug, version);
  await expect(async () => {
    await page.reload();
    await expect(changed.getByText(`taken back by the editors, in version ${version + 1}`)).toHaveCount(2, {
      timeout: 500,
    });
  }).toPass();
});

test('projects are found by norm, by agreement and by a word with a typing error', async ({ page }) => {
  const { reference } = await published({
    projects: [project],
    about: about('NR', 'Lagoon university'),
    consent: true,
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/en/projects');
  const entry = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: PROJECT }) })
    .first();
  await expect(entry.getByRole('link', { name: reference })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  for (const view of ['criterion/respond-to-requests-for-help', 'agreement/brazzaville-declaration']) {
    await page.goto(`/en/projects/view/${view}`);
    await expect(entry).toBeVisible();
  }
  await page.getByLabel('Words in title or description').fill('Zephir');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(`/en/projects/view/q/zephir/agreement/brazzaville-declaration`);
  await expect(entry).toBeVisible();
  await withdrawn(reference);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', { name: reference })).toHaveCount(0, { timeout: 500 });
  }).toPass();
});
