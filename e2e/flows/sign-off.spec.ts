import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { saveDraft } from '@/prisma/factories/drafts';

const START = '/en/calls/2020/contribute';
const sections = (attribution: string) => ({
  gaps: { text: 'Nothing is said about audits.' },
  about: { attribution, affiliation: 'Ministry of Examples', name: 'Drafting Officer' },
});

/** Asks for approval from the check page, and returns the link. */
async function askForApproval(page: Page, label: string): Promise<string> {
  await page.goto(`${START}/check`);
  await page.getByRole('link', { name: /^Ask (another person )?for approval$/ }).click();
  await expect(page.getByRole('radio', { name: /^Read and approve/ })).toBeChecked();
  await page.getByRole('textbox', { name: 'Whom it is for' }).fill(label);
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText(`The link for “${label}” is ready`)).toBeVisible();
  return page.locator('#made-link').inputValue();
}

const section = (page: Page) => page.getByRole('region', { name: 'Do you approve this text?' });
const approvals = (page: Page) => page.getByRole('region', { name: 'Approval by colleagues' });

async function answer(page: Page, outcome: string, name: string, text = '') {
  await section(page).getByRole('radio', { name: outcome }).check();
  if (text) await section(page).getByLabel('What has to change').fill(text);
  await section(page).getByLabel('Your name').fill(name);
  await section(page).getByRole('button', { name: 'Send your answer' }).click();
}

async function submitIt(page: Page): Promise<string> {
  await page.goto(`${START}/check`);
  await page.getByRole('checkbox', { name: /I agree/ }).check();
  await page.getByRole('button', { name: 'Submit the contribution' }).click();
  await page.waitForURL(/\/contribute\/done/);
  const reference = /BPF-2020-\d+/.exec(await page.locator('main').innerText())?.[0];
  expect(reference).toBeDefined();
  return reference ?? '';
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled });

    test('a director asks for changes, sees them made, and approves; the editor reads who approved what was sent', async ({
      page,
      openBrowser,
      openDesk,
      holdDraft,
    }) => {
      const { id } = await holdDraft({ sections: sections('organisation') });
      const link = await askForApproval(page, 'head of division');
      const director = await openBrowser({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
      await director.goto(link);
      await expect(director.getByText('You are asked to approve this text.')).toBeVisible();
      await expect(director.getByText('Nothing is said about audits.')).toBeVisible();
      await director.getByRole('link', { name: 'To your approval' }).click();
      await section(director).getByRole('button', { name: 'Send your answer' }).click();
      await expect(section(director).getByText('Please fill this in.').first()).toBeVisible();
      await answer(director, 'I ask for changes', 'Zora Director', 'Please name a source.');
      await expect(section(director).getByText('You asked for changes in this version')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(director);

      await page.goto(`${START}/check`);
      await expect(approvals(page).getByText('Changes were asked for')).toBeVisible();
      await expect(approvals(page).getByText('Please name a source.')).toBeVisible();
      await expect(approvals(page).getByText('with the link for head of division')).toBeVisible();
      await saveDraft(id, 'gaps', { text: 'Nothing is said about audits by third parties.' });

      await director.reload();
      await expect(section(director).getByText('the text has changed since')).toBeVisible();
      await expect(section(director).getByText('by third parties')).toBeVisible();
      await answer(director, 'I approve this version', 'Zora Director');
      await expect(section(director).getByText('You approved this version')).toBeVisible();

      await page.goto(`${START}/check`);
      await expect(approvals(page).getByText('approved this text')).toBeVisible();
      await expect(approvals(page).getByText('Changes were asked for')).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto(`${START}/print`);
      await expect(page.getByText(/Zora Director: approved this version/)).toBeVisible();

      const reference = await submitIt(page);
      await director.reload();
      await expect(section(director).getByText('The text has been sent')).toBeVisible();
      await page.goto(`${START}/sent/1`);
      await expect(page.getByText(/Zora Director: approved/)).toBeVisible();
      const { page: desk } = await openDesk();
      await desk.goto(`/desk/contributions/${reference}`);
      await expect(desk.getByText('Approved before it was sent')).toBeVisible();
      await expect(desk.getByText('Zora Director', { exact: true })).toBeVisible();
    });

    test('an approver of an anonymous contribution has no name at the desk, and an approval counts only for its text', async ({
      page,
      openBrowser,
      openDesk,
      holdDraft,
    }) => {
      const { id } = await holdDraft({ sections: sections('anonymous') });
      const [first, second] = [await askForApproval(page, 'legal'), await askForApproval(page, 'press')];
      const [legal, press] = [await openBrowser({ javaScriptEnabled }), await openBrowser({ javaScriptEnabled })];
      await legal.goto(first);
      await answer(legal, 'I approve this version', 'Lena Legal');
      await expect(section(legal).getByText('You approved this version')).toBeVisible();
      await press.goto(second);
      await saveDraft(id, 'comments', { text: `One thing more, at ${new Date().toISOString()}.` });
      await answer(press, 'I approve this version', 'Pia Press');
      await expect(section(press).getByText('The text was changed while you read it')).toBeVisible();
      await expect(press.getByText('One thing more').first()).toBeVisible();
      await answer(press, 'I approve this version', 'Pia Press');
      await expect(section(press).getByText('You approved this version')).toBeVisible();

      await page.goto(`${START}/check`);
      await expect(approvals(page).getByText('The text has changed since it was approved')).toBeVisible();
      await approvals(page).getByText('What has changed since').click();
      await expect(approvals(page).getByText('One thing more')).toBeVisible();
      const reference = await submitIt(page);
      const { page: desk } = await openDesk();
      await desk.goto(`/desk/contributions/${reference}`);
      await expect(desk.getByText('One person approved exactly this text.')).toBeVisible();
      await expect(desk.getByText(/Pia|Lena/)).toHaveCount(0);
    });
  });

test('a link is passed on by mail, and by the device’s own way to share where it has one', async ({
  page,
  holdDraft,
}) => {
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(navigator, { share: (data: unknown) => Promise.resolve(shared.push(data)) });
    Object.assign(window, { shared });
  });
  await holdDraft();
  const link = await askForApproval(page, 'head of division');
  const made = page.locator('#made-link').locator('xpath=ancestor::div[contains(@class,"space-y-3")][1]');
  const mail = await made.getByRole('link', { name: 'Send it by mail' }).getAttribute('href');
  expect(decodeURIComponent(mail ?? '')).toContain('subject=Please approve the text of a contribution');
  expect(decodeURIComponent(mail ?? '')).toContain(link);
  await made.getByRole('button', { name: 'Share…' }).click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { shared: { url: string }[] }).shared.map(({ url }) => url)))
    .toEqual([link]);
});
