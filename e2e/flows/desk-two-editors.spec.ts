import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { ALL_CRITERIA } from '@/prisma/factories/criteria';
import { changeStatuses } from '@/prisma/factories/records';
import { proposing, submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';

const cell = (page: Page, title: string) =>
  page.locator('[id^="cell-"]').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const ruleOn = (page: Page) =>
  page.locator('form').filter({ has: page.getByRole('button', { name: /the rule on deciding in bulk/ }) });

const MANY = ALL_CRITERIA.length;

async function setBulk(page: Page, choice: 'Two editors' | 'One editor is enough') {
  await page.goto('/desk/approvals');
  await ruleOn(page).getByRole('radio', { name: choice }).check();
  await ruleOn(page).getByLabel('From so many cells on').fill(String(MANY));
  await ruleOn(page).getByRole('button', { name: /Set/ }).click();
  await expect(ruleOn(page).getByText('Set.', { exact: true })).toBeVisible();
}

test('many cells at once need two editors; a mistake is undone with a public reason', async ({
  page,
  signedInAs,
  openDesk,
}) => {
  await signedInAs('editor');
  const admin = await openDesk({ role: 'admin' });
  const { slug } = await makeAgreement();
  const cells = ALL_CRITERIA.map((criterion) => ({ cell: criterion, value: 'indirect' }));
  const { reference } = await submit(proposing(slug, cells));
  await setBulk(admin.page, 'Two editors');
  await expectAccessible(admin.page);

  await page.goto(`/desk/contributions/${reference}`);
  await page.getByRole('button', { name: `Accept all ${MANY}` }).click();
  await page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(page.getByText(/waits for/i).first()).toBeVisible();
  expect(new Set(Object.values(await changeStatuses(reference)))).toEqual(new Set(['pending']));
  await page.goto('/desk/approvals');
  await expect(page.getByText('You asked for it: another editor has to agree.')).toBeVisible();

  await admin.page.reload();
  const waiting = admin.page.getByRole('listitem').filter({ hasText: reference });
  await expect(waiting.first()).toContainText('because it decides many cells at once');
  await expectAccessible(admin.page);
  await waiting.getByRole('button', { name: 'Agree and carry it out' }).click();
  await expect(admin.page.getByText(`Agreed by ${admin.person.name}`)).toBeVisible();
  expect(new Set(Object.values(await changeStatuses(reference)))).toEqual(new Set(['accepted']));
  await setBulk(admin.page, 'One editor is enough');

  await page.goto(`/desk/contributions/${reference}`);
  await page.getByText('Undo all of this').click();
  const all = page.locator('form').filter({ has: page.locator('input[name="command"]') });
  await all.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Please say why: it is shown in the history.')).toBeVisible();
  await all.getByLabel('Why is it undone?').fill('The forum itself asked for more time.');
  await all.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Accepted, undone since').first()).toBeVisible();
  await expectAccessible(page);
  // The proposals wait for a decision again, and the public history says what happened and why.
  await expect(page.getByRole('button', { name: `Accept all ${MANY}` })).toBeVisible();
  await page.goto(`/en/agreements/${slug}`);
  await expect(page.getByText('The forum itself asked for more time.')).toBeVisible();
});

test('two proposals for one new agreement become one; another turns out to be an update', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('editor');
  const fresh = (name: string, value: string): SubmissionInput => ({
    proposals: [
      {
        kind: 'new',
        changes: [
          { cell: 'name', value: name },
          { cell: 'maintainer', value },
        ] as never,
      },
    ],
    consent: true,
  });
  const [first, next, known] = [
    await submit(fresh('Harbour Pact', 'Port authorities')),
    await submit(fresh('The Harbour Pact', 'Port authorities')),
    await submit(fresh('Mutually Agreed Norms', 'ISOC')),
  ];

  await page.goto(`/desk/contributions/${next.reference}`);
  await page.getByText('Others propose the same agreement').click();
  await page
    .getByLabel('Which proposal is about the same?')
    .selectOption({ label: `${first.reference}: Harbour Pact` });
  await page.getByRole('button', { name: 'Decide them together' }).click();
  await expect(page.getByText(/Decided together with/)).toContainText(first.reference);
  await expectAccessible(page);

  await page.goto(`/desk/contributions/${first.reference}`);
  await page.getByRole('button', { name: /^Accept all 2/ }).click();
  await page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(page.getByText('2 decisions recorded')).toBeVisible();
  expect([await changeStatuses(first.reference), await changeStatuses(next.reference)]).toEqual([
    { maintainer: 'accepted', name: 'accepted' },
    { maintainer: 'accepted', name: 'superseded' },
  ]);

  await page.goto(`/desk/contributions/${known.reference}`);
  await page.getByText('It is in the dataset already').click();
  await page.getByLabel('Which agreement is it?').selectOption('manrs');
  await page.getByRole('button', { name: 'Make it an update of that one' }).click();
  await expect(page.getByRole('heading', { name: 'Is it really new?' })).toBeHidden();
  await expect(cell(page, 'Maintainer')).toContainText('Internet Society');
});
