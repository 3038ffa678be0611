import type { Locator, Page } from '@playwright/test';
import { expect } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { begunAnHourAgo } from '@/prisma/factories/drafts';

const NEW_NAME = 'Global Commission on the Stability of Cyberspace: Cyberstability Framework';

/** Opens an update of a new agreement with a maintainer, in an anonymous draft that this browser holds. Returns its slug. */
export async function openUpdate(
  page: Page,
  holdDraft: (options: { sections: Record<string, object> }) => Promise<unknown>,
): Promise<string> {
  const { slug } = await makeAgreement({ maintainer: 'A commission' });
  await holdDraft({
    sections: {
      'agreements/1': { kind: 'update', agreement: slug, baseVersion: 1 },
      about: { attribution: 'anonymous' },
    },
  });
  await page.goto('/en/calls/2020/contribute/agreements/1');
  return slug;
}

/** Unfolds the files of a step. */
export async function openFiles(page: Page): Promise<void> {
  const files = page.locator('#files details');
  if ((await files.getAttribute('open')) === null) await files.locator('summary').click();
}

/** Opens the page of a step's files, on which a browser without JavaScript adds them. What is typed is saved. */
export async function toFiles(page: Page): Promise<void> {
  await openFiles(page);
  await page.getByRole('button', { name: 'Save, and add or remove files' }).click();
  await page.waitForURL(/\?files=1$/);
}

/**
 * Opens the line of a fact or criterion on the page of a proposal, as a contributor does: its group, where the line is
 * folded away, then the line. Returns the group of its fields.
 */
export async function openCell(page: Page, name: string): Promise<Locator> {
  // What is hidden has no name for a search by role.
  const title = page.locator('[id$="-title"]').filter({ hasText: new RegExp(`^${name}$`) });
  const cell = page.locator('fieldset').filter({ has: title });
  const group = page.locator('section').filter({ has: cell }).locator('> details');
  if ((await group.getAttribute('open')) === null && !(await cell.isVisible()))
    await group.locator('> summary').click();
  const line = cell.locator('> details');
  if ((await line.count()) > 0 && (await line.getAttribute('open')) === null) await line.locator('> summary').click();
  return cell;
}

/** Shows all lines of a group on the page of a proposal. */
export async function openGroup(page: Page, title: string): Promise<void> {
  await page.getByRole('region', { name: title, exact: true }).locator('> details > summary').click();
}

/** Unfolds fields that are folded while they are empty: `more-words` of a step, or `more-about` of the author. */
export async function openMore(page: Page, id: 'more-words' | 'more-about'): Promise<void> {
  const folded = page.locator(`details#${id}`);
  if ((await folded.getAttribute('open')) === null) await folded.locator('summary').first().click();
}

/** Answers the one question about the author that every contribution needs, and continues to the check page. */
export async function signAnonymously(page: Page, origin = '') {
  await page.goto(`${origin}/en/calls/2020/contribute/about`);
  await page.getByRole('radio', { name: 'Anonymously' }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/check/);
}

/**
 * Types the EastWest Institute's contribution of 2020 into the form as a person would, from the call to the reference.
 * `email` is the contact's address, `agreement` the one that is updated. Works with and without JavaScript. Returns
 * reference and private link.
 */
export async function contribute(page: Page, email: string, { agreement = 'GCSC Six Critical Norms' } = {}) {
  await page.goto('/en/calls/2020');
  await expect(page.getByText('17 October 2020').first()).toBeVisible();
  await page.getByRole('link', { name: 'Send a late contribution' }).first().click();
  await page.getByRole('button', { name: 'Start', exact: true }).first().click();

  await signatories(page);
  await saveAndContinue(page, 'projects');
  await projects(page);
  await saveAndContinue(page, 'agreements');
  await proposal(page, agreement);
  await page.getByLabel('Your answer').fill('Several topics deserve an agreement of their own.');
  await saveAndContinue(page, 'comments');
  await page
    .getByLabel('Your answer')
    .fill(
      `The paper shows well how the norms of 2015 return in other agreements. Typed at ${new Date().toISOString()}.`,
    );
  await saveAndContinue(page, 'about');
  await aboutYou(page, email);
  await saveAndContinue(page, 'check');
  return checkAndSubmit(page);
}

/** Steps have the same labels: the test must wait for the next step before it types. */
async function saveAndContinue(page: Page, next: string) {
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(new RegExp(`/contribute/${next}(\\?|$)`));
}

async function signatories(page: Page) {
  await page.getByRole('checkbox', { name: /^GCSC/ }).check();
  await page.getByRole('checkbox', { name: /^Paris Call/ }).check();
  await openMore(page, 'more-words');
  await page
    .getByLabel('Anything to add in words')
    .fill('The Paris Call is in the paper although the annex leaves it out.');
}

