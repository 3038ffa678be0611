import { readFileSync } from 'node:fs';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { makeToken } from '@/prisma/factories/tokens';

test('the audit log is read, filtered by its address, and downloaded', async ({ page, signedInAs }) => {
  const person = await signedInAs('admin');
  const { reference } = await submit(
    proposing('manrs', [{ cell: 'maintainer', value: 'An audited society' }], 'Audited Institute'),
  );
  await makeToken(person);

  await page.goto('/desk/audit');
  await page.getByLabel('Contribution').fill(reference);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`contribution=${reference}`));
  const row = page.getByRole('row').filter({ hasText: reference });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(`A contributor sent in ${reference}.`);
  await row.getByText('contribution.submitted').click();
  await expect(row).toContainText('proposals');
  await expectAccessible(page);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /Download these as CSV/ }).click();
  const csv = readFileSync(await (await download).path(), 'utf8')
    .split('\r\n')
    .filter((line) => line !== '');
  expect(csv[0]).toBe('\uFEFFevent,at,actor,user,action,subject,subject_id,contribution,details');
  expect(csv).toHaveLength(2);
  expect(csv[1]).toContain(`,contributor,,contribution.submitted,contribution,`);
  expect(csv.join()).not.toContain('Audited Institute');

  await page.goto(`/desk/audit?who=${person.id}&action=token`);
  await expect(page.getByRole('row').filter({ hasText: `${person.name} made a token for programs.` })).toHaveCount(1);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a token may only read by default, and an admin revokes the token of another editor', async ({
  page,
  request,
  signedInAs,
}) => {
  await signedInAs('admin');
  await page.goto('/desk/tokens');
  await page.getByLabel('What is it for?').fill('A counting script');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.getByRole('status').locator('code').innerText();
  const headers = { Authorization: `Bearer ${token}` };
  const { reference, changes } = await submit(
    proposing('manrs', [{ cell: 'maintainer', value: 'A scripted society' }]),
  );
  const read = await request.get(`/api/v1/desk/contributions/${reference}`, { headers });
  expect(read.status()).toBe(200);
  expect((await read.json()).proposals[0].cells[0]).toMatchObject({
    change: changes.maintainer,
    cell: 'maintainer',
    proposed: { value: 'A scripted society' },
  });
  const refused = await request.post(`/api/v1/desk/contributions/${reference}/decisions`, {
    headers,
    data: { decisions: [{ change: changes.maintainer, outcome: 'reject', reason: 'No.' }] },
  });
  expect(refused.status()).toBe(403);

  const owner = await makeEditor();
  await makeToken(owner);
  await page.goto('/desk/tokens');
  const others = page
    .getByRole('region', { name: 'Tokens of others' })
    .getByRole('row')
    .filter({ hasText: owner.name ?? owner.email });
  await others.getByRole('button', { name: /Revoke/ }).click();
  await expect(others).toHaveCount(0);
});
