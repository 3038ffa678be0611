import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { begunAnHourAgo } from '@/prisma/factories/drafts';
import { letterAsAttachment, letterAsForwardedMail, letterAsWord } from '@/prisma/factories/free-form-files';
import { packRtf } from '@/prisma/factories/packed-rtf';
import { makeMsg } from '@/prisma/factories/saved-mails';
import { draftOn } from './contributor';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const unique = () => `Mark ${Math.random().toString(36).slice(2, 10)}`;

async function upload(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) {
  await page.goto('/desk/contributions/new');
  const form = page.getByRole('region', { name: 'From files and mails' });
  await form.getByLabel('Files', { exact: true }).setInputFiles(files);
  await form.getByRole('combobox', { name: 'Call', exact: true }).selectOption('2020');
  await form.getByRole('button', { name: 'Read the files' }).click();
  await expect(page.getByText('What became of the files')).toBeVisible();
}

/** Places what was not found by itself: the first such text at a question, all others left aside. */
async function placeByHand(page: Page, mark: string) {
  const lists = page
    .getByRole('combobox', { name: /^Place of text|^Where text/ })
    .or(page.locator('select[name^="unit."]'));
  const count = await lists.count();
  for (let at = 0; at < count; at += 1) {
    const list = lists.nth(at);
    const isMark = (await list.locator('xpath=ancestor::li').innerText()).includes(mark);
    if (isMark) await list.selectOption({ label: '5. Comments and ideas' });
    else if ((await list.inputValue()) === '') await list.selectOption('aside');
  }
}

/** Signs and sends what was placed. Returns the reference. */
async function send(page: Page): Promise<string> {
  await page.waitForURL(/\/contribute\/check/);
  await expect(page.getByText('You are entering this on behalf of its contributor')).toBeVisible();
  await page.goto('/en/calls/2020/contribute/about');
  await expect(page.getByLabel('Affiliation', { exact: true })).toHaveValue('EastWest Institute');
  await page.getByRole('radio', { name: 'As the organisation' }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/check/);
  await begunAnHourAgo(await draftOn(page));
  await page.getByRole('checkbox', { name: 'This is what the contributor told us' }).check();
  const again = page.getByRole('checkbox', { name: /same|again|twice/i });
  if ((await again.count()) > 0) await again.check();
  await page.getByRole('button', { name: 'Send on their behalf' }).click();
  await page.waitForURL(/\/desk\/contributions\/BPF-2020-\d+/);
  return /BPF-2020-\d+/.exec(page.url())?.[0] ?? '';
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`a letter in Word is placed and sent on behalf, ${how} JavaScript`, async ({ openDesk }) => {
    const { page } = await openDesk({ javaScriptEnabled });
    const mark = unique();
    await upload(page, [{ name: 'letter.docx', mimeType: DOCX, buffer: letterAsWord(mark) }]);
    await page.getByRole('link', { name: 'Place its answers letter.docx' }).click();
    await expect(page.getByRole('heading', { name: 'Place the answers of a file' })).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('button', { name: 'Fill in the form with this' }).click();
    await expect(page.getByText('Please say on behalf of whom you enter this').first()).toBeVisible();
    await page.getByLabel('Organisation').fill('EastWest Institute');
    await placeByHand(page, mark);
    await page.getByRole('button', { name: 'Fill in the form with this' }).click();
    const reference = await send(page);
    await expect(page.getByText('from a file')).toBeVisible();
    await expect(page.getByText('Waits for confirmation').first()).toBeVisible();
    await expect(page.getByText('We support two of the agreements').first()).toBeVisible();
    expect(reference).toMatch(/^BPF-2020-/);
  });
}