async function projects(page: Page) {
  await page.getByLabel('Name of the project or programme').first().fill('Global Cyber Policy Dialogues');
  await page
    .getByLabel('What you do and what it has achieved')
    .first()
    .fill('Regional dialogues that build capacity to put norms into practice.');
  await tag(page, 0, 'Agreements it supports', /UN-?GGE/);
  await tag(page, 0, 'Norms and elements it supports', /cooperat/i);
  await page.getByRole('button', { name: 'Add another project' }).click();
  await page.getByLabel('Name of the project or programme').nth(1).fill('Trust and security in ICT supply chains');
  await page
    .getByLabel('What you do and what it has achieved')
    .nth(1)
    .fill('A framework of assurance for managing risk in the supply chain.');
  await tag(page, 1, 'Agreements it supports', /Charter of Trust/);
  await tag(page, 1, 'Norms and elements it supports', /supply chain/i);
}

/** Ticks an entry of a project's group of agreements or criteria, opening the group where it is closed. */
async function tag(page: Page, project: number, group: string, name: RegExp) {
  const around = page.locator(`details#more-projects-${project}`);
  if ((await around.getAttribute('open')) === null) await around.locator('summary').first().click();
  const details = around.locator('details', { hasText: group });
  if (!(await details.evaluate((element) => element.hasAttribute('open'))))
    await details.locator('summary').first().click();
  await details.getByRole('checkbox', { name }).first().check();
}

async function proposal(page: Page, agreement: string) {
  await page.getByRole('combobox', { name: 'Agreement', exact: true }).selectOption({ label: agreement });
  await page.getByRole('button', { name: 'Begin the update' }).click();
  await expect(page.getByRole('heading', { name: /Update: / })).toBeVisible();
  await (await openCell(page, 'Name')).getByRole('textbox').first().fill(NEW_NAME);
  await (await openCell(page, 'Date of launch')).getByRole('textbox').first().fill('2019-11');
  const norm = await openCell(page, 'Response to requests for help');
  await norm.getByRole('radio', { name: 'Yes', exact: true }).check();
  await norm.locator('summary', { hasText: 'Note, source and date' }).click();
  await norm.getByLabel(/Note or quotation/).fill('Part of the principle "Requirement to Act".');
  await norm.getByLabel(/Source/).fill('Advancing Cyberstability, final report of November 2019');
  await page.getByRole('button', { name: 'Save and back to the list' }).click();
  await expect(page.getByText('Proposes:')).toBeVisible();
  await saveAndContinue(page, 'gaps');
}

async function aboutYou(page: Page, email: string) {
  await page.getByLabel('Name', { exact: true }).fill('Programme office');
  await page.getByLabel('Affiliation', { exact: true }).fill('EastWest Institute');
  await page.getByLabel('E-mail address').fill(email);
  await openMore(page, 'more-about');
  await page.getByLabel('Country', { exact: true }).selectOption('US');
  await page.getByLabel('Stakeholder group').selectOption('civil_society');
  await page.getByRole('radio', { name: 'As the organisation' }).check();
  await page.getByLabel('My country').check();
}

/**
 * Gives consent and sends, on the page "Check and submit". The test is fast, so the form is marked as begun long ago.
 */
export async function agreeAndSubmit(page: Page) {
  await begunAnHourAgo(await draftOn(page));
  await page.getByRole('checkbox', { name: /I agree/ }).check();
  await page.getByRole('button', { name: 'Submit the contribution' }).click();
}

/** The draft that the page "Check and submit" would send. */
export const draftOn = (page: Page) => page.locator('input[name="draft"]').inputValue();

async function checkAndSubmit(page: Page) {
  await expect(page.getByRole('heading', { name: 'Check and submit' })).toBeVisible();
  await expect(page.getByText(NEW_NAME)).toBeVisible();
  const author = page.getByRole('region', { name: 'What will be public about you' });
  await expect(author).toContainText('EastWest Institute');
  await expect(author).toContainText('United States');
  await agreeAndSubmit(page);
  // The page before may list other contributions.
  await page.waitForURL(/\/contribute\/done/);
  const reference = page.getByText(/BPF-2020-\d{3}/).first();
  await expect(reference).toBeVisible();
  const link = await page
    .locator('input[value*="/en/link/"]')
    .or(page.getByRole('link', { name: /\/en\/link\// }))
    .first()
    .evaluate((element) => (element instanceof HTMLInputElement ? element.value : element.textContent));
  return { reference: (await reference.innerText()).match(/BPF-2020-\d{3}/)?.[0] ?? '', link: link ?? '' };
}
