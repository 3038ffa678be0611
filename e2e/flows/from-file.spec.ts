import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { filledIn, tagsIn } from '@/prisma/factories/returned-files';
import { agreeAndSubmit } from './contributor';

const START = '/en/calls/2020/contribute';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Sends a file on the start page, as people do, and waits for what was read in it. */
async function send(page: Page, name: string, buffer: Buffer) {
  await page.goto(START);
  await page.getByLabel('The filled file').setInputFiles({ name, mimeType: WORD, buffer });
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.waitForURL(/\/from-file$/);
  await expect(page.getByRole('heading', { name: 'Check what was read in your file' })).toBeVisible();
}

const formOf = async (page: Page, address: string) => Buffer.from(await (await page.request.get(address)).body());

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a filled Word form becomes a draft and a contribution, once its answers are confirmed', async ({
      page,
      context,
      openDesk,
    }) => {
      const mark = `${javaScriptEnabled ? 'With' : 'Without'} a script, ${Date.now()}`;
      const filled = await filledIn(
        await formOf(page, '/en/calls/2020/questions.docx'),
        {
          'bpf:gaps/text': `Nobody speaks of submarine cables. ${mark}`,
          'bpf:about/affiliation': 'Institute of Cables',
          'bpf:about/attribution': 'As the organisation',
        },
        ['We also think of satellites.', 'Printed on Monday.'],
      );
      await send(page, 'Our answers.docx', filled);
      await expect(page.getByText('“Our answers.docx” is held for an hour')).toBeVisible();
      await expect(page.getByRole('cell', { name: /submarine cables/ }).first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);

      // Nothing is left aside unless a person says so.
      await page.getByRole('button', { name: 'Begin a draft with these answers' }).click();
      await expect(page.getByText('Please choose where this belongs, or leave it aside.')).toBeVisible();
      expect((await context.cookies()).map(({ name }) => name)).not.toContain('contribution_2020');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Where text 1 belongs').selectOption('bpf:comments/text');
      await page.getByLabel('Where text 2 belongs').selectOption('Leave it aside');
      await page.getByRole('button', { name: 'Begin a draft with these answers' }).click();

      await page.waitForURL(/\/contribute\/check/);
      await expect(page.getByText(/Nobody speaks of submarine cables/).first()).toBeVisible();
      await expect(page.getByText('We also think of satellites.').first()).toBeVisible();
      await expect(page.getByText('Printed on Monday.')).toHaveCount(0);
      await agreeAndSubmit(page);
      const reference =
        (
          await page
            .getByText(/BPF-2020-\d{3}/)
            .first()
            .innerText()
        ).match(/BPF-2020-\d{3}/)?.[0] ?? '';

      const { page: desk } = await openDesk();
      await desk.goto(`/desk/contributions/${reference}`);
      const download = desk.waitForEvent('download');
      await desk.getByRole('link', { name: 'Our answers.docx' }).click();
      expect((await download).suggestedFilename()).toBe('Our answers.docx');

      await page.goto(`${START}/from-file`);
      await expect(page.getByText('No file is held here')).toBeVisible();
    });
  });

test('the form of a draft goes back into it, and what differs is chosen', async ({ page, holdDraft }) => {
  await holdDraft({ sections: { gaps: { text: 'The first gap.' }, comments: { text: 'A comment.' } } });
  const form = await formOf(page, `${START}/form.docx`);
  const filled = await filledIn(form, {
    'bpf:gaps/text': 'As a colleague sees it.',
    'bpf:projects/projects/0/title': 'A project',
  });
  // Meanwhile the draft is saved.
  await page.goto(`${START}/gaps`);
  await page.getByLabel('Your answer').fill('As it was typed meanwhile.');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/(?!gaps)/);

  await send(page, 'form.docx', filled);
  await expect(page.getByText('goes into it', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Put it into the draft' }).click();
  await expect(page.getByText('Please choose what stays.')).toBeVisible();
  await page.getByRole('radio', { name: 'Keep both' }).check();
  await page.getByRole('button', { name: 'Put it into the draft' }).click();
  await page.waitForURL(/\/contribute\/check/);
  await expect(page.getByText('As it was typed meanwhile.').first()).toBeVisible();
  await expect(page.getByText('As a colleague sees it.').first()).toBeVisible();
  await expect(page.getByText('A project').first()).toBeVisible();
});

test('of a file with many answers what is sure is folded, and what needs a person comes first', async ({ page }) => {
  const form = await formOf(page, '/en/calls/2020/questions.docx');
  const texts = (await tagsIn(form)).filter(
    (tag) => /\/(note|source|title|description|text)$/.test(tag) && !/\/u\d/.test(tag),
  );
  const typed = Object.fromEntries(texts.slice(0, 200).map((tag) => [tag, `Written at ${tag}`]));
  await send(page, 'a.docx', await filledIn(form, typed, ['A thought at the end of the file.']));
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('One text needs a place');
  const answer = page.getByRole('cell', { name: `Written at ${texts[0]}` }).first();
  await expect(answer).toBeHidden();
  const [fold] = await page.locator('details:has(table) > summary').all();
  await fold?.click();
  await expect(answer).toBeVisible();
  await expectAccessible(page);
});

test('a picture in a file goes with its answer as a file', async ({ page }) => {
  await send(page, 'pictures.docx', fs.readFileSync('lib/intake/corpus/files/word-pictures.docx'));
  const pictures = page.getByRole('region', { name: /pictures? (is|are) in the file/ });
  const name = await pictures.locator('bdi').first().innerText();
  await expect(pictures.getByLabel('What becomes of picture 1')).not.toHaveValue('aside');
  await expectAccessible(page);
  for (const choice of await page.locator('select[name^="unit."]').all()) await choice.selectOption('aside');
  await page.getByRole('button', { name: 'Begin a draft with these answers' }).click();
  await page.waitForURL(/\/contribute\/check/);
  await expect(page.getByRole('link', { name }).first()).toBeVisible();
});

test('a held file can be deleted at once', async ({ page }) => {
  const filled = await filledIn(await formOf(page, '/en/calls/2020/questions.docx'), { 'bpf:gaps/text': 'A gap' });
  await send(page, 'a.docx', filled);
  await page.getByRole('button', { name: 'Delete the file now' }).click();
  await page.waitForURL(/\/contribute$/);
  await page.goto(`${START}/from-file`);
  await expect(page.getByText('No file is held here')).toBeVisible();
});
