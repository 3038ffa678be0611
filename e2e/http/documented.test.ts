import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test, vi } from 'vitest';
import { ask, readJson, statusOf } from './requests';

const DOCUMENT = '/api/v1/openapi.json';

test('the API’s description is valid, and answers match it', async () => {
  const document = await readJson(DOCUMENT);
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
    expect([valid(await readJson(address)), valid.errors]).toEqual([true, null]);
    expect(valid({ data: 'anything' })).toBe(false);
  }
});

test('the API’s description is open to every origin, counted, and answers 304 to a reader who has it', async () => {
  // An answer from the cache of one second is not counted again and has no such headers.
  const headers = await vi.waitFor(
    async () => {
      const counted = (await ask(DOCUMENT)).headers;
      expect(counted.get('ratelimit-policy')).not.toBeNull();
      return counted;
    },
    { timeout: 10_000, interval: 200 },
  );
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-expose-headers')).toContain('RateLimit-Policy');
  expect(headers.get('ratelimit-policy')).toMatch(/^"reading";q=\d+;w=60$/);
  expect(headers.get('ratelimit')).toMatch(/^"reading";r=\d+;t=\d+$/);
  expect(await statusOf(DOCUMENT, { headers: { 'If-None-Match': headers.get('etag') ?? '' } })).toBe(304);
  expect(await statusOf('/api/v1/agreements', { method: 'POST' })).toBe(405);
  const nowhere = await ask('/api/v1/nothing/at/all');
  expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});
