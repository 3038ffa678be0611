import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PAGES, routeOf } from '@/e2e/every-page/pages';

test('every page of the app is in the list of pages that a browser checks', () => {
  const files = fs.readdirSync('app', { recursive: true, encoding: 'utf8' }).map((file) => path.join('app', file));
  const routes = files.filter((file) => file.endsWith('/page.tsx')).map(routeOf);
  expect(Object.keys(PAGES).sort()).toEqual(routes.sort());
});
