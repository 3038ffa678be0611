// What `npm test -- changed` runs: for daily work, before the whole run.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * The browser tests that exercise a folder. A change elsewhere (the platform, the layout, parts of the interface) may
 * affect all of them: only the whole run covers that.
 * @type {{ folder: RegExp, specs: RegExp }[]}
 */
const shownBy = [
  { folder: /^app\/(\(desk\)\/)?desk\/|^lib\/review\//, specs: /\/desk-/ },
  {
    folder: /^app\/\(form\)\/|^app\/\[locale\]\/\(contribute\)\/|^lib\/(contributions|questions)\//,
    specs:
      /\/(about|after|attachments|closing|contribute|documents|duplicate|finding|form-|gate|keyboard|names|saving|sharing)/,
  },
  {
    folder: /^app\/\(site\)\/|^app\/\[locale\]\/\(public\)\/|^lib\/(publication|publishing)\//,
    specs: /\/(agreements|analysis|compare|matrix|published|releases|taking-down)\./,
  },
  { folder: /^app\/\(account\)\/|^lib\/(accounts|auth)\//, specs: /\/sign-in\./ },
];
/** Files behind the tests over HTTP: addresses without a page. */
const askedOverHttp = /^(app\/(api|data|feeds)|lib\/publi\w+|bin\/(serve|web|backups)|deploy)\b/;

/** The files that differ from the common ancestor of `base` and the current commit, and the uncommitted ones. */
export function changedFiles(base = 'main') {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
  const [root = 'HEAD'] = git('merge-base', base, 'HEAD');
  const files = [
    ...git('diff', '--name-only', '--diff-filter=d', root),
    ...git('ls-files', '--others', '--exclude-standard'),
  ];
  return [...new Set(files)].sort();
}

/**
 * @param {string[]} changed
 * @param {string[]} [all] every file of the browser tests and of those over HTTP
 * @returns {{ sources: string[], units: string[], http: string[], browser: string[], remark: string }} what to format, the files whose unit
 *   tests run, the tests over HTTP and in the browser, and a sentence that says it
 */
export function planFor(changed, all = testFiles()) {
  const sources = changed.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file));
  const inBrowser = all.filter((file) => file.endsWith('.spec.ts'));
  const specs = shownBy.filter(({ folder }) => changed.some((file) => folder.test(file))).map(({ specs }) => specs);
  const browser = inBrowser.filter((file) => changed.includes(file) || specs.some((names) => names.test(file)));
  const overHttp = all.filter((file) => file.endsWith('.test.ts'));
  const http = changed.some((file) => askedOverHttp.test(file))
    ? overHttp
    : overHttp.filter((file) => changed.includes(file));
  const units = sources.filter((file) => !file.startsWith('e2e/'));
  const remark = `${changed.length} files changed: the unit tests related to ${units.length}, ${http.length} files over HTTP, ${browser.length} in the browser`;
  return { sources, units, http, browser, remark };
}

function testFiles() {
  const files = fs.readdirSync('e2e', { recursive: true, encoding: 'utf8' }).map((file) => path.join('e2e', file));
  return files.filter((file) => /\.(spec|test)\.ts$/.test(file));
}
