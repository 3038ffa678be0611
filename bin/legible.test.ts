import { expect, it } from 'vitest';
import { faultOf } from './legible.mjs';

it.each(['/en/agreements/%', '/en/agreements/view/q/%zz', '/data/%E0%A4%A/agreements.json', '/en/%ED%A0%80?q=a', '/%C3%28'])('says that %s is no address', (url) => {
  expect(faultOf({ method: 'GET', url })).toMatchObject({ status: 400, sentence: expect.stringMatching(/\.$/) as string });
});

it.each(['/', '/en/agreements/view/q/%C3%A9', '/en/%2F', '/api/v1/agreements?q=%', '*'])('lets %s pass', (url) => {
  expect(faultOf({ method: 'GET', url })).toBeNull();
});

it('lets the methods pass that a page or the API may answer, and no other', () => {
  for (const method of ['HEAD', 'POST', 'DELETE', 'OPTIONS']) expect(faultOf({ method, url: '/en' })).toBeNull();
  expect(faultOf({ method: 'TRACE', url: '/en' })).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' } });
});
