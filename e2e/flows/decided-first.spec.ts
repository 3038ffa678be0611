import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { acceptChanges } from '@/prisma/factories/decisions';
import { proposing, submit } from '@/prisma/factories/submissions';

const STATUS = '/en/calls/2020/contribute/status';

test('decided cells come first, what was taken back is not decided, and a reference stays on one line', async ({
  page,
  context,
  baseURL,
}) => {
  const { slug } = await makeAgreement({ maintainer: 'A ministry' });
  const changes = [
    { cell: 'launchDate', value: '2019' },
    { cell: 'maintainer', value: 'Another ministry' },
  ];
  const sent = await submit(proposing(slug, changes));
  await context.addCookies([{ name: 'contribution_2020', value: sent.token, url: baseURL ?? '' }]);
  await acceptChanges({
    reference: sent.reference,
    changes: { maintainer: sent.changes.maintainer ?? '' },
    agreement: slug,
  });
  await page.goto(STATUS);
  await expect(page.getByRole('link', { name: '1 of 2 proposed values decided' })).toBeVisible();
  const outcomes = page.locator('section[aria-labelledby="decisions"]').getByText(/^(Accepted|Not decided yet)/);
  await expect(outcomes).toHaveText([/^Accepted/, 'Not decided yet']);

  const heading = page.getByRole('heading', { level: 1 });
  await page.setViewportSize({ width: 320, height: 640 });
  const code = heading.getByText(sent.reference, { exact: true });
  expect(await code.evaluate((span) => span.getClientRects().length)).toBe(1);

  // The date is taken back; what was accepted stays decided.
  const { id } = await beginCorrection(sent.reference);
  expect(await sendCorrection(id, { proposals: [], answers: { comments: 'No date, then.' } })).toMatchObject({
    ok: true,
  });
  await page.reload();
  await expect(page.getByRole('link', { name: '1 of 1 proposed value decided' })).toBeVisible();
  await expect(outcomes).toHaveText([/^Accepted/]);
  await expect(page.getByText('Version 2 received')).toBeVisible();
  await page.goto('/en/calls/2020/contribute/done');
  await expect(page.getByText(`Version 2 of ${sent.reference} has arrived`)).toBeVisible();
});
