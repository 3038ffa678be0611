import { expect, test } from '@/e2e/fixtures/test';

const START = '/en/calls/2020/contribute';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The first bytes of a ZIP archive. */
const isArchive = (body: Buffer) => body.subarray(0, 2).toString() === 'PK';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a draft can be printed and downloaded as a Word file at any time', async ({ page, holdDraft }) => {
    await holdDraft();
    await page.goto(`${START}/gaps`);
    await page.getByLabel('Your answer').fill('Nobody speaks of **submarine cables**.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: 'Print or Word file' }).click();
    await expect(page.getByText(/^Draft, as of .+ UTC$/).first()).toBeVisible();
    await expect(
      page.getByRole('heading', {
        name: 'Which cybersecurity issues does no agreement address that, in your view, one should?',
      }),
    ).toBeVisible();
    await expect(page.locator('strong', { hasText: 'submarine cables' })).toBeVisible();
    await expect(page.getByText('Left empty').first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    for (const name of ['Word file to sign off', 'Form to go on writing in Word'])
      await expect(page.getByRole('link', { name, exact: true })).toBeHidden();

    const file = await page.request.get(`${START}/contribution.docx`);
    expect(file.headers()).toMatchObject({
      'content-type': WORD,
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment; filename="bpf-2020-draft.docx"',
    });
    expect(isArchive(await file.body())).toBe(true);
  });
});
