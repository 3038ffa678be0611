import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { confirmContact, draftMail } from '@/prisma/factories/outbox';
import { proposing, submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';
import { comeIntoSight, openReview, SIX } from './review';

const mark = () => Math.random().toString(36).slice(2, 9);

/**
 * Presses a button as the keyboard does, and waits for the message: it is on the screen, nothing covers it, and the
 * focus is on an element of the same screen.
 */
async function expectOutcomeInSight(page: Page, button: Locator, words: string | RegExp) {
  await button.press('Enter');
  const message = page.getByText(words).first();
  await expect(message).toBeVisible();
  await expect(message).toBeInViewport({ ratio: 0.8 });
  await expect
    .poll(() =>
      message.evaluate((element) => {
        const { left, top, height } = element.getBoundingClientRect();
        const shown = document.elementFromPoint(left + 2, top + height / 2);
        return shown !== null && (element.contains(shown) || shown.contains(element));
      }),
    )
    .toBe(true);
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { activeElement, body } = document;
        if (!activeElement || activeElement === body) return 'nowhere';
        const { top, bottom } = activeElement.getBoundingClientRect();
        return bottom > 0 && top < window.innerHeight ? 'in sight' : 'elsewhere';
      }),
    )
    .toBe('in sight');
}

for (const screen of [
  { width: 1366, height: 700 },
  { width: 360, height: 640 },
]) {
  test(`the outcome of each command is in sight (${screen.width})`, async ({ page, signedInAs }) => {
    await signedInAs('admin');
    await page.setViewportSize(screen);
    page.setDefaultTimeout(60_000);
    const sees = (name: string | RegExp, words: string | RegExp, within: Page | Locator = page) =>
      expectOutcomeInSight(page, within.getByRole('button', { name, exact: true }), words);
    const word = mark();
    const { slug } = await makeAgreement();
    const made: string[] = [];
    for (let at = 0; at < 12; at += 1)
      made.push((await submit({ ...proposing(slug, SIX.slice(0, 2), `Institute ${word}`), consent: true })).reference);
    const [first = '', second = ''] = made;

    // The queue: the list is longer than the screen.
    await page.goto(`/desk?q=${word}`);
    const rows = page.getByRole('row');
    await rows.filter({ hasText: first }).getByRole('checkbox').check();
    await sees('Export', 'A table of 1 contribution is ready');
    await rows.filter({ hasText: first }).getByRole('checkbox').check();
    await page.locator('summary').filter({ hasText: 'Tag' }).click();
    await page.getByLabel('Word', { exact: true }).fill(word);
    await sees('Put it on', '1 of 1 tagged');
    await rows.filter({ hasText: second }).getByRole('checkbox').check();
    await sees('Publish', /1 of 1 published/);

    // The review of one.
    await openReview(page, first);
    const people = page.getByRole('region', { name: 'Who works on it' });
    await sees('Take it', 'You look after it now.', people);
    await page.getByLabel('Note to the other editors').fill('Seen.');
    await sees('Add the note', 'The note is there');
    await sees('Record what I chose', 'Nothing was recorded');
    await page.getByRole('button', { name: 'Accept all 2' }).click();
    await sees('Record what I chose', 'Nothing is left to decide here.');
    await sees(/^Publish/, `${first} is public.`);

    // The undecided cells of an agreement.
    const about = {
      affiliation: `Institute ${word}`,
      email: `contact-${word}@example.org`,
      show: { affiliation: true },
    };
    const { reference: third } = await submit({ ...proposing(slug, SIX.slice(2, 4)), about });
    await page.goto(`/desk/agreements/${slug}/pending`);
    await page.getByRole('radio', { name: 'Reject' }).first().check();
    await page.getByLabel('Reason for rejecting').first().fill('Another source says otherwise.');
    await sees('Record what I chose', /decided\./);

    // The mail: with one draft, and with none left.
    await confirmContact(third);
    await draftMail(third);
    await page.goto(`/desk/mail?contribution=${third}`);
    await page.getByRole('link', { name: 'Decisions on proposals' }).click();
    await sees('Save and look again', 'Saved. The mail below shows it.');
    await sees(/^Cancel this draft/, 'Cancelled. It is never sent.');

    // People and settings.
    await page.goto('/desk/people');
    await page.getByLabel('E-mail address').fill(`${word}@example.org`);
    await page.getByLabel('Name', { exact: false }).first().fill(`Person ${word}`);
    await sees('Add', 'Added. A mail tells them how to sign in.');
    await page.getByRole('link', { name: `Person ${word}` }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Person ${word}` })).toBeVisible();
    await sees('Save', 'Saved. It holds from their next step on.');
    await sees(/^Remove/, 'Removed');
    await page.goto('/desk/settings');
    await sees('Store the settings', 'Stored. Every page says it from now on.');
    await page.goto('/desk/snippets');
    await page.getByLabel('Title').last().fill(`Text ${word}`);
    await page.getByLabel('Words', { exact: true }).last().fill('A text.');
    await sees('Add', 'Added');
  });
}

test('one’s own publication in another window is no news, another editor’s is', async ({
  page,
  signedInAs,
  openDesk,
}) => {
  await signedInAs('editor');
  const other = await openDesk();
  const { reference } = await submit(proposing((await makeAgreement()).slug, SIX.slice(0, 2), 'Institute of Windows'));
  await openReview(page, reference);
  await openReview(other.page, reference);
  const window = await page.context().newPage();
  await openReview(window, reference);
  const news = (of: Page) => of.getByRole('button', { name: 'Show it' });

  await window.getByRole('button', { name: /^Publish/ }).click();
  await expect(window.getByText(`${reference} is public.`)).toBeVisible();
  await comeIntoSight(window);
  // The first window shows the new state by itself, and does not speak of a change by others.
  await comeIntoSight(page);
  await expect(page.getByText('It is public, with what its contributor chose to show.')).toBeVisible();
  await comeIntoSight(other.page);
  await expect(news(other.page)).toBeVisible();
  await expect(other.page.getByText('This contribution has changed since you opened this page.')).toBeVisible();
  expect([await news(page).count(), await news(window).count()]).toEqual([0, 0]);
  await news(other.page).click();
  await expect(other.page.getByText('It is public, with what its contributor chose to show.')).toBeVisible();
  await expect(news(other.page)).toHaveCount(0);
});

test('a colleague is mentioned by keyboard, and Escape closes the list of names and that of keys', async ({
  page,
  signedInAs,
  openDesk,
}) => {
  await signedInAs('editor');
  const { person } = await openDesk();
  const handle = (person.name ?? '').toLowerCase().replaceAll(' ', '-');
  const { reference } = await submit(proposing((await makeAgreement()).slug, SIX.slice(0, 2), 'Institute of Notes'));
  await openReview(page, reference);
  const note = page.getByLabel('Note to the other editors');
  const names = page.getByRole('listbox', { name: 'Editors to mention' });
  await note.click();
  await page.keyboard.type(`Please look, @${handle.split('-').at(-1)?.slice(0, 6) ?? ''}`);
  await expect(names.getByRole('option')).toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(names).toHaveCount(0);
  await expect(note).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(names).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(note).toHaveValue(`Please look, @${handle} `);
  await expect(note).toBeFocused();
  await page.keyboard.type('thanks');
  await page.getByRole('button', { name: 'Add the note' }).press('Enter');
  await expect(page.getByText('The note is there, and one editor gets a notice')).toBeVisible();

  const keys = page.getByRole('region', { name: 'Keys' });
  await page.getByRole('button', { name: /^Keys/ }).click();
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await page.getByRole('button', { name: /^Keys/ }).click();
  await page.getByLabel('Single letters are commands').focus();
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Keys/ })).toBeFocused();
});

test('the same words twice: decided together or declined where the warning is', async ({ page, signedInAs }) => {
  await signedInAs('editor');
  const name = `Twin Pact ${mark()}`;
  const twin = {
    proposals: [{ kind: 'new' as const, changes: [{ cell: 'name', value: name }] as never }],
    about: { affiliation: 'Institute of Twins', email: 'twins@example.org', country: 'TZ' },
    consent: true,
  } as SubmissionInput;
  const [first, second] = [await submit(twin), await submit(twin)];
  await page.goto(`/desk/contributions/${second.reference}`);
  await expect(page.getByText('Tanzania', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: `Decide “${name}” together with ${first.reference}` }).click();
  await expect(page.getByText(`“${name}” is decided together with ${first.reference} from now on.`)).toBeVisible();
  await expect(page.getByText(/Decided together with/)).toContainText(first.reference);
  await expectAccessible(page);
  await page.getByText('Decline it: it was sent twice').click();
  await expect(page.locator('#repeated-reason')).toHaveValue(
    `It says exactly the same as ${first.reference}, so the editors go on with that one.`,
  );
  await page
    .locator('form')
    .filter({ has: page.locator('#repeated-reason') })
    .getByRole('button', { name: 'Decline' })
    .click();
  await expect(page.getByText(`${second.reference} is declined.`)).toBeVisible();
  await expect(page.getByText('so the editors go on with that one.').first()).toBeVisible();
});
