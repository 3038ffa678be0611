import { expect, it } from 'vitest';
import { rejectionFor } from './request-guard.mjs';

it.each([
  '/en/agreements/%',
  '/en/agreements/view/q/%zz',
  '/data/%E0%A4%A/agreements.json',
  '/en/%ED%A0%80?q=a',
  '/%C3%28',
])('says that %s is no address', (url) => {
  expect(rejectionFor({ method: 'GET', url })).toMatchObject({
    status: 400,
    sentence: expect.stringMatching(/\.$/) as string,
  });
});

it.each(['/', '/en/agreements/view/q/%C3%A9', '/en/%2F', '/api/v1/agreements?q=%', '*'])('lets %s pass', (url) => {
  expect(rejectionFor({ method: 'GET', url })).toBeNull();
});

it('only the methods of pages and the API pass', () => {
  for (const method of ['HEAD', 'POST', 'DELETE', 'OPTIONS']) expect(rejectionFor({ method, url: '/en' })).toBeNull();
  expect(rejectionFor({ method: 'TRACE', url: '/en' })).toMatchObject({
    status: 405,
    headers: { Allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' },
  });
});

const form = (url: string, headers: Record<string, string>) =>
  rejectionFor({ method: 'POST', url, headers: { host: 'bpf.example.org', ...headers } });

it.each([
  'https://evil.example',
  'https://bpf.example.org.evil.example',
  'http://bpf.example.org:8080',
  'no origin at all',
  'null',
])('refuses in words a form that %s sent to a page', (origin) => {
  for (const url of ['/sign-in', '/en/calls/2020/contribute/about', '/desk', '/%61pi/x'])
    expect(form(url, { origin })).toMatchObject({
      status: 403,
      sentence: expect.stringContaining('another site') as string,
    });
});

it('forms of our own pages pass, also without an origin, and so do requests of any origin to the API', () => {
  for (const headers of [{}, { origin: 'https://bpf.example.org' }] as Record<string, string>[])
    expect(form('/sign-in', headers)).toBeNull();
  expect(
    form('/sign-in', { host: 'bpf', 'x-forwarded-host': 'bpf.example.org', origin: 'https://bpf.example.org' }),
  ).toBeNull();
  for (const url of ['/en/link/abc', '/en/confirm/abc']) expect(form(url, { origin: 'null' })).toBeNull();
  expect(form('/api/v1/calls/2020/contributions', { origin: 'https://elsewhere.example' })).toBeNull();
  expect(
    rejectionFor({
      method: 'GET',
      url: '/en',
      headers: { host: 'bpf.example.org', origin: 'https://elsewhere.example' },
    }),
  ).toBeNull();
});
