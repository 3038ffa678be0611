import { expect, test } from 'vitest';
import { planFor } from './test-changed.mjs';

const all = [
  'e2e/flows/desk-queue.spec.ts',
  'e2e/flows/saving.spec.ts',
  'e2e/flows/matrix.spec.ts',
  'e2e/http/reading.test.ts',
];

test('a change of the desk runs its related unit tests and the browser tests of the desk', () => {
  expect(planFor(['lib/review/decide.ts', 'README.md'], all)).toMatchObject({
    sources: ['lib/review/decide.ts'],
    units: ['lib/review/decide.ts'],
    http: [],
    browser: ['e2e/flows/desk-queue.spec.ts'],
  });
});

test('a change of the form or of public pages runs their browser tests; one of the API the tests over HTTP', () => {
  expect(planFor(['app/(form)/[locale]/page.tsx'], all).browser).toEqual(['e2e/flows/saving.spec.ts']);
  expect(planFor(['app/(site)/[locale]/matrix/page.tsx'], all).browser).toEqual(['e2e/flows/matrix.spec.ts']);
  expect(planFor(['app/api/v1/calls/route.ts'], all)).toMatchObject({
    http: ['e2e/http/reading.test.ts'],
    browser: [],
  });
});

test('a changed test runs itself', () => {
  expect(planFor(['e2e/flows/saving.spec.ts', 'e2e/http/reading.test.ts'], all)).toMatchObject({
    units: [],
    http: ['e2e/http/reading.test.ts'],
    browser: ['e2e/flows/saving.spec.ts'],
  });
});
