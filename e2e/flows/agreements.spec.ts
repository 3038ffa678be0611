import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { published } from '@/prisma/factories/published';

const PHONE = { width: 390, height: 844 };
const fitsPhone = async (page: Page) => {
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
};

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the list is filtered by facets with correct counts, searched despite a typing error, and ordered', async ({
    page,
  }) => {
    await page.goto('/en/agreements');
    const facets = page.getByRole('navigation', { name: 'Narrow the list' });
    const space = facets.getByRole('link', { name: /^Within the United Nations/ });
    const count = Number(/\((\d+) agreements?\)/.exec(await space.innerText())?.[1]);
    expect(count).toBeGreaterThan(0);
    await space.click();
    await page.waitForURL('**/en/agreements/view/space/united-nations');
    await expect(page.getByText(new RegExp(`^${count} agreements? of \\d+$`))).toBeVisible();

    await facets.getByText('Agreement elements', { exact: true }).click();
    await facets.getByText('Responsible disclosure', { exact: true }).click();
    await facets.locator('a[href*="responsible-disclosure.no"], a[href*="responsible-disclosure.yes"]').first().click();
    const chips = page.getByRole('navigation', { name: 'Narrowed to' });
    await expect(chips.getByRole('link', { name: /^Remove: Responsible disclosure: / })).toBeVisible();
    await chips.getByRole('link', { name: 'Remove: Space for agreement: Within the United Nations' }).click();
    await page.waitForURL(/\/view\/criterion\/responsible-disclosure\.\w+$/);
    await chips.getByRole('link', { name: 'Clear all' }).click();
    await page.waitForURL('**/en/agreements');

    await page.getByLabel('Search by name').fill('Budapst, convention');
    await page.getByLabel('Order', { exact: true }).selectOption('Newest first');
    await page.getByRole('button', { name: 'Show', exact: true }).first().click();
    await page.waitForURL('**/en/agreements/view/q/budapst%20convention/sort/newest');
    await expect(page.getByRole('link', { name: 'Council of Europe Convention on Cybercrime' })).toBeVisible();
  });
});

test('a view is hidden from search engines, an impossible one is not found, an empty one says why', async ({
  page,
}) => {
  await page.goto('/en/agreements/view/q/zzzqqqxx');
  await expect(page.getByText('No agreement fits all of this')).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/en\/agreements$/);

  await page.goto('/en/agreements/view/at/2001-02-03');
  await expect(page.getByText('The dataset held no agreement at that time')).toBeVisible();
  await page.goto('/en/agreements');
  await fitsPhone(page);
  await page.getByText('Narrow the list', { exact: true }).first().click();
  await expect(page.getByRole('navigation', { name: 'Narrow the list' })).toBeVisible();
  await expectAccessible(page);
});

test('the page of an agreement names proposers, signatories and projects; each version keeps its address', async ({
  page,
}) => {
  const stamp = `zq${Date.now()}`;
  const { slug } = await makeAgreement({ maintainer: 'A ministry' });
  const about = { affiliation: `Institute ${stamp}`, show: { affiliation: true } };
  const { reference, version } = await published(
    {
      signatories: [{ agreement: slug }],
      projects: [
        {
          title: `Workshops ${stamp}`,
          description: 'Workshops for those who write laws.',
          agreements: [slug],
          criteria: ['interstate-cooperation'],
        },
      ],
      proposals: [
        {
          kind: 'update',
          agreement: slug,
          changes: [{ cell: 'maintainer', value: `Secretariat ${stamp}`, source: 'Its site' }],
        },
      ],
      about,
      consent: true,
    },
    { accept: slug },
  );
  await published({
    signatories: [{ agreement: slug }],
    about: { affiliation: `Hidden ${stamp}`, anonymous: true },
    consent: true,
  });

  await page.goto(`/en/agreements/${slug}`);
  await expect(page.getByText(`From contribution ${reference} (Institute ${stamp}), decided on`)).toBeVisible();
  const signed = page.getByRole('region', { name: 'Signatories known from contributions' });
  await expect(signed).toContainText(`Institute ${stamp} in ${reference}`);
  await expect(signed).toContainText(/anonymous or unnamed/);
  await expect(page.getByRole('region', { name: 'Projects that implement it' })).toContainText(`Workshops ${stamp}`);
  await expect(page.locator('body')).not.toContainText(`Hidden ${stamp}`);

  // A citation leads to its version permanently; a link leads to the version before and shows what changed.
  await page
    .getByRole('region', { name: 'History' })
    .getByRole('link', { name: `Version ${version}`, exact: true })
    .click();
  await page.waitForURL(`**/en/agreements/${slug}/versions/${version}`);
  await page.getByRole('link', { name: `Version ${version - 1}, before it` }).click();
  await page.waitForURL(`**/versions/${version - 1}`);
  await expect(page.getByText(`You are reading version ${version - 1}, an earlier state`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'What has changed since' })).toContainText('Maintainer');
  await expect(page.getByRole('region', { name: 'Facts' })).not.toContainText(stamp);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`/en/agreements/${slug}$`));
  await fitsPhone(page);

  await page.getByLabel('As of a day').fill('2001-02-03');
  await page.getByRole('region', { name: 'At an earlier time' }).getByRole('button', { name: 'Show' }).first().click();
  await page.waitForURL(`**/en/agreements/${slug}/at/2001-02-03`);
  await expect(page.getByRole('heading', { level: 1, name: /^The dataset did not have/ })).toBeVisible();
});
