import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { changeStatuses } from '@/prisma/factories/records';
import { enter } from '@/prisma/factories/entries';
import { proposing } from '@/prisma/factories/submissions';
import { beginEntry, fillAndSend, FORM, unique } from './entering';
import { record } from './review';

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`an editor takes over what another has begun to enter, and sends it, ${how} JavaScript`, async ({
    openDesk,
  }) => {
    const former = await openDesk({ javaScriptEnabled });
    const organisation = unique('Association');
    await beginEntry(former.page, { organisation });

    const { page } = await openDesk({ javaScriptEnabled });
    await page.goto('/desk/contributions/new');
    const name = former.person.name ?? '';
    const others = page.getByRole('region', { name: 'Begun by other editors' });
    const entry = others.getByRole('listitem').filter({ hasText: name });
    await expect(entry).toContainText('A telephone call, received on 3 November 2020');
    await expect(page.getByText(organisation)).toHaveCount(0);
    await entry.locator('summary').click();
    if (javaScriptEnabled) await expectAccessible(page);
    await entry.getByRole('button', { name: `Take it over from ${name}`, exact: true }).click();
    await expect(page.getByText('You enter it from now on.')).toBeVisible();
    await page.getByRole('button', { name: `Continue ${organisation}`, exact: true }).click();
    await page.waitForURL(new RegExp(`${FORM}/signatory`));

    // The former editor's link has ended, and a notice says why.
    await former.page.goto(`${FORM}/comments`);
    await expect(former.page.getByLabel('Your answer')).toHaveCount(0);
    await former.page.goto('/desk/you');
    await expect(former.page.getByText('Another editor has taken over what you had begun to enter')).toBeVisible();
    await former.page.getByRole('link', { name: 'An entry on behalf', exact: true }).click();
    await expect(former.page.getByText(organisation)).toHaveCount(0);

    const reference = await fillAndSend(page, { words: unique('Read to them'), signed: 'As the organisation' });
    expect(reference).toMatch(/^BPF-2020-/);
  });
}

test('when two editors take over one entry, the second reads that another was faster', async ({ openDesk }) => {
  const former = await openDesk();
  await beginEntry(former.page, { organisation: unique('Union') });
  const [first, next] = [await openDesk(), await openDesk()];
  const name = former.person.name ?? '';
  const entryOn = (page: Page) =>
    page.getByRole('region', { name: 'Begun by other editors' }).getByRole('listitem').filter({ hasText: name });
  for (const { page } of [first, next]) {
    await page.goto('/desk/contributions/new');
    await entryOn(page).locator('summary').click();
  }
  for (const { page } of [first, next])
    await entryOn(page)
      .getByRole('button', { name: /^Take it over/ })
      .click();
  await expect(first.page.getByText('You enter it from now on.')).toBeVisible();
  await expect(next.page.getByText('Another editor has taken or reassigned this contribution')).toBeVisible();
});

async function setRule(page: Page, choice: 'Two editors' | 'One editor is enough') {
  await page.goto('/desk/approvals');
  const form = page.locator('form').filter({
    has: page.getByRole('button', { name: /the rule on what an editor entered on behalf/i }),
  });
  await form.getByRole('radio', { name: choice }).check();
  await form.getByRole('button', { name: /Set/ }).click();
  await expect(form.getByText('Set.', { exact: true })).toBeVisible();
}

test('with the rule on entries, who entered one asks another editor to decide and to publish', async ({ openDesk }) => {
  const admin = await openDesk({ role: 'admin' });
  await setRule(admin.page, 'Two editors');
  const { page, person } = await openDesk();
  const input = proposing('manrs', [{ cell: 'maintainer', value: unique('Society'), source: 'Its site' }]);
  const { reference } = await enter({ editor: person, input });
  await page.goto(`/desk/contributions/${reference}`);
  await page.locator('summary', { hasText: 'Note their consent' }).click();
  await page.getByLabel('How did the contributor agree?').fill('On the telephone, after I had read it to them.');
  await page.getByRole('button', { name: 'Note their consent' }).click();
  await expect(page.getByText('Consent noted').first()).toBeVisible();
  await page.getByRole('button', { name: `Publish ${reference}` }).click();
  await expect(page.getByText('so another editor has to decide on it').first()).toBeVisible();
  await page.goto(`/desk/contributions/${reference}`);
  await page
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await record(page).click();
  await expect(page.getByText('This waits for a second editor')).toBeVisible();
  expect(await changeStatuses(reference)).toEqual({ maintainer: 'pending' });

  await admin.page.goto('/desk/approvals');
  const waiting = admin.page.getByRole('listitem').filter({ hasText: reference });
  await expect(waiting.first()).toContainText('the same editor entered the contribution on behalf of its contributor');
  await waiting.getByRole('button', { name: 'Agree and carry it out' }).click();
  await expect(admin.page.getByText(`Agreed by ${admin.person.name}`).first()).toBeVisible();
  expect(await changeStatuses(reference)).toEqual({ maintainer: 'accepted' });
  await admin.page.goto(`/desk/contributions/${reference}`);
  await admin.page.getByRole('button', { name: `Publish ${reference}` }).click();
  await expect(admin.page.getByText('It is public, with what its contributor chose to show.')).toBeVisible();
  await setRule(admin.page, 'One editor is enough');
});
