import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { expect, test } from '@/e2e/fixtures/test';
import { publish } from '@/prisma/factories/published';
import { submit } from '@/prisma/factories/submissions';

const MARK = '▇▇▇▇▇ ‹passage removed by the forum’s editors: personal data›';
const PERSON = 'Quibbleworth of the ministry';
const ANSWER = `We asked ${PERSON} in spring.\n\nThen ${PERSON} answered.`;

async function fillAndSend(desk: Page, fields: { passage: string; which?: string }) {
  await desk.getByLabel('Passage', { exact: true }).fill(fields.passage);
  await desk.getByLabel('Which one, if it occurs several times').fill(fields.which ?? '');
  await desk.getByLabel('Reason for readers').selectOption('personal data');
  await desk.getByLabel('Why', { exact: true }).fill('It names a person who did not agree.');
  await desk.getByRole('button', { name: 'Take it out' }).click();
}

for (const javaScriptEnabled of [true, false])
  test(`an editor takes a passage out, ${javaScriptEnabled ? 'with' : 'without'} JavaScript: readers do not find it, its contributor is told`, async ({
    openDesk,
    openBrowser,
  }) => {
    const email = `redacted.${javaScriptEnabled}@example.org`;
    const { reference, token } = await submit({
      answers: { gaps: ANSWER },
      about: { email, affiliation: 'Example Foundation', show: { affiliation: true } },
      consent: true,
    });
    const visitor = await openBrowser();
    await visitor.goto(linkIn(await mailTo(email, '/en/confirm/'), '/en/confirm/'));
    await visitor.getByRole('button').first().click();
    await publish(reference);
    const page = `/en/contributions/${reference}`;
    const textOf = async (address: string) => (await visitor.request.get(address)).text();
    await expect.poll(() => textOf(page), { intervals: [50] }).toContain(PERSON);
    const search = '/api/v1/search?q=Quibbleworth';
    expect(await textOf(search)).toContain(reference);

    const { page: desk } = await openDesk({ javaScriptEnabled });
    await desk.goto(`/desk/contributions/${reference}`);
    await desk.getByText('Take out a passage', { exact: true }).click();
    await fillAndSend(desk, { passage: 'Somebody else' });
    await expect(desk.getByLabel('Passage', { exact: true })).toHaveAccessibleDescription(
      /This is not in the text that you chose/,
    );
    await fillAndSend(desk, { passage: PERSON });
    await expect(desk.getByLabel('Which one, if it occurs several times')).toHaveAccessibleDescription(
      /It occurs 2 times in this text/,
    );
    if (javaScriptEnabled) await expectAccessible(desk);
    await fillAndSend(desk, { passage: PERSON, which: 'all' });
    const listed = desk.getByRole('region', { name: 'Passages taken out' }).getByRole('listitem');
    await expect(listed).toHaveCount(2);
    await expect(listed.first()).toContainText('It names a person who did not agree.');
    await expect(
      desk.getByRole('region', { name: 'What the organisation sent' }).getByText(`‹not shown to readers: ${PERSON}›`),
    ).toHaveCount(2);

    await expect.poll(() => textOf(page), { intervals: [50] }).toContain(MARK);
    for (const address of [page, `/api/v1/contributions/${reference}`, search, '/en/calls/2020/answers.csv'])
      expect(await textOf(address), address).not.toContain('Quibbleworth of');
    expect(await textOf(search)).not.toContain(reference);
    expect(await mailTo(email, 'The reason: personal data')).not.toContain('Quibbleworth');
    await visitor.goto(`/en/link/${token}`);
    const told = visitor.getByRole('region', { name: 'Passages that readers do not see' });
    await expect(told.getByRole('listitem').first()).toContainText(PERSON);
    await expect(told.getByText('Reason: personal data.').first()).toBeVisible();
    await expectAccessible(visitor);

    for (const left of [1, 0]) {
      await desk.getByText('Let readers read it again').first().click();
      await desk.getByLabel('Why can it be read again?').first().fill('The person agrees.');
      await desk.getByRole('button', { name: 'Let readers read it' }).first().click();
      await expect(desk.getByText('Let readers read it again', { exact: false }).locator('visible=true')).toHaveCount(
        left,
      );
    }
    await expect.poll(() => textOf(page), { intervals: [50] }).not.toContain(MARK);
  });

test('selected words fill in the passage and its text', async ({ openDesk }) => {
  const { reference } = await submit({ answers: { gaps: ANSWER, comments: 'We thank the forum.' }, consent: true });
  const { page: desk } = await openDesk({ javaScriptEnabled: true });
  await desk.goto(`/desk/contributions/${reference}`);
  await desk.getByText('Take out a passage', { exact: true }).click();
  await desk.getByRole('button', { name: 'Take the selected text' }).click();
  await expect(desk.getByText('Nothing is selected that is in one of the texts')).toBeVisible();
  await desk.getByRole('region', { name: 'What the organisation sent' }).getByText('We thank the forum.').selectText();
  await desk.getByRole('button', { name: 'Take the selected text' }).click();
  await expect(desk.getByLabel('Passage', { exact: true })).toHaveValue('We thank the forum.');
  const chosen = desk.getByLabel('Text', { exact: true }).locator('option:checked');
  await expect(chosen).toHaveAttribute('value', 'answer/comments/text');
});
