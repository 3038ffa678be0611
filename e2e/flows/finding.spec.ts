import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { proposing, submit } from '@/prisma/factories/submissions';
import { openGroup, openMore } from './contributor';

const STEP = '/en/calls/2020/contribute/agreements';

const fact = (page: Page, name: string) => page.getByRole('group', { name, exact: true }).getByRole('textbox').first();

test.describe('finding an agreement, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a misspelled name finds the agreement and its open proposals, and other typed text is kept', async ({
    page,
    holdDraft,
  }) => {
    await submit(
      proposing(
        'budapest-convention',
        [
          { cell: 'launchDate', value: '2001-11-23' },
          { cell: 'maintainer', value: 'A maintainer nobody may read here' },
        ],
        'A secret neighbour',
      ),
    );
    await holdDraft();
    await page.goto(STEP);
    await openMore(page, 'more-words');
    await page.getByLabel('Anything to add in words').fill('Typed before the search.');
    await page.getByLabel('Find an agreement').fill('Budapst Convntion');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(page).toHaveURL(/find=Budapst/);
    await expect(page.getByLabel('Anything to add in words')).toHaveValue('Typed before the search.');
    await expect(page.getByRole('status').filter({ hasText: 'One agreement matches' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Agreements found' })).toContainText(
      /other contributions? proposes? changes of this agreement/,
    );
    await page.getByRole('button', { name: 'Propose an update: Council of Europe Convention on Cybercrime' }).click();
    await expect(
      page.getByRole('heading', { name: 'Update: Council of Europe Convention on Cybercrime' }),
    ).toBeVisible();
    await openGroup(page, 'Facts');
    await expect(page.getByRole('group', { name: 'Date of launch' })).toContainText(
      /other contributions? proposes? a change here/,
    );
    await expect(page.getByRole('group', { name: 'Short name' })).not.toContainText('a change here');
    for (const secret of ['2001-11-23', 'A maintainer nobody may read here', 'A secret neighbour', 'BPF-2020'])
      expect(await page.content()).not.toContain(secret);
  });

  test('an unknown name starts a new agreement, and a similar one leads to an update', async ({ page, holdDraft }) => {
    await holdDraft();
    await page.goto(STEP);
    await page.getByLabel('Find an agreement').fill('Zanzibar Zone Zeal');
    await page.getByLabel('Find an agreement').press('Enter');
    await page.getByRole('button', { name: 'Propose a new agreement named “Zanzibar Zone Zeal”' }).click();
    await expect(fact(page, 'Name')).toHaveValue('Zanzibar Zone Zeal');
    await fact(page, 'Name').fill('Convention on Cybercrime');
    await fact(page, 'Date of launch').fill('2001-11');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('This looks like Council of Europe Convention on Cybercrime')).toBeVisible();
    await expect(page.getByText('Reasons: similar name and same date of launch.')).toBeVisible();
    await page
      .getByRole('button', { name: 'Make this an update of Council of Europe Convention on Cybercrime instead' })
      .click();
    await expect(page.getByRole('heading', { name: /^Update: Council of Europe/ })).toBeVisible();
    await expect(fact(page, 'Name')).toHaveValue('Convention on Cybercrime');
    await page.getByRole('button', { name: 'Save and back to the list' }).click();
    // The date equals today's: its field keeps it, and it is not proposed.
    await expect(page.getByText('Proposes: Name', { exact: true })).toBeVisible();
  });

  test('an agreement declared as different is not asked about again', async ({ page, holdDraft }) => {
    await holdDraft();
    await page.goto(STEP);
    await page.getByRole('button', { name: 'Describe a new agreement' }).click();
    await fact(page, 'Name').fill('Tech Accord');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /No, it is another one than Cybersecurity Tech Accord/ }).click();
    await expect(page.getByText('This looks like')).toHaveCount(0);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('This looks like')).toHaveCount(0);
    await expect(fact(page, 'Name')).toHaveValue('Tech Accord');
  });
});

test.describe('finding an agreement', () => {
  test('results appear while typing, by keyboard alone', async ({ page, holdDraft }) => {
    await holdDraft();
    await page.goto(STEP);
    await page.getByLabel('Find an agreement').focus();
    await expect(async () => {
      await page.getByLabel('Find an agreement').fill('');
      await page.getByLabel('Find an agreement').pressSequentially('mutualy agred');
      await expect(page.getByRole('status').filter({ hasText: 'One agreement matches' })).toBeVisible({
        timeout: 3_000,
      });
    }).toPass();
    await expect(page).not.toHaveURL(/find=/);
    await expectAccessible(page);
    await page.getByLabel('Find an agreement').press('Enter');
    await expect(page).toHaveURL(/\/agreements$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: /^Propose an update: Mutually Agreed Norms/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Update: Mutually Agreed/ })).toBeVisible();
  });

  test('a new agreement like an existing one is reported while typing', async ({ page, holdDraft }) => {
    await holdDraft();
    await page.goto(STEP);
    await page.getByRole('button', { name: 'Describe a new agreement' }).click();
    await expect(page.getByRole('heading', { name: 'Propose a new agreement' })).toBeVisible();
    await expect(async () => {
      await fact(page, 'Name').fill('');
      await fact(page, 'Name').pressSequentially('Global Commission on the Stability of Cyberspace');
      await expect(page.getByText('This looks like GCSC Six Critical Norms')).toBeVisible({ timeout: 4_000 });
    }).toPass();
    await expect(page.getByText('Reason: same abbreviation.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make this an update of GCSC Six Critical Norms instead' }).click();
    await expect(page.getByRole('heading', { name: 'Update: GCSC Six Critical Norms' })).toBeVisible();
    await expect(fact(page, 'Name')).toHaveValue('Global Commission on the Stability of Cyberspace');
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`from an agreement's page, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('“Something is missing or wrong?” leads to its update, in a new draft and then in the same one', async ({
      page,
    }) => {
      await page.goto('/en/agreements/paris-call');
      await page.getByRole('link', { name: 'Propose an update' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Propose an update of Paris Call/);
      await page.getByRole('button', { name: 'Begin the update' }).click();
      await page.waitForURL(/\/contribute\/agreements\/1\?from=check$/);
      await expect(page.getByRole('heading', { name: /^Update: Paris Call/ })).toBeVisible();
      await expect(page).toHaveTitle(/^Update of Paris Call.* \(step 3 of 7\)/);

      await page.goto('/en/update/budapest-convention');
      await expect(page.getByText('becomes part of the contribution that you have open in this browser')).toBeVisible();
      await page.getByRole('button', { name: 'Begin the update' }).click();
      await page.waitForURL(/\/contribute\/agreements\/2\?from=check$/);
    });
  });
}
