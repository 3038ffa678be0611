import { expect, test } from '@/e2e/fixtures/behind-nginx';
import { published, takenDown } from '@/prisma/factories/published';
import { eastWestSubmission } from '@/prisma/factories/submissions';

const WORDS = 'Global Cyber Policy Dialogues';

test('what was taken down is read by nobody through nginx two seconds later, however old the copies', async ({
  request,
  front,
}) => {
  const { reference } = await published(eastWestSubmission());
  const addresses = [
    `/en/contributions/${reference}`,
    `/api/v1/contributions/${reference}`,
    '/en/projects',
    '/api/v1/projects',
  ];
  for (const address of addresses) {
    await expect
      .poll(async () => (await request.get(front.app.origin + address)).text(), { message: address, intervals: [50] })
      .toContain(WORDS);
    await expect
      .poll(async () => (await request.get(address)).headers()['x-cache'], {
        message: `${address} is copied`,
        intervals: [10],
      })
      .toBe('HIT');
  }
  await takenDown(reference);
  const since = Date.now();
  await expect.poll(() => Date.now() - since, { intervals: [100] }).toBeGreaterThan(2_000);
  for (const address of addresses) {
    const text = await (await request.get(address)).text();
    // Other contributions of the same organisation may stand in the lists.
    expect(address.includes(reference) ? text.includes(WORDS) : text.includes(reference), address).toBe(false);
  }
});
