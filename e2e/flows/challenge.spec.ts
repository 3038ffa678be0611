import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { sentAs } from '@/prisma/factories/submissions';

/** A form that is sent sooner after it was shown has to prove more. */
const READING = 3_500;
const PHONE = { width: 360, height: 740 };

/** Counts what a person does on the page: a click, a tap, or a field that is filled in. */
function counted() {
  const begun = Date.now();
  const done: string[] = [];
  return {
    done,
    seconds: () => (Date.now() - begun) / 1000,
    click: async (what: string, target: ReturnType<Page['getByRole']>) => {
      done.push(what);
      await target.click();
    },
    fill: async (what: string, target: ReturnType<Page['getByLabel']>, text: string) => {
      done.push(what);
      await target.fill(text);
    },
  };
}

/** A form that is sent faster than a person can has to prove more; here a person reads it first. */
const readFirst = async (page: Page, since: number) => {
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  await expect(() => expect(Date.now() - since).toBeGreaterThan(READING)).toPass({ timeout: 20_000 });
};

for (const { javaScriptEnabled, viewport } of [
  { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } },
  { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
  { javaScriptEnabled: true, viewport: PHONE },
  { javaScriptEnabled: false, viewport: PHONE },
]) {
  const screen = `${viewport.width} px, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;
  test.describe(`the correction of one value, ${screen}`, () => {
    test.use({ javaScriptEnabled, viewport });

    test('takes four interactions from the value to the receipt', async ({ page }) => {
      const { slug } = await makeAgreement({ maintainer: 'A commission' });
      await page.goto(`/en/agreements/${slug}`);
      const person = counted();
      await person.click('follow the link', page.getByRole('link', { name: /^Correct: Maintainer of / }));
      await page.waitForURL(new RegExp(`/en/correct/${slug}/maintainer$`));
      const opened = Date.now();
      await expect(page.getByText('A commission').first()).toBeVisible();
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await person.fill('type the value', page.getByRole('textbox', { name: /Your proposal$/ }), 'A secretariat');
      await person.fill(
        'type the source',
        page.getByRole('textbox', { name: /Source$/ }),
        'https://example.org/secretariat',
      );
      await readFirst(page, opened);
      await person.click('send', page.getByRole('button', { name: 'Send', exact: true }));
      await page.waitForURL(/\/calls\/open\/contribute\/done$/);
      const reference = /BPF-OPEN-\d{3}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
      console.info(
        `correction, ${screen}: ${person.done.length} interactions, ${person.seconds().toFixed(1)} s by a script, form ${(height / viewport.height).toFixed(1)} screens`,
      );
      expect(person.done).toHaveLength(4);
      expect(await sentAs(reference)).toEqual({
        anonymous: true,
        call: { slug: 'open' },
        proposedChanges: [{ key: 'maintainer', value: 'A secretariat', source: 'https://example.org/secretariat' }],
      });
      await expect(page.getByRole('main').getByRole('textbox').first()).toHaveValue(/\/en\/link\//);
    });

    test('says beside each field what is wrong, and keeps what was typed', async ({ page }) => {
      const { slug } = await makeAgreement({ maintainer: 'A commission' });
      await page.goto(`/en/correct/${slug}/launchDate`);
      const opened = Date.now();
      await page.getByRole('textbox', { name: /Your proposal$/ }).fill('some day');
      await page.getByRole('textbox', { name: /Note or quotation$/ }).fill('A note that must stay');
      await page.getByText('Who you are').click();
      await page.getByLabel('E-mail address').fill('nowhere');
      await page.getByRole('radio', { name: 'With my name' }).check();
      await readFirst(page, opened);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      const summary = page.getByRole('alert').filter({ hasText: 'E-mail address' });
      await expect(summary).toBeFocused();
      await expect(summary.getByRole('link')).toHaveCount(3);
      await expect(page.getByRole('textbox', { name: /Your proposal$/ })).toHaveValue('some day');
      await expect(page.getByRole('textbox', { name: /Your proposal$/ })).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByRole('textbox', { name: /Note or quotation$/ })).toHaveValue('A note that must stay');
      await expect(page.getByLabel('E-mail address')).toHaveValue('nowhere');
      await expect(page.getByRole('radio', { name: 'With my name' })).toBeChecked();
      if (javaScriptEnabled) await expectAccessible(page);

      await page.getByRole('textbox', { name: /Your proposal$/ }).fill('2019-11');
      await page.getByLabel('E-mail address').fill('office@example.org');
      await page.getByLabel('Name', { exact: true }).fill('Ms Example');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.waitForURL(/\/calls\/open\/contribute\/done$/);
      await expect(page.getByText(/BPF-OPEN-\d{3}/).first()).toBeVisible();
    });
  });
}

test('a correction sent faster than a person can types it is sent after a proof of work, by itself', async ({
  page,
}) => {
  const { slug } = await makeAgreement({ maintainer: 'A commission' });
  await page.goto(`/en/correct/${slug}/maintainer`);
  await page.getByRole('textbox', { name: /Your proposal$/ }).fill('A secretariat in a hurry');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.waitForURL(/\/calls\/open\/contribute\/done$/, { timeout: 60_000 });
});

test('a criterion is chosen with one tap, from the matrix, the comparison and the criterion’s page', async ({
  page,
}) => {
  await page.goto('/en/matrix');
  await page.getByRole('button', { name: /^Note on Paris Call, Human rights/ }).click();
  await expect(page.getByRole('link', { name: 'Correct: Reference to human rights of Paris Call' })).toHaveAttribute(
    'href',
    '/en/correct/paris-call/reference-to-human-rights',
  );
  await page.goto('/en/compare/view/agreements/paris-call,manrs');
  await expect(page.getByRole('link', { name: /^Correct: Responsible disclosure of MANRS$/ })).toHaveAttribute(
    'href',
    '/en/correct/manrs/responsible-disclosure',
  );
  await page.goto('/en/criteria/responsible-disclosure');
  await page.getByRole('link', { name: /^Correct: .* of MANRS$/ }).click();
  await page.waitForURL(/\/en\/correct\/manrs\/responsible-disclosure$/);
  await expect(page.getByRole('radio', { name: 'As today' })).toBeChecked();
  await page.getByRole('radio', { name: 'Indirect' }).check();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.waitForURL(/\/calls\/open\/contribute\/done$/, { timeout: 60_000 });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`a link for a signatory, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('opens the update of its agreement, which leads back to the check page', async ({ page }) => {
      const { slug, name } = await makeAgreement({ maintainer: 'A commission' });
      await page.goto(`/contribute?agreement=${slug}`);
      await page.waitForURL(new RegExp(`/en/update/${slug}$`));
      await page.getByRole('button', { name: 'Begin the update' }).click();
      await page.waitForURL(/\/contribute\/agreements\/\d+\?from=check$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Update: ${name}`);
      await expect(page.getByRole('button', { name: 'Save and back to the check', exact: true })).toBeVisible();
    });
  });
}
