import type { Page } from '@playwright/test';
import { expect } from '@/e2e/fixtures/test';

type Question = {
  kind: string;
  title: string;
  shortTitle?: string;
  help?: string;
  key?: string;
  section?: string;
};

const editorOf = (call: string) => `/desk/calls/${call}/questionnaire`;

export async function openEditor(page: Page, call: string, part = '') {
  await page.goto(`${editorOf(call)}${part && `?open=${part}`}`);
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
}

/** Adds a question by its kind's name in the editor, and types its texts. Its fields stay open. */
export async function addQuestion(page: Page, { kind, title, shortTitle, help, key, section }: Question) {
  await page.getByLabel('New question').selectOption({ label: kind });
  if (section !== undefined) await page.getByLabel('In section').selectOption({ label: section });
  await page.getByRole('button', { name: 'Add a question' }).click();
  const question = page.getByLabel('Question', { exact: true }).first();
  await expect(question).toHaveValue('');
  await question.fill(title);
  if (shortTitle !== undefined) await page.getByLabel('Short title').fill(shortTitle);
  if (help !== undefined) await page.getByLabel(/^Help/).first().fill(help);
  if (key !== undefined) await page.getByLabel(/^Key /).last().fill(key);
}

/** Fills the rows of a setting that is a list, in their order. */
export async function fillRows(page: Page, list: string, texts: readonly string[]) {
  for (const [at, text] of texts.entries()) {
    const row = page.getByRole('group', { name: `${list} ${at + 1}`, exact: true });
    if ((await row.count()) === 0) await page.getByRole('button', { name: `Add to “${list}”` }).click();
    await row.getByRole('textbox').first().fill(text);
  }
}

/** Adds a rule to the open question. */
export async function addRule(page: Page, rule: { question: string; operator: string; value?: string }) {
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const group = page.getByRole('group', { name: /^Rule \d/ }).last();
  await group.getByLabel('The answer to').selectOption({ label: rule.question });
  await group.getByLabel('How').selectOption({ label: rule.operator });
  // The answers are offered once the question is saved.
  const answers = group.getByRole('combobox', { name: 'Answer', exact: true });
  if (rule.value !== undefined) await answers.selectOption({ label: rule.value });
}

export async function fillAbout(page: Page, title: string, help: string) {
  await page.locator('#part-about').click();
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('Text', { exact: true }).fill(help);
}

export const expectSaved = (page: Page) => expect(page.getByText(/^All of it is saved/)).toBeVisible();

/** Publishes the draft as its next version. */
export async function publishVersion(page: Page, call: string, reason: string, version = 1) {
  await expectSaved(page);
  await page.goto(`${editorOf(call)}/publish`);
  await page.getByLabel('Why is there a new version?').fill(reason);
  await page.getByRole('button', { name: `Publish version ${version}` }).click();
  await expect(page.getByText(`Version ${version} is published.`)).toBeVisible();
}
