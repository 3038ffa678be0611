import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures/test';
import { storedAnswer } from '@/prisma/factories/records';
import { isThorough } from '@/prisma/factories/thoroughness';

/** The time of the kill, in milliseconds after a save has begun. */
const MOMENTS = isThorough ? [40, 150, 400] : [150];
const answer = (page: Page) => page.getByLabel('Your answer');

test('a server killed during a save loses no acknowledged save, and the page keeps the rest', async ({
  page,
  startOther,
  holdDraft,
}) => {
  const server = await startOther();
  await holdDraft();
  const marker = `Killed ${Date.now()}:`;

  for (const [round, afterMilliseconds] of MOMENTS.entries()) {
    await page.goto(`${server.origin}/en/calls/2020/contribute/gaps`);
    let acknowledged = round === 0 ? 0 : numberIn(await storedAnswer(marker));
    const first = acknowledged + 1;
    let killed: Promise<void> | undefined;
    let typed = acknowledged;
    while (!killed || typed < first + 3) {
      typed += 1;
      await answer(page).fill(`${marker} ${typed}`);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      if (typed === first + 2)
        killed = new Promise((resolve) => setTimeout(() => void server.kill().then(resolve), afterMilliseconds));
      await expect(page.getByText('Saving', { exact: true })).toBeHidden();
      const said =
        (await page
          .getByText(/^Saved at/)
          .first()
          .isVisible()) && !(await page.getByText(/^Not saved since/).isVisible());
      if (said) acknowledged = typed;
    }
    await killed;
    expect(acknowledged).toBeGreaterThan(first);
    // The page does not say that it was saved, and the typed text is still there.
    await answer(page).fill(`${marker} ${typed} and a word more`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/^Not saved since/)).toBeVisible();
    await expect(answer(page)).toHaveValue(`${marker} ${typed} and a word more`);
    expect(numberIn(await storedAnswer(marker))).toBeGreaterThanOrEqual(acknowledged);

    await server.start();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(async () => (await storedAnswer(marker)) ?? '').toMatch(/and a word more$/);
    await expect(page.getByText(/We go on trying/)).toBeHidden();
  }
});

const numberIn = (stored: string | null) => Number(stored?.match(/: (\d+)/)?.[1] ?? 0);
