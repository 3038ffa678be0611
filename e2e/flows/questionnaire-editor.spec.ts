import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeCall } from '@/prisma/factories/calls';
import { makeCallLike2020, makeEmptyCall } from '@/prisma/factories/questionnaires';
import { addQuestion, addRule, expectSaved, fillAbout, fillRows, openEditor, publishVersion } from './questionnaire';

const PHONE = { width: 360, height: 780 };

test('an admin edits a questionnaire by keyboard, sees it as contributors would, and publishes it', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('admin');
  const { slug } = await makeCall('open');
  await openEditor(page, slug, 'gaps');
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await page.getByLabel('Question', { exact: true }).fill('Which issues does no agreement address yet?');
  await expect(preview.getByText('Which issues does no agreement address yet?')).toBeVisible();
  await expectSaved(page);

  await addQuestion(page, { kind: 'Yes or no', title: 'Do you have a policy?', shortTitle: 'Policy' });
  await addQuestion(page, { kind: 'Choice', title: 'How far is it carried out?', shortTitle: 'How far' });
  await fillRows(page, 'Choices', ['In part', 'As a whole']);
  await expect(page.getByText('Saving …')).toBeHidden();
  await addRule(page, { question: 'Question 6 “Policy”', operator: 'is', value: 'Yes' });
  await expect(page.getByText(/Asked only if the answer to question 6 \(“Policy”\) is “Yes”/).first()).toBeVisible();
  await expect(preview.getByRole('radio', { name: 'As a whole' })).toBeVisible();
  await expectAccessible(page);

  // By keyboard: above the question it depends on, which is a fault, and back.
  await page.getByRole('button', { name: 'Up How far' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/A question can depend only on questions before it/i).first()).toBeVisible();
  await page.getByRole('button', { name: 'Down How far' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/A question can depend only on questions before it/i)).toHaveCount(0);
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);

  await page.goto(`/desk/calls/${slug}/questionnaire/publish`);
  await expect(page.getByRole('heading', { name: 'Changes since version 1' })).toBeVisible();
  await page.getByLabel('Why is there a new version?').fill('Two questions on policies');
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await expect(page.getByText('Please say whether this question still means the same').first()).toBeVisible();
  await expect(page.getByLabel('Why is there a new version?')).toHaveValue('Two questions on policies');
  await page.getByRole('radio', { name: /^Yes: only the words/ }).check();
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByRole('link', { name: 'Read version 2' }).click();
  await expect(page.getByText('Why: Two questions on policies')).toBeVisible();
  await expectAccessible(page);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('an admin adds, fills, moves and removes a question, and nothing typed is lost', async ({
    page,
    signedInAs,
  }) => {
    await signedInAs('admin');
    const { slug } = await makeCall('open');
    await openEditor(page, slug, 'gaps');
    await page.getByLabel('Question', { exact: true }).fill('Which gaps are there?');
    await page.getByLabel('New question').selectOption({ label: 'Several choices' });
    // The button saves what is typed in the open question, too.
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByLabel('Question', { exact: true }).fill('Which themes matter?');
    await page.getByRole('group', { name: 'Choices 1', exact: true }).getByLabel('Text').fill('Norms');
    await page.getByRole('button', { name: 'Add to “Choices”' }).click();
    await page.getByRole('group', { name: 'Choices 3', exact: true }).getByLabel('Text').fill('Trust');
    await page.getByRole('button', { name: 'Up Which themes matter?' }).click();
    await expect(page.getByRole('button', { name: '5. Which themes matter?' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Choices 3', exact: true }).getByLabel('Text')).toHaveValue('Trust');
    await page.getByRole('button', { name: 'Remove Which themes matter?' }).click();
    await page.getByRole('button', { name: 'Bring back Which themes matter?' }).click();
    await expect(page.getByRole('group', { name: 'Choices 1', exact: true }).getByLabel('Text')).toHaveValue('Norms');
    await page.getByRole('button', { name: '4. Issues not yet addressed' }).click();
    await expect(page.getByLabel('Question', { exact: true })).toHaveValue('Which gaps are there?');
  });

  test('the second of two admins keeps what they typed, and can store it all the same', async ({
    page,
    signedInAs,
    openDesk,
  }) => {
    await signedInAs('admin');
    const other = await openDesk({ role: 'admin', javaScriptEnabled: false });
    const { slug } = await makeCall('open');
    await openEditor(page, slug, 'gaps');
    await openEditor(other.page, slug, 'gaps');
    await page.getByLabel('Question', { exact: true }).fill('As the first admin says');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expectSaved(page);
    await other.page.getByLabel('Question', { exact: true }).fill('As the second admin says');
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(other.page.getByText('Another admin has saved this questionnaire in the meantime.')).toBeVisible();
    await expect(other.page.getByLabel('Question', { exact: true })).toHaveValue('As the second admin says');
    await other.page.getByRole('button', { name: 'Store this page in its place' }).click();
    await expectSaved(other.page);
    await expect(other.page.getByLabel('Question', { exact: true })).toHaveValue('As the second admin says');
  });
});

test('an admin drags a question with the mouse, and brings a removed choice and a removed section back', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('admin');
  const { slug } = await makeCall('open');
  await openEditor(page, slug, 'groups');
  const names = () => page.getByRole('button', { name: /^\d+\. / }).allInnerTexts();
  const before = await names();
  const handle = page.getByTitle('Drag to another question’s buttons').nth(4);
  await handle.dragTo(page.getByRole('button', { name: 'Up Issues not yet addressed' }));
  await expect(page.getByRole('button', { name: '4. Comments and ideas' })).toBeVisible();
  expect((await names()).length).toBe(before.length);
  await expectSaved(page);

  await page.getByRole('button', { name: 'Add a section' }).click();
  await page.getByLabel('Title of section 1').fill('Opening');
  await page.getByRole('button', { name: 'Add a section' }).click();
  await page.getByLabel('Title of section 2').fill('Closing');
  await addQuestion(page, { kind: 'Choice', title: 'Zq2 which?', shortTitle: 'Which', section: 'Closing' });
  await fillRows(page, 'Choices', ['Norms', 'Trust', 'Law']);
  await page.getByRole('button', { name: 'Remove Choices 2' }).click();
  await expect(page.getByText('Removed: Trust')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bring back Trust' }).click();
  const second = page.getByRole('group', { name: 'Choices 2', exact: true });
  await expect(second.getByLabel('Text')).toHaveValue('Trust');

  await page.locator('#part-groups').click();
  await expect(page.getByText('its question stays at the same place: at the end of “Opening”')).toBeVisible();
  await page.getByRole('button', { name: 'Remove section 2' }).click();
  await expect(page.getByLabel('Title of section 2')).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring back Closing' }).click();
  await expect(page.getByLabel('Title of section 2')).toHaveValue('Closing');
  await expect(page.getByText('its question stays at the same place: at the end of “Opening”')).toBeVisible();
  await expectSaved(page);
  await page.reload();
  await expect(page.getByRole('button', { name: '6. Which' })).toBeVisible();
});

test('the questionnaire of 2020, rebuilt from nothing in the editor, is the same file and the same form', async ({
  page,
  signedInAs,
  holdDraft,
  openBrowser,
}) => {
  await signedInAs('admin');
  const { slug } = await makeCallLike2020();
  const [call] = JSON.parse(readFileSync('prisma/data/calls.json', 'utf8')) as {
    questionnaires: { content: { en: Content } }[];
  }[]; // the project's own file
  const content = call?.questionnaires[0]?.content.en;
  if (!content) throw new Error('The call of 2020 has no questionnaire');
  await openEditor(page, slug);
  for (const { kind, ...question } of content.questions)
    await addQuestion(page, { ...question, kind: KIND_NAMES[kind] ?? kind });
  await fillAbout(page, content.about.title, content.about.help);
  await publishVersion(page, slug, 'The call of 2020 again');
  const file = await page.request.get(`/desk/calls/${slug}/questionnaire/files/questionnaire.json`);
  const original = await page.request.get('/api/v1/calls/2020/questionnaire');
  expect(await file.json()).toEqual(await original.json());

  await holdDraft({ call: '2020' });
  await holdDraft({ call: slug });
  // As the server sends them: a script changes a page at a moment of its own.
  const form = await openBrowser({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  for (const step of [...content.questions.map(({ key }) => key), 'about', 'check']) {
    const [rebuilt, before] = [await formOn(form, slug, step), await formOn(form, '2020', step)];
    expect(rebuilt, step).toEqual(before);
    // Not two pages that say the same for another reason.
    const title = content.questions.find(({ key }) => key === step)?.title ?? '';
    expect(rebuilt.text, step).toContain(title);
  }
});

/** A step of a call's form: all that it says, and its controls by name and type. */
async function formOn(page: Page, call: string, step: string) {
  await page.goto(`/en/calls/${call}/contribute/${step}`);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  const controls = await main
    .locator('[name]:not([type="hidden"])')
    .evaluateAll((found) =>
      found.map((control) => [
        control.getAttribute('name'),
        control.getAttribute('type'),
        control.getAttribute('value'),
      ]),
    );
  return { text: await main.innerText(), controls };
}

type Content = {
  questions: { kind: string; key: string; title: string; shortTitle: string; help: string }[];
  about: { title: string; help: string };
};
const KIND_NAMES: Record<string, string> = {
  signatory: 'Agreements signed',
  projects: 'Projects',
  proposals: 'Proposals for the dataset',
  text: 'Text',
};

test('a file of a questionnaire is exported, refused with a sentence if it is of another version, and imported', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('admin');
  const { slug } = await makeEmptyCall();
  const exported = await page.request.get('/desk/calls/2020/questionnaire/files/questionnaire.json');
  const file = (text: string) => ({ name: 'q.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.goto(`/desk/calls/${slug}/questionnaire/files`);
  await page.getByLabel('Questionnaire file').setInputFiles(file('{"format":"bpf-questionnaire","version":7}'));
  await page.getByRole('button', { name: 'Import into the draft' }).click();
  await expect(page.getByText(/^This file is of version 7 of the format/)).toBeVisible();
  await page.getByLabel('Questionnaire file').setInputFiles(file(await exported.text()));
  await page.getByRole('button', { name: 'Import into the draft' }).click();
  await page.getByRole('link', { name: 'Edit the draft' }).click();
  await expect(page.getByRole('button', { name: '5. Comments and ideas' })).toBeVisible();
});

test('an incomplete draft is exported as a draft, and its open points are counted on the page of its call', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('admin');
  const { slug } = await makeEmptyCall();
  await openEditor(page, slug);
  await addQuestion(page, { kind: 'Choice', title: 'Zq5 which one?' });
  await expectSaved(page);
  await page.goto(`/desk/calls/${slug}`);
  await expect(page.getByText(/^\d points of the draft of the questionnaire are open\./)).toBeVisible();
  await page.getByRole('link', { name: 'Check and publish the draft' }).click();
  await expect(page.getByRole('heading', { name: 'Check list' })).toBeVisible();
  await page.getByRole('link', { name: 'Import and export' }).click();
  await expect(page.getByText(/marked as a draft/)).toBeVisible();
  await expect(page.getByRole('link', { name: /About you, text: say here what is published/ })).toBeVisible();
  await expectAccessible(page);
  const path = `/desk/calls/${slug}/questionnaire/files`;
  const file = await page.request.get(`${path}/questionnaire.json`);
  expect(file.headers()['content-disposition']).toContain(`questionnaire-${slug}-draft.json`);
  expect(await file.json()).toMatchObject({
    format: 'bpf-questionnaire-draft',
    content: { questions: [{ title: 'Zq5 which one?' }] },
  });
  expect((await page.request.get(`${path}/questionnaire.xlsx`)).status()).toBe(404);
});
