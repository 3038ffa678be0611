import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { DeskFooter } from './desk-footer';

const read = (name: string) => readFileSync(name, 'utf8');

it('names the version of package.json, the lock file and the newest entry of the changelog', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const lock = JSON.parse(read('package-lock.json')) as { version: string; packages: { '': { version: string } } };
  const [, released] = /^## \[(\d+\.\d+\.\d+)\]/m.exec(read('CHANGELOG.md')) ?? [];
  expect(renderToStaticMarkup(<DeskFooter />)).toContain(`BPF Contributions ${version}<`);
  expect([lock.version, lock.packages[''].version, released]).toEqual([version, version, version]);
});
