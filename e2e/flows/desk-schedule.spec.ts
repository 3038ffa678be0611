import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { proposing, submit } from '@/prisma/factories/submissions';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const send = (affiliation: string) =>
  submit({
    ...proposing('manrs', [], affiliation),
    proposals: [],
    answers: { comments: `Well written, says ${Math.random()}.` },
  });

for (const javaScriptEnabled of [true, false])
  test(`a publication is scheduled, moved and cancelled ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openDesk,
  }) => {
    const { reference } = await send('Schedule Society');
    const { page } = await openDesk({ javaScriptEnabled });
    await page.goto(`/desk/contributions/${reference}`);
    const publication = page.getByRole('region', { name: 'Publication', exact: true });
    await publication.getByText('Schedule it for later').click();
    await publication.getByLabel('Publish on').fill('2020-01-01');
    await publication.getByLabel('At', { exact: true }).fill('09:30');
    await publication.getByRole('button', { name: 'Schedule it', exact: true }).click();
    await expect(publication.getByText('Choose a time that is still to come').first()).toBeVisible();
    await publication.getByLabel('Publish on').fill(inDays(3));
    await publication.getByRole('button', { name: 'Schedule it', exact: true }).click();
    await expect(publication.getByText(/^It is published by itself on .* 09:30/)).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);

    await page.goto('/desk/overview');
    await page.getByRole('link', { name: 'Scheduled to be published', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: reference });
    await expect(row).toContainText(/To be published on .* 09:30/);

    await page.goto(`/desk/contributions/${reference}`);
    await publication.getByText('Change the time').click();
    await expect(publication.getByLabel('Publish on')).toHaveValue(inDays(3));
    await publication.getByLabel('At', { exact: true }).fill('16:45');
    await publication.getByRole('button', { name: 'Change the schedule' }).click();
    await expect(publication.getByText(/^It is published by itself on .* 16:45/)).toBeVisible();
    await publication.getByRole('button', { name: 'Cancel the schedule' }).click();
    await expect(publication.getByText(/^It is published by itself/)).toHaveCount(0);
  });

for (const javaScriptEnabled of [true, false])
  test(`the ticked ones are scheduled, and published from the list of what is ready, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openDesk,
  }) => {
    const affiliation = `Batch${Math.random().toString(36).slice(2)}`;
    const [one, other] = [await send(affiliation), await send(affiliation)];
    const { page } = await openDesk({ javaScriptEnabled });
    await page.goto(`/desk?status=ready&q=${affiliation}`);
    const bar = page.getByRole('group', { name: 'With the ticked contributions' });
    const outcome = page.getByRole('list', { name: 'What happened to each' });
    const tick = (reference: string) => page.getByRole('checkbox', { name: `Select ${reference}` }).check();
    await tick(one.reference);
    await tick(other.reference);
    await bar.getByText('Schedule', { exact: true }).click();
    await bar.getByLabel('Publish on').fill(inDays(3));
    await bar.getByLabel('At', { exact: true }).fill('08:15');
    if (javaScriptEnabled) await expectAccessible(page);
    await bar.getByRole('button', { name: 'Schedule the publication' }).click();
    await expect(page.getByText('2 of 2 scheduled to be published')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: one.reference })).toContainText(/To be published on .* 08:15/);

    // Another editor declines one of them meanwhile.
    const colleague = await openDesk();
    await tick(one.reference);
    await tick(other.reference);
    await colleague.page.goto(`/desk/contributions/${one.reference}`);
    const declining = colleague.page.getByRole('region', { name: 'Publication', exact: true });
    await declining.getByText('Decline it instead').click();
    await declining.getByLabel('Reason for declining').fill('It was sent twice.');
    await declining.getByRole('button', { name: 'Decline', exact: true }).click();
    await expect(colleague.page.getByText('Declined', { exact: true }).first()).toBeVisible();
    await bar.getByRole('button', { name: 'Publish the ticked ones' }).click();
    await expect(page.getByText('1 of 2 published, 1 refused')).toBeVisible();
    await expect(outcome).toContainText(`${other.reference}: published`);
    await expect(outcome).toContainText(`${one.reference}: not changed.`);
  });