test('a forwarded mail is a guess until it is checked; several files at once become several drafts', async ({
  openDesk,
}) => {
  const { page } = await openDesk();
  const mark = unique();
  await upload(page, [
    { name: 'forwarded.eml', mimeType: 'message/rfc822', buffer: letterAsForwardedMail(mark) },
    { name: 'attached.eml', mimeType: 'message/rfc822', buffer: letterAsAttachment(unique()) },
    { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') },
  ]);
  const outcomes = page.getByRole('status').filter({ hasText: 'What became of the files' });
  await expect(outcomes).toContainText('forwarded.eml: 1 draft');
  await expect(outcomes).toContainText("picture.png: Files of this kind can't be read.");
  await page.getByRole('link', { name: /Place its answers contribution\.docx/ }).click();
  await expect(page.getByText('The attached file “logo.png” is not read.')).toBeVisible();
  await page.goBack();

  await page.getByRole('link', { name: 'Place its answers forwarded.eml' }).click();
  await expect(page.getByText('The mail that was handed on seems to be from')).toContainText(
    'programme.office@example.org',
  );
  await expect(page.getByLabel('Organisation (a guess)')).toHaveValue('EastWest Institute');
  await placeByHand(page, mark);
  await page.getByRole('button', { name: 'Fill in the form with this' }).click();
  await expect(page.getByText('Please check who this is from, and tick this.')).toBeVisible();
  await page.getByLabel('I have checked who this is from').check();
  await page.getByRole('button', { name: 'Fill in the form with this' }).click();
  await send(page);
  await expect(page.getByText('from a mail of 15 October 2020')).toBeVisible();
});

test('a picture in a file goes with its answer as a file', async ({ openDesk }) => {
  const { page } = await openDesk();
  const buffer = fs.readFileSync('lib/intake/corpus/files/word-pictures.docx');
  await upload(page, [{ name: 'pictures.docx', mimeType: DOCX, buffer }]);
  await page.getByRole('link', { name: 'Place its answers pictures.docx', exact: true }).click();
  const pictures = page.getByRole('region', { name: /pictures? (is|are) in the file/ });
  const name = await pictures.locator('bdi').first().innerText();
  await expect(pictures.getByLabel('What becomes of picture 1')).not.toHaveValue('aside');
  await expectAccessible(page);
  await page.getByLabel('Organisation').fill('EastWest Institute');
  const checked = page.getByLabel('I have checked who this is from');
  if ((await checked.count()) > 0) await checked.check();
  await placeByHand(page, unique());
  await page.getByRole('button', { name: 'Fill in the form with this' }).click();
  await page.waitForURL(/\/contribute\/check/);
  await expect(page.getByRole('link', { name }).first()).toBeVisible();
});

test('a mail of Outlook with its text in RTF is placed and sent', async ({ openDesk }) => {
  const { page } = await openDesk();
  const mark = unique();
  const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Calibri;}}\pard Dear editors,\par we answer as the \'93Institute\'94: {\b ${mark}}.\par}`;
  const sender = { name: 'Programme office', address: 'programme.office@eastwest.example.org' };
  const buffer = makeMsg({ subject: 'Our answers', sender, rtf: packRtf(rtf) });
  await upload(page, [{ name: 'answers.msg', mimeType: 'application/vnd.ms-outlook', buffer }]);
  await page.getByRole('link', { name: 'Place its answers answers.msg', exact: true }).click();
  await expect(page.getByText('The mail is from Programme office')).toBeVisible();
  await expect(page.getByText('we answer as the “Institute”').first()).toBeVisible();
  await page.getByLabel('Organisation (a guess)').fill('EastWest Institute');
  await page.getByLabel('I have checked who this is from').check();
  await placeByHand(page, mark);
  await page.getByRole('button', { name: 'Fill in the form with this' }).click();
  const reference = await send(page);
  await expect(page.getByText(mark).first()).toBeVisible();
  expect(reference).toMatch(/^BPF-2020-/);
});

test('no file, and too many files, are said in words', async ({ openDesk }) => {
  const { page } = await openDesk({ javaScriptEnabled: false });
  await page.goto('/desk/contributions/new');
  const many = Array.from({ length: 21 }, (_, at) => ({
    name: `${at}.docx`,
    mimeType: DOCX,
    buffer: Buffer.from('x'),
  }));
  await page.getByLabel('Files', { exact: true }).setInputFiles(many);
  await page.getByRole('button', { name: 'Read the files' }).click();
  await expect(page.getByText('This is too much at once')).toBeVisible();
});
