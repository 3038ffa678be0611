import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { expect, test } from '@/e2e/fixtures/test';
import { begunAnHourAgo } from '@/prisma/factories/drafts';
import { makeCall } from '@/prisma/factories/calls';
import { draftOn } from './contributor';
import { BANNER, beginEntry, fillAndSend, FORM, unique } from './entering';

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`a telephone call is entered, confirmed by its contributor and published, ${how} JavaScript`, async ({
    openDesk,
    openBrowser,
  }) => {
    const { page, person } = await openDesk({ javaScriptEnabled });
    const [organisation, email] = [unique('Institute'), `${unique('office').replace(' ', '-')}@example.org`];
    await beginEntry(page, { organisation, email });
    if (javaScriptEnabled) await expectAccessible(page);
    const words = unique('Said on the telephone');
    const reference = await fillAndSend(page, { words, signed: 'As the organisation' });
    await expect(page.getByText('Waits for confirmation').first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Publish/ })).toHaveCount(0);
    await page.goto('/desk?onBehalf=waiting');
    await expect(page.getByRole('row').filter({ hasText: reference })).toContainText('waits for confirmation');

    const contributor = await openBrowser({ javaScriptEnabled });
    const mail = await mailTo(email, 'from a telephone call of');
    expect(mail).not.toContain(reference);
    await contributor.goto(linkIn(mail, '/en/link/'));
    await expect(contributor.getByText('Please check this and confirm it')).toBeVisible();
    await expect(contributor.getByText(words)).toBeVisible();
    await expect(contributor.getByText(BANNER)).toHaveCount(0);
    await contributor.getByRole('button', { name: 'Confirm it' }).click();
    await expect(contributor.getByText('It was not confirmed')).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(contributor);
    await contributor.getByRole('checkbox', { name: 'This is our contribution' }).check();
    await contributor.getByRole('button', { name: 'Confirm it' }).click();
    await expect(contributor.getByText('You have confirmed the contribution')).toBeVisible();
    await mailTo(email, reference);

    await page.goto(`/desk/contributions/${reference}`);
    await expect(page.getByText('Its contributor confirmed it themselves')).toBeVisible();
    await page.getByRole('button', { name: `Publish ${reference}` }).click();
    await expect(page.getByText('It is public, with what its contributor chose to show.')).toBeVisible();

    const reader = await openBrowser();
    await reader.goto(`/en/contributions/${reference}`);
    await expect(
      reader.getByText(
        `Entered by the forum’s editors on behalf of ${organisation}, from a telephone call on 3 November 2020.`,
      ),
    ).toBeVisible();
    await expect(reader.getByText(person.name ?? '')).toHaveCount(0);
  });
}

test('without an address the editor notes the consent, and withdraws it later at the contributor’s request', async ({
  openDesk,
  openBrowser,
}) => {
  const { page } = await openDesk();
  await beginEntry(page, { organisation: unique('Society') });
  const reference = await fillAndSend(page, { words: unique('Read to them'), signed: 'Anonymously' });
  await expectAccessible(page);
  await page.locator('summary', { hasText: 'Note their consent' }).click();
  const consent = page.getByRole('region', { name: /^Entered on behalf/ });
  await consent.getByRole('button', { name: 'Note their consent' }).click();
  await expect(page.getByText('Please say how consent was given. Only editors read it.')).toBeVisible();
  await page.getByLabel('How did the contributor agree?').fill('On the telephone, after I had read it to them.');
  await consent.getByRole('button', { name: 'Note their consent' }).click();
  await expect(page.getByText('Consent noted').first()).toBeVisible();
  await page.getByRole('button', { name: `Publish ${reference}` }).click();
  await expect(page.getByText('It is public, with what its contributor chose to show.')).toBeVisible();

  const reader = await openBrowser();
  await reader.goto(`/en/contributions/${reference}`);
  await expect(reader.getByText('Entered by the forum’s editors on behalf of its author.')).toBeVisible();
  await expect(reader.getByText('3 November 2020')).toHaveCount(0);

  await page.getByText('Withdraw it at its contributor’s request').click();
  await page.getByLabel('How were you asked?').fill('They called again.');
  await page.getByRole('button', { name: 'Withdraw for good' }).click();
  await expect(page.getByText('Its contributor has withdrawn it.')).toBeVisible();
});

test('an entry that was begun is found again at the desk, with faults in words, and can be discarded', async ({
  openDesk,
}) => {
  const { page } = await openDesk();
  await page.goto('/desk/contributions/new');
  await page.getByRole('button', { name: 'Open the form' }).click();
  await expect(page.getByText('Please say on behalf of whom you enter this').first()).toBeVisible();
  await expectAccessible(page);
  const organisation = unique('Union');
  await beginEntry(page, { organisation });
  await page.getByRole('link', { name: 'Back to what you are entering' }).click();
  await page.getByRole('button', { name: `Continue ${organisation}` }).click();
  await page.waitForURL(new RegExp(`${FORM}/signatory`));
  await page.goto(`${FORM}/withdraw`);
  await page.getByRole('button', { name: /Discard/ }).click();
  await expect(page.getByText('The draft is discarded.')).toBeVisible();
  await expect(page.getByText(organisation)).toHaveCount(0);
});

test('what came before the deadline is entered after the call has closed', async ({ openDesk }) => {
  const { slug } = await makeCall('closed');
  const { page } = await openDesk();
  await page.goto('/desk/contributions/new');
  const form = page.getByRole('region', { name: 'From nothing' });
  const call = form.getByRole('combobox', { name: 'Call', exact: true });
  await expect(call.locator(`option[value="${slug}"]`)).toHaveText(/^Closed \(late\): /);
  await expect(call).not.toHaveValue(slug);
  await call.selectOption(slug);
  await form.getByRole('radio', { name: 'A letter' }).check();
  await form.getByLabel('Received on').fill('2020-11-03');
  await form.getByLabel('Organisation').fill(unique('Late office'));
  await form.getByRole('button', { name: 'Open the form' }).click();
  await page.waitForURL(`**/calls/${slug}/contribute/**`);
  await page.goto(`/en/calls/${slug}/contribute/comments`);
  await page.getByLabel('Your answer').fill('Typed from a letter.');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/about/);
  await page.getByRole('radio', { name: 'Anonymously' }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/check/);
  await begunAnHourAgo(await draftOn(page));
  await page.getByRole('checkbox', { name: 'This is what the contributor told us' }).check();
  await page.getByRole('button', { name: 'Send on their behalf' }).click();
  await page.waitForURL(/\/desk\/contributions\/BPF-/);
  await expect(page.getByRole('region', { name: /^Entered on behalf/ })).toContainText(
    'from a letter of 3 November 2020',
  );
});
