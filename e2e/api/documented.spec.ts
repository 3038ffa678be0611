import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from '@/e2e/fixtures/test';

const DOCUMENT = '/api/v1/openapi.json';

test('the API’s description is valid, and answers are as it says', async ({ request }) => {
  const response = await request.get(DOCUMENT);
  const document = await response.json();
  expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });

  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ ...document, $id: 'api' });
  for (const [path, address] of [
    ['/api/v1/agreements', '/api/v1/agreements?limit=3'],
    ['/api/v1/agreements/{slug}', '/api/v1/agreements/manrs'],
    ['/api/v1/criteria', '/api/v1/criteria'],
  ] as const) {
    const pointer = ['paths', path, 'get', 'responses', '200', 'content', 'application/json', 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('/', '~1')))
      .join('/');
    const valid = ajv.compile({ $ref: `api#/${pointer}` });
    expect([valid(await (await request.get(address)).json()), valid.errors]).toEqual([true, null]);
    expect(valid({ data: 'anything' })).toBe(false);
  }
});

test('the API’s description is open to all, counted, and costs nothing twice', async ({ request }) => {
  await expect(async () => {
    const headers = (await request.get(DOCUMENT)).headers();
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toContain('RateLimit-Policy');
    expect(headers['ratelimit-policy']).toMatch(/^"reading";q=\d+;w=60$/);
    expect(headers.ratelimit).toMatch(/^"reading";r=\d+;t=\d+$/);
    expect((await request.get(DOCUMENT, { headers: { 'If-None-Match': headers.etag ?? '' } })).status()).toBe(304);
  }).toPass(); // another test may decide between the two
  expect((await request.post('/api/v1/agreements')).status()).toBe(405);
  const nowhere = await request.get('/api/v1/nothing/at/all');
  expect([nowhere.status(), nowhere.headers()['content-type']]).toEqual([404, 'application/problem+json']);
});

test('the page about the API reads well on a phone too', async ({ page, expectAccessible }) => {
  await page.goto('/en/api');
  await expect(page.getByRole('heading', { level: 1, name: 'The API' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'OpenAPI 3.1', exact: true })).toHaveAttribute('href', DOCUMENT);
  await expect(
    page.getByRole('heading', { level: 3, name: 'What changed in the dataset, newest first' }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
