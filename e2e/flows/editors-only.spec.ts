import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { makeCall } from '@/prisma/factories/calls';
import { begunAnHourAgo } from '@/prisma/factories/drafts';
import { draftOn } from './contributor';
import { beginEntry, unique } from './entering';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled });

    test('a contribution that its author keeps for the editors is settled at the desk and never public', async ({
      page,
      openDesk,
      openBrowser,
      holdDraft,
    }) => {
      const { slug } = await makeCall('open', { offersEditorsOnly: true });
      const start = `/en/calls/${slug}/contribute`;
      const said = `We do it, and may not say so in public, at ${new Date().toISOString()}.`;
      await holdDraft({ call: slug, sections: { gaps: { text: said } } });
      await page.goto(`${start}/about`);
      const question = page.getByRole('group', { name: /^How should it be published\?/ });
      await expect(question.getByRole('radio', { checked: true })).toHaveCount(0);
      await page.getByLabel('Affiliation', { exact: true }).fill('Confidential Ministry');
      await question.getByRole('radio', { name: 'Not published, for the editors only' }).check();
      if (javaScriptEnabled) {
        await expect(page.getByRole('region', { name: 'What will be public about you' })).toContainText(
          'Nothing is published',
        );
        await expectAccessible(page);
      }
      await page.getByRole('button', { name: 'Save and continue' }).click();
      await page.waitForURL(/\/contribute\/check/);
      await expect(page.getByText('Nothing is published', { exact: true })).toBeVisible();
      await page.getByRole('checkbox', { name: /The contribution itself is not published/ }).check();
      await page.getByRole('button', { name: 'Submit the contribution' }).click();
      await page.waitForURL(/\/contribute\/done/);
      await page.goto(`${start}/status`);
      await expect(page.getByText(/For the editors only, not published/)).toBeVisible();
      const reference = /BPF-[A-Z0-9-]+-\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';

      const { page: desk } = await openDesk({ javaScriptEnabled });
      await desk.goto(`/desk/contributions/${reference}`);
      await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Confidential Ministry');
      await expect(desk.getByText('For the editors only', { exact: true })).toBeVisible();
      await expect(desk.getByRole('button', { name: /^Publish/ })).toHaveCount(0);
      await desk.getByRole('button', { name: /^Settle, for the editors only/ }).click();
      await expect(desk.getByText('Kept for the editors', { exact: true })).toBeVisible();

      await page.reload();
      await expect(page.getByText('Kept for the editors', { exact: true })).toBeVisible();
      const reader = await openBrowser();
      const pages = [`/en/contributions/${reference}`, `/api/v1/contributions/${reference}`];
      for (const address of pages) expect((await reader.request.get(address)).status(), address).toBe(404);
      for (const address of ['/en/contributions', '/api/v1/contributions', '/feeds/contributions.atom', '/sitemap.xml'])
        expect(await (await reader.request.get(address)).text(), address).not.toMatch(
          new RegExp(`${reference}|Confidential Ministry`),
        );
    });
  });

test('a call that does not offer it asks for one of three', async ({ page, holdDraft }) => {
  await holdDraft();
  await page.goto('/en/calls/2020/contribute/about');
  const question = page.getByRole('group', { name: /^How should it be published\?/ });
  await expect(question.getByRole('radio')).toHaveCount(3);
});

test('one that an editor enters on behalf asks for consent to what happens: it is not published', async ({
  openDesk,
  openBrowser,
}) => {
  const { page } = await openDesk();
  const { slug } = await makeCall('open', { offersEditorsOnly: true });
  const email = `${unique('kept').replace(' ', '-')}@example.org`;
  await beginEntry(page, { organisation: unique('Ministry'), email, call: slug });
  await page.goto(`/en/calls/${slug}/contribute/comments`);
  await page.getByLabel('Your answer').fill(unique('Said in confidence'));
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/about/);
  await page.getByRole('radio', { name: 'Not published, for the editors only' }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/check/);
  await begunAnHourAgo(await draftOn(page));
  await expect(page.getByRole('checkbox', { name: /what is published and what is not/ })).toHaveCount(0);
  await page.getByRole('checkbox', { name: /They know that it is for the editors only/ }).check();
  await page.getByRole('button', { name: 'Send on their behalf' }).click();
  await page.waitForURL(/\/desk\/contributions\/BPF-/);
  await expect(page.getByText(/It can be settled once its contributor has confirmed it/)).toBeVisible();

  const contributor = await openBrowser();
  await contributor.goto(linkIn(await mailTo(email, 'from a telephone call of'), '/en/link/'));
  await expect(contributor.getByText(/It is for the editors only and is not published/).first()).toBeVisible();
  await contributor.getByRole('checkbox', { name: /It is for the editors only and is not published/ }).check();
  await contributor.getByRole('button', { name: 'Confirm it' }).click();
  await expect(contributor.getByText('You have confirmed the contribution')).toBeVisible();
});
