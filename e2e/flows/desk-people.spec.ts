import type { Page } from '@playwright/test';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import type { Desk } from '@/e2e/fixtures/test';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { agreeAndSubmit } from './contributor';

/** How notes mention an editor: by their name. */
const handleOf = ({ person }: Desk) => (person.name ?? '').toLowerCase().replaceAll(' ', '-');
const review = (reference: string) => `/desk/contributions/${reference}`;
const people = (page: Page) => page.getByRole('region', { name: 'Who works on it' });

test('a contribution is reassigned, a mentioned editor gets a mail, and a recused one decides nothing', async ({
  openDesk,
  openBrowser,
}) => {
  const [one, other] = [await openDesk(), await openDesk()];
  const { reference, token } = await submit(eastWestSubmission());
  await one.page.goto(review(reference));
  await people(one.page).getByRole('button', { name: 'Take it' }).click();
  await expect(people(one.page)).toContainText('Looked after by you');
  await people(one.page).getByText('Reassign it').click();
  await people(one.page).getByRole('button', { name: 'Reassign' }).click();
  await expect(people(one.page).getByText('Please fill this in.')).toBeVisible();
  await people(one.page).getByLabel('Editor').selectOption(other.person.userId);
  await expectAccessible(one.page);
  await people(one.page).getByRole('button', { name: 'Reassign' }).click();
  await expect(people(one.page)).not.toContainText('Looked after by you');
  expect(await mailTo(other.person.email, `${reference}: assigned to you`)).toContain(
    `/desk/contributions/${reference}`,
  );

  await one.page
    .getByLabel('Note to the other editors')
    .fill(`Is the source sound, @${handleOf(other)}? And @nobody-at-all? zq8-between-us`);
  await one.page.getByRole('button', { name: 'Add the note' }).click();
  await expect(one.page.getByText('The note is there, and one editor gets a notice')).toBeVisible();
  await expect(one.page.getByText('No editor is called @nobody-at-all', { exact: false })).toBeVisible();
  const mentioned = await mailTo(other.person.email, `${reference}: you are mentioned in an internal note`);
  for (const detail of ['zq8-between-us', 'programme.office', 'EastWest']) expect(mentioned).not.toContain(detail);
  const status = await openBrowser();
  await status.goto(`/en/link/${token}`);
  await expect(status.getByRole('heading', { level: 1 })).toContainText(reference);
  expect(await status.content()).not.toContain('zq8-between-us');

  await other.page.goto('/desk/you');
  await expect(other.page.getByText('You are mentioned in an internal note')).toBeVisible();
  await expectAccessible(other.page);
  await other.page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(other.page.getByText('Nothing new.', { exact: false })).toBeVisible();
  await other.page.getByRole('radio', { name: /Once a day/ }).check();
  await other.page.getByRole('checkbox', { name: /Also a short mail each morning/ }).check();
  await other.page.getByRole('button', { name: 'Save' }).click();
  await expect(other.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await other.page.reload();
  await expect(other.page.getByRole('checkbox', { name: /Also a short mail each morning/ })).toBeChecked();
  await expect(other.page.getByRole('radio', { name: /Once a day/ })).toBeChecked();
  await other.page.getByRole('link', { name: reference }).first().click();

  // A page that was opened before refuses too: only the database counts.
  const before = await other.page.context().newPage();
  await before.goto(review(reference));
  await expect(other.page.getByText('zq8-between-us')).toBeVisible();
  await people(other.page).getByRole('button', { name: 'Recuse yourself' }).click();
  await expect(people(other.page)).toContainText('Recused: you');
  await expect(other.page.getByText('zq8-between-us')).toHaveCount(0);
  await expect(other.page.getByRole('button', { name: /^Publish/ })).toHaveCount(0);
  await expectAccessible(other.page);
  await before
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click();
  await expect(
    before.getByText('You have recused yourself from this contribution', { exact: false }).first(),
  ).toBeVisible();
  await one.page.reload();
  await expect(people(one.page)).toContainText('No editor looks after it yet.');

  // A recused editor can't read the contact, and only another editor can undo the recusal.
  await expect(one.page.getByText('programme.office@example.org')).toBeVisible();
  await other.page.reload();
  await expect(other.page.getByText('programme.office@example.org')).toHaveCount(0);
  await expect(people(other.page).getByRole('button', { name: /Undo recusal/ })).toHaveCount(0);
  await people(one.page)
    .getByRole('button', { name: `Undo recusal of ${other.person.name}` })
    .click();
  await expect(people(one.page)).not.toContainText('Recused');
  await other.page.reload();
  await expect(other.page.getByText('zq8-between-us')).toBeVisible();
});

test('a requested change returns to the editor who asked, with the differences', async ({ openDesk, openBrowser }) => {
  const editor = await openDesk();
  const visitor = await openBrowser();
  const email = `answers-${Date.now()}@example.org`;
  const input = eastWestSubmission();
  const { reference, token } = await submit({ ...input, about: { ...input.about, email } });
  await visitor.goto(`/en/link/${token}`);
  await visitor.goto(linkIn(await mailTo(email, '/en/confirm/'), '/en/confirm/'));
  await visitor.getByRole('button', { name: 'Yes, confirm my address' }).click();
  await expect(visitor.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();

  await editor.page.goto(review(reference));
  await editor.page.getByText('Ask for changes').click();
  await editor.page.getByLabel('What has to change').fill('Two points, please.');
  await editor.page.getByText('For single answers and values').click();
  await editor.page.getByLabel(/: Date of launch/).fill('Which report?');
  await editor.page.getByLabel('Comments', { exact: false }).last().fill('Which norms?');
  await editor.page.getByRole('button', { name: 'Send the request' }).click();
  await expect(people(editor.page)).toContainText('Looked after by you');
  await mailTo(email, 'Which report?');

  await visitor.goto('/en/calls/2020/contribute/status');
  await expect(visitor.getByText('Which report?')).toBeVisible();
  await visitor.getByRole('button', { name: 'Correct what you sent' }).click();
  await visitor.waitForURL(/\/contribute\/signatory/);
  await visitor.goto('/en/calls/2020/contribute/comments');
  await visitor.getByLabel('Your answer').fill('The eleven norms of 2015 return.');
  await visitor.getByRole('button', { name: 'Save and continue' }).click();
  await visitor.waitForURL(/\/contribute\/(about|check)/);
  await visitor.goto('/en/calls/2020/contribute/check');
  await agreeAndSubmit(visitor);
  await visitor.waitForURL(/\/contribute\/done/);

  expect(await mailTo(editor.person.email, `${reference}: a corrected version has arrived`)).not.toContain(email);
  await editor.page.goto(review(reference));
  const news = editor.page.getByRole('region', { name: 'New here' });
  await expect(news).toContainText('A corrected version has arrived');
  await expect(news.getByRole('listitem').filter({ hasText: 'Which norms?' })).toContainText('Changed');
  await expect(news.getByRole('listitem').filter({ hasText: 'Which report?' })).toContainText('As it was');
  await expectAccessible(editor.page);
  await news.getByRole('button', { name: 'Mark as read' }).click();
  await expect(news).not.toContainText('New for you');

  await editor.page.getByText('Write to the contributor').click();
  await editor.page.getByLabel('Message', { exact: true }).fill('Thank you, that answers it.');
  await editor.page.getByRole('button', { name: 'Send the message' }).click();
  expect(await mailTo(email, 'Thank you, that answers it.')).not.toContain(editor.person.email);
});

test('an admin changes a role; a removed editor sees a message and keeps the typed text', async ({ openDesk }) => {
  const [admin, editor] = [await openDesk({ role: 'admin' }), await openDesk()];
  const { reference } = await submit(eastWestSubmission());
  await editor.page.goto(review(reference));
  await people(editor.page).getByRole('button', { name: 'Take it' }).click();
  await expect(people(editor.page)).toContainText('Looked after by you');
  await editor.page.getByLabel('Note to the other editors').fill('Words that must not be lost.');

  await admin.page.goto('/desk/people');
  await admin.page
    .getByRole('row', { name: new RegExp(editor.person.email) })
    .getByRole('link')
    .click();
  await admin.page.getByRole('radio', { name: /^Admin/ }).check();
  await admin.page.getByRole('button', { name: 'Save' }).click();
  await expect(admin.page.getByText('Saved. It holds from their next step on.')).toBeVisible();
  await expectAccessible(admin.page);
  await admin.page.getByRole('button', { name: /^Remove/ }).click();
  await admin.page.waitForURL(/\/desk\/people\?removed=yes$/);
  await expect(admin.page.getByRole('row', { name: new RegExp(editor.person.email) })).toContainText('Removed');

  await editor.page.getByRole('button', { name: 'Add the note' }).click();
  await expect(editor.page.getByText('Your account has been removed from the desk', { exact: false })).toBeVisible();
  await expect(editor.page.getByLabel('Note to the other editors')).toHaveValue('Words that must not be lost.');
  await editor.page.goto('/desk');
  await expect(editor.page.getByText('Your account has been removed from the desk')).toBeVisible();
  await expectAccessible(editor.page);
  await admin.page.goto(review(reference));
  await expect(people(admin.page)).toContainText('No editor looks after it yet.');
});

test('an affiliation like the editor’s own organisation needs a tick with a reason, which colleagues can read', async ({
  openDesk,
}) => {
  const likely = await openDesk({ organisation: 'EastWest Institute, Nairobi' });
  const own = await openDesk({ organisation: 'The EastWest Institute Inc.' });
  const { reference } = await submit(eastWestSubmission());
  await own.page.goto(review(reference));
  await expect(own.page.getByText('This comes from your own organisation')).toBeVisible();
  await expect(own.page.getByText('programme.office@example.org')).toHaveCount(0);

  await likely.page.goto(review(reference));
  await expect(likely.page.getByText('This may come from your own organisation')).toBeVisible();
  await expect(likely.page.getByText('programme.office@example.org')).toHaveCount(0);
  await expect(likely.page.getByRole('button', { name: /^Publish/ })).toHaveCount(0);
  await likely.page.getByLabel('How you know').fill('Ours is the one in Nairobi.');
  await likely.page.getByRole('button', { name: 'Record it' }).click();
  await expect(likely.page.getByText('Please tick this if it is so.')).toBeVisible();
  await expect(likely.page.getByLabel('How you know')).toHaveValue('Ours is the one in Nairobi.');
  await expectAccessible(likely.page);
  await likely.page.getByRole('checkbox', { name: 'It is of another organisation than mine.' }).check();
  await likely.page.getByRole('button', { name: 'Record it' }).click();
  await expect(likely.page.getByRole('button', { name: /^Publish/ })).toBeVisible();
  await expect(likely.page.getByText('programme.office@example.org')).toBeVisible();
});

test('an editor states interests, which others read with their date where they assign a contribution', async ({
  openDesk,
}) => {
  const [one, other] = [await openDesk(), await openDesk({ javaScriptEnabled: false })];
  const { reference } = await submit(eastWestSubmission());
  await other.page.goto('/desk/you');
  const own = other.page.getByRole('region', { name: 'Your interests' });
  await own.getByRole('button', { name: 'State this today' }).click();
  await expect(own.getByText('Please fill this in.')).toBeVisible();
  await own.getByLabel('What concerns you').fill('Member of the board of Example Net.');
  await own.getByRole('button', { name: 'State this today' }).click();
  await expect(own.getByText('Stated, with the date of today')).toBeVisible();
  await expect(own.getByText(/^Stated on \d/)).toBeVisible();

  await one.page.goto(review(reference));
  await people(one.page).getByText('Reassign it').click();
  const candidate = people(one.page)
    .getByRole('listitem')
    .filter({ hasText: other.person.name ?? '' });
  await candidate.getByText(/^Interests, stated on/).click();
  await expect(candidate.getByText('Member of the board of Example Net.')).toBeVisible();
  await expectAccessible(one.page);
  await one.page.goto('/desk/people');
  const row = one.page.getByRole('row').filter({ hasText: other.person.email });
  await row.getByText(/^Interests, stated on/).click();
  await expect(row.getByText('Member of the board of Example Net.')).toBeVisible();
  const mine = one.page.getByRole('row').filter({ hasText: one.person.email });
  await expect(mine.getByText('No statement of interests yet')).toBeVisible();
});
