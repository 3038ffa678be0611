import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeParticipation } from '@/prisma/factories/participants';
import { publish } from '@/prisma/factories/published';
import { agreeAndSubmit, openGroup } from './contributor';

for (const { mark, javaScriptEnabled, place } of [
  { mark: 'Scripted', javaScriptEnabled: true, place: 'the review page' },
  { mark: 'Plain', javaScriptEnabled: false, place: 'the review page' },
  { mark: 'Listed', javaScriptEnabled: true, place: 'the list of participants in contributions' },
])
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} JavaScript, on ${place}`, () => {
    test.use({ javaScriptEnabled });

    test('a contributor proposes a participant, an editor says that it is a known one, and readers see the row', async ({
      page,
      holdDraft,
      openDesk,
    }) => {
      await makeParticipation({ name: `${mark} Telecommunication Exchange` });
      await holdDraft({
        sections: {
          'agreements/1': { kind: 'update', agreement: 'manrs', baseVersion: 1 },
          about: { attribution: 'organisation', affiliation: `${mark} Watch` },
        },
      });
      await page.goto('/en/calls/2020/contribute/agreements/1');
      await openGroup(page, 'Facts');
      await page.locator('#rows-participations > summary').click();
      const row = page.getByRole('group', { name: /^States and organisations that take part: new entry 1$/ });
      await expect(row.getByText('Never the name of a person.', { exact: false })).toBeVisible();
      await row.getByLabel(/What it is/).selectOption({ label: 'Organisation' });
      await row.getByLabel(/Name of the state or organisation/).fill(`${mark} Telecomunication Exchange`);
      await row.getByLabel(/What it did/).selectOption({ label: 'Endorsed' });
      await row.getByRole('textbox', { name: /Date$/ }).fill('2098');
      await row.getByLabel(/Link to the evidence/).fill('https://example.org/supporters');
      await page.getByRole('button', { name: 'Save and back to the list' }).click();
      await expect(row.getByText('This date is in the future')).toBeVisible();
      await row.getByRole('textbox', { name: /Date$/ }).fill('2019-11');
      await page.getByRole('button', { name: 'Save and back to the list' }).click();
      await page.waitForURL(/\/contribute\/agreements(\?|$)/);
      await page.goto('/en/calls/2020/contribute/check');
      await expect(
        page.getByText(`${mark} Telecomunication Exchange (Organisation): Endorsed, Nov 2019`),
      ).toBeVisible();
      await agreeAndSubmit(page);
      await page.waitForURL(/\/contribute\/done/);
      const reference = /BPF-2020-\d{3}/.exec(await page.locator('main').innerText())?.[0] ?? '';

      const { page: desk } = await openDesk({ javaScriptEnabled });
      await desk.goto(`/desk/contributions/${reference}`);
      await expect(desk.getByText('This can be decided once the contribution is published')).toBeVisible();
      await expect(desk.getByRole('radio', { name: 'Accept', exact: true })).toHaveCount(0);
      await publish(reference);
      const isReview = place === 'the review page';
      await desk.goto(isReview ? `/desk/contributions/${reference}` : '/desk/participants/claims');
      const proposed = isReview
        ? desk.getByRole('region', { name: 'Proposed for the register of participants' })
        : desk.getByRole('listitem').filter({ hasText: reference });
      await proposed.getByText('Accept, or correct and accept').click();
      await proposed.getByRole('button', { name: /^Accept/ }).click();
      await expect(desk.getByText(`Is “${mark} Telecomunication Exchange” one of these?`)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(desk);
      await proposed.getByLabel(`It is ${mark} Telecommunication Exchange`).check();
      await proposed.getByRole('button', { name: /^Accept/ }).click();
      await expect(isReview ? proposed.getByRole('button', { name: /^Accept/ }) : proposed).toHaveCount(0);
      if (isReview) await expect(proposed.getByText('Accepted', { exact: true }).first()).toBeVisible();
      // The form is gone with its message, unless a script keeps it.
      if (javaScriptEnabled)
        await expect(desk.getByText('Accepted and entered, with the contribution as evidence.')).toBeVisible();

      await page.goto(`/en/participants/${mark.toLowerCase()}-telecommunication-exchange`);
      const entry = page.locator('main').getByText(reference);
      await expect(entry.first()).toBeVisible();
      await page.goto(`/en/contributions/${reference}`);
      await expect(page.getByRole('cell', { name: /^Accepted on/ })).toBeVisible();
    });
  });
