import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { GET } from './route';

useTestDatabase();

const ask = (parameters: Record<string, string>) =>
  GET(new Request(`http://localhost/api/v1/agreements?${new URLSearchParams(parameters).toString()}`), {
    params: Promise.resolve({}),
  });

describe('searching by the API', () => {
  it.each([
    ['Budapst Convntion', ['budapest-convention']],
    ['manrs', ['manrs']],
    ["'; DROP TABLE agreements; --", []],
    ['%', []],
  ])('answers %s with whole agreements, best first', async (q, slugs) => {
    const response = await ask({ q });
    expect(response.status).toBe(200);
    const { data, next } = (await response.json()) as { data: { slug: string; facts: object }[]; next: null };
    expect(data.map(({ slug }) => slug)).toEqual(slugs);
    expect(next).toBeNull();
    for (const agreement of data) expect(Object.keys(agreement.facts)).toContain('name');
  });

  it.each([
    [{ q: '' }, 'q'],
    [{ q: 'x'.repeat(121) }, 'q'],
    [{ q: 'manrs', after: 'gcsc' }, 'after'],
  ])('refuses %j in words', async (parameters, path) => {
    const response = await ask(parameters);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await response.json()) as { reason: string; issues: { path: string; detail: string }[] };
    expect(problem).toMatchObject({
      status: 400,
      reason: 'malformed',
      issues: [{ path, detail: expect.stringMatching(/\.$/) as string }],
    });
  });
});
