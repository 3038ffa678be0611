import { expect, it, vi } from 'vitest';
import { failure, REASONS } from '@/lib/platform/errors';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import { readJson, withApi } from './api';
import { problem } from './problem';

const post = (body: BodyInit, type = 'application/json') =>
  new Request('http://localhost/api/v1/x', {
    method: 'POST',
    body,
    headers: { 'Content-Type': type },
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });

const context = { params: Promise.resolve({}) };
const echo = withApi(async (request) => {
  const read = await readJson(request);
  return read.ok ? Response.json(read.body) : read;
});

it('reads JSON', async () => {
  expect(await (await echo(post('{"name":"Ünï"}', 'application/json; charset=utf-8'), context)).json()).toEqual({
    name: 'Ünï',
  });
});

it.each([
  ['no JSON', post('{"name":'), 'malformed', 400],
  ['bytes that are no UTF-8', post(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 'malformed', 400],
  ['nothing', post(''), 'malformed', 400],
  ['a form', post('a=b', 'application/x-www-form-urlencoded'), 'unsupported_type', 415],
  ['a type that only begins alike', post('{}', 'application/jsonp'), 'unsupported_type', 415],
  ['too much', post(`"${'x'.repeat(2 * 1024 * 1024)}"`), 'too_large', 413],
  [
    'an endless stream',
    post(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536)) })),
    'too_large',
    413,
  ],
])('answers %s in words', async (_name, request, reason, status) => {
  const response = await echo(request, context);
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  expect(await response.json()).toMatchObject({
    status,
    reason,
    detail: errors.reasons[reason as keyof typeof errors.reasons],
  });
});

it('answers an unexpected error without details, and logs them', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const response = await withApi(async () => {
    throw new Error('secret detail');
  })(post('{}'), context);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret detail');
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

it('answers a lost database with 503 and when to retry', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const response = await withApi(async () => {
    throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  })(post('{}'), context);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
  warned.mockRestore();
});

it('has a sentence and a status for every reason', async () => {
  for (const reason of Object.keys(REASONS) as (keyof typeof REASONS)[]) {
    const response = problem(failure(reason));
    expect(response.status).toBe(REASONS[reason]);
    expect((await response.json()).detail).toBe(errors.reasons[reason]);
  }
});

it('names each fault with its place and its numbers', async () => {
  const issues = [
    { path: 'about.email', code: 'not_an_email' },
    { path: 'answers.projects', code: 'too_long', params: { max: 500 } },
    { path: 'x', code: 'never_heard_of' },
  ];
  const body = (await problem(failure('invalid', issues)).json()) as { issues: unknown };
  expect(body.issues).toEqual([
    { path: 'about.email', code: 'not_an_email', detail: errors.codes.not_an_email },
    { path: 'answers.projects', code: 'too_long', detail: 'This is too long: the field holds 500 characters.' },
    { path: 'x', code: 'never_heard_of', detail: errors.codes.invalid },
  ]);
});
