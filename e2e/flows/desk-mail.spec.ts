import { mailTo } from '@/e2e/fixtures/mailbox';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { confirmContact, failMail, draftMail } from '@/prisma/factories/outbox';
import { proposing, submit } from '@/prisma/factories/submissions';

async function contributed(name: string) {
  const about = {
    affiliation: `${name} Institute`,
    email: `${name.toLowerCase()}@example.org`,
    show: { affiliation: true },
  };
  const { reference } = await submit({
    ...proposing('manrs', [{ cell: 'maintainer', value: `The ${name} society` }]),
    about,
  });
  await confirmContact(reference);
  return { reference, address: about.email };
}

test('a draft is read, given another subject, and is sent with the publication', async ({ page, signedInAs }) => {
  await signedInAs('editor');
  const { reference, address } = await contributed('Heron');
  await draftMail(reference);
  await page.goto(`/desk/contributions/${reference}`);
  await page.getByRole('link', { name: 'Read it' }).click();
  await page.getByRole('link', { name: 'Decisions on proposals' }).click();
  // Return saves: it never sends.
  await page.getByLabel('Subject').fill('A first version');
  await page.getByLabel('Subject').press('Enter');
  await expect(page.getByText('Saved. The mail below shows it.')).toBeVisible();
  await page.getByLabel('Subject').fill('What became of your proposal on MANRS');
  await page.getByLabel('A word of your own').fill('Thank you for the source.');
  await page.getByRole('button', { name: 'Send with the publication' }).click();
  await expect(page.getByText(`It is sent when ${reference} is published.`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What became of your proposal on MANRS' })).toBeVisible();

  await page.goto(`/desk/contributions/${reference}`);
  await page.getByRole('button', { name: /^Publish/ }).click();
  await expect(page.getByText('It is public, with what its contributor chose to show.')).toBeVisible();
  const mail = await mailTo(address, 'What became of your proposal on MANRS');
  expect(mail).toContain('Thank you for the source.');
});

test('several drafts leave at once, one is cancelled, and a failed one is shown on every page and retried', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('editor');
  const [{ reference, address }, other, third] = [
    await contributed('Plover'),
    await contributed('Dunlin'),
    await contributed('Knot'),
  ];
  for (const one of [reference, other.reference, third.reference]) await draftMail(one);
  await page.goto(`/desk/mail?contribution=${third.reference}`);
  await page.getByRole('link', { name: 'Decisions on proposals' }).click();
  await page.getByRole('button', { name: /^Cancel this draft/ }).click();
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();

  await page.goto(`/desk/mail?contribution=${reference}`);
  await page.getByRole('button', { name: 'Tick all, or none' }).click();
  await expect(page.getByRole('checkbox', { name: `Decisions on proposals, ${reference}` })).toBeChecked();
  await page.goto('/desk/mail');
  for (const one of [reference, other.reference])
    await page.getByRole('checkbox', { name: `Decisions on proposals, ${one}` }).check();
  await page.getByRole('button', { name: 'Send the ticked ones' }).click();
  await expect(page.getByText('2 mails are on their way.')).toBeVisible();
  await mailTo(address, 'what became of your proposals');

  await failMail(reference);
  await page.goto(`/desk/contributions/${reference}`);
  await expect(page.getByText('A mail to the contributor could not be delivered.')).toBeVisible();
  await page.getByRole('link', { name: 'See why, and try again' }).click();
  await expect(page.getByRole('link', { name: /^Mail \d+ failed/ })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Try all again' }).click();
  await expect(page.getByText(/on (its|their) way/)).toBeVisible();
  await expect(page.getByText('No mail has failed.')).toBeVisible();
});
