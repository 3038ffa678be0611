import { expect, test } from '@/e2e/fixtures/test';

const START = '/en/calls/2020/contribute';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A ZIP archive that says it is one. */
const isArchive = (body: Buffer) => body.subarray(0, 2).toString() === 'PK';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a draft is printed and taken along as a Word file at any moment', async ({ page }) => {
    await page.goto(START);
    await page.getByRole('button', { name: 'Start', exact: true }).first().click();
    await page.goto(`${START}/gaps`);
    await page.getByLabel('Your answer').fill('Nobody speaks of **submarine cables**.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: 'Print or Word file' }).click();
    await expect(page.getByText(/^Draft, as of .+ UTC$/)).toBeVisible();
    await expect(
      page.getByRole('heading', {
        name: 'Which cybersecurity issues does no agreement address that, in your view, one should?',
      }),
    ).toBeVisible();
    await expect(page.locator('strong', { hasText: 'submarine cables' })).toBeVisible();
    await expect(page.getByText('Left empty').first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(page.getByRole('link', { name: 'Word file' })).toBeHidden();

    const file = await page.request.get(`${START}/contribution.docx`);
    expect(file.headers()).toMatchObject({
      'content-type': WORD,
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment; filename="bpf-2020-draft.docx"',
    });
    expect(isArchive(await file.body())).toBe(true);
  });
});

test('the page to print is accessible', async ({ page, expectAccessible }) => {
  await page.goto(START);
  await page.getByRole('button', { name: 'Start', exact: true }).first().click();
  await page.waitForURL(/\/contribute\/signatory/);
  await page.goto(`${START}/print`);
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('the empty questions are a Word file that anybody may keep', async ({ request }) => {
  const page = await request.get('/en/calls/2020');
  expect(await page.text()).toContain('/en/calls/2020/questions.docx');
  const file = await request.get('/en/calls/2020/questions.docx');
  expect(file.headers()).toMatchObject({
    'content-type': WORD,
    'cache-control': 'public, max-age=0, s-maxage=1, must-revalidate',
    'content-disposition': 'attachment; filename="bpf-call-2020.docx"',
  });
  expect(isArchive(await file.body())).toBe(true);
  // A decision of another test meanwhile makes it anew.
  await expect(async () => {
    const { etag = '' } = (await request.get('/en/calls/2020/questions.docx')).headers();
    expect((await request.get('/en/calls/2020/questions.docx', { headers: { 'If-None-Match': etag } })).status()).toBe(
      304,
    );
  }).toPass();
  expect((await request.get('/en/calls/1815/questions.docx')).status()).toBe(404);
});

test('pages of the form that are opened without a draft say what to do', async ({ page, request }) => {
  await page.goto(`${START}/gaps`);
  await expect(page.getByText('This browser holds no draft of this call')).toBeVisible();
  for (const path of ['share', 'print', 'read', 'check', 'nonsense', 'agreements/7']) {
    const response = await request.get(`${START}/${path}`);
    expect([path, response.status(), await response.text()]).toEqual([
      path,
      200,
      expect.stringContaining('This browser holds no draft of this call'),
    ]);
  }
  expect((await request.get(`${START}/contribution.docx`)).status()).toBe(404);
});
