import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makePdf, makeProgram, makeZip, wordParts } from '@/prisma/factories/files';
import { agreeAndSubmit, openFiles, toFiles } from './contributor';
import { makePackedPdf } from '@/prisma/factories/pdfs';

const STEP = '/en/calls/2020/contribute/gaps';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pdf = { name: 'Annual report – 2020.pdf', mimeType: 'application/pdf', buffer: makePdf() };
const bomb = {
  name: 'report.docx',
  mimeType: WORD,
  buffer: makeZip([...wordParts, { name: 'word/media/a', content: Buffer.alloc(11 * 1024 * 1024) }]),
};
const program = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: makeProgram() };
const active = {
  name: 'form.pdf',
  mimeType: 'application/pdf',
  buffer: makePackedPdf(['<< /Type /Catalog /OpenAction 2 0 R >>', '<< /S /J#61vaScript /JS (app.alert\\(1\\)) >>']),
};
const tooLarge = {
  name: 'film.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([makePdf(), Buffer.alloc(6 * 1024 * 1024)]),
};

async function add(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await openFiles(page);
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByRole('button', { name: 'Add the file' }).click();
}

async function submit(page: Page) {
  await page.goto('/en/calls/2020/contribute/check');
  await agreeAndSubmit(page);
  const reference = page.getByText(/BPF-2020-\d{3}/).first();
  await expect(reference).toBeVisible();
  return (await reference.innerText()).match(/BPF-2020-\d{3}/)?.[0] ?? '';
}

test('a file of an answer reaches the editors only', async ({ page, signedInAs, openBrowser, holdDraft }) => {
  await holdDraft({ sections: { about: { attribution: 'anonymous' } } });
  await page.goto(STEP);
  await expect(page.getByRole('button', { name: /^Preview/ })).toBeVisible();
  await page.getByLabel('Your answer').fill('See the report.');
  await add(page, program);
  await expect(page.getByText(/content of this file is not what its name says/)).toBeVisible();
  await expectAccessible(page);
  await add(page, bomb);
  await expect(page.getByText(/refused because it could harm/)).toBeVisible();
  await add(page, tooLarge);
  await expect(page.getByText(/This file is too large/)).toBeVisible();
  await add(page, pdf);
  await expect(page.getByText(`${pdf.name} was added.`)).toBeVisible();
  await add(page, active);
  await expect(page.getByText(/The editors will be warned of this file/)).toBeVisible();
  // The text that was being typed is unchanged.
  await expect(page.getByLabel('Your answer')).toHaveValue('See the report.');
  await expect(page.getByText(/^Saved at /).first()).toBeVisible();

  const file = await page.getByRole('link', { name: pdf.name }).getAttribute('href');
  const own = await page.request.get(file ?? '');
  expect(await own.body()).toEqual(pdf.buffer);
  expect(own.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Annual report _ 2020.pdf"; filename*=UTF-8''Annual%20report%20%E2%80%93%202020.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
  const stranger = (await openBrowser()).context();
  expect((await stranger.request.get(file ?? '')).status()).toBe(404);

  const reference = await submit(page);
  await page.goto('/en/calls/2020/contribute/status');
  await expect(page.getByRole('link', { name: pdf.name })).toBeVisible();
  await signedInAs('editor');
  await page.goto(`/desk/contributions/${reference}`);
  const sent = await page.getByRole('link', { name: pdf.name }).getAttribute('href');
  expect((await (await page.request.get(sent ?? '')).body()).equals(pdf.buffer)).toBe(true);
  await expect(page.getByRole('listitem').filter({ hasText: active.name })).toContainText(
    'Active content. When it is opened, it may run a script. Save it, open it in protected view',
  );
  await expect(page.getByRole('listitem').filter({ hasText: pdf.name })).not.toContainText('Active content');
  await expectAccessible(page);
  expect((await stranger.request.get(sent ?? '')).status()).toBe(401);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('files are added, refused with a message, and removed', async ({ page, holdDraft }) => {
    await holdDraft();
    await page.goto(STEP);
    // What is typed is saved before the page of the files is opened.
    await page.getByLabel('Your answer').fill('See the report.');
    await toFiles(page);
    await add(page, program);
    await page.waitForURL(/files=1&file=file_not_what_it_says/);
    await expect(page.getByText(/content of this file is not what its name says/)).toBeVisible();
    await page.getByRole('button', { name: 'Add the file' }).click();
    await expect(page.getByText(/No file arrived/)).toBeVisible();

    await add(page, tooLarge);
    await expect(page.getByRole('heading', { name: 'The file was not added' })).toBeVisible();
    await expect(page.getByText(/This file is too large/)).toBeVisible();
    await page.getByRole('link', { name: 'Back to the step' }).click();

    await add(page, pdf);
    await expect(page.getByRole('link', { name: pdf.name })).toBeVisible();
    await page.goto('/en/calls/2020/contribute/check');
    await expect(page.getByRole('heading', { name: 'Files for the editors, not published' })).toBeVisible();
    await page.goto(STEP);
    await expect(page.getByLabel('Your answer')).toHaveValue('See the report.');
    await page.getByLabel('Your answer').fill('See the report, page 7.');
    await toFiles(page);
    await page.getByRole('button', { name: `Remove ${pdf.name}` }).click();
    await expect(page.getByRole('link', { name: pdf.name })).toHaveCount(0);
    await page.getByRole('link', { name: 'Back to the step' }).click();
    await expect(page.getByLabel('Your answer')).toHaveValue('See the report, page 7.');
  });
});
