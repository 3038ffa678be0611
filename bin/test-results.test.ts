import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  failedTests,
  isParallelQuery,
  readPlaywright,
  readReport,
  readVitest,
  slowestTests,
  summary,
} from './test-results.mjs';

const file = (status: string, ...tests: string[]) => ({
  name: path.resolve('lib/some.test.ts'),
  status,
  assertionResults: tests.map((test) => ({ status: test, fullName: 'a title', duration: 1500 })),
});

test("vitest's report: skipped counts as failed, and so does a file that can't be loaded", () => {
  const ran = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')];
  const testResults = [...ran, file('failed'), file('passed', 'pending', 'todo')];
  expect(readVitest({ testResults })).toMatchObject({ passed: 3, failed: 4 });
});

test("vitest's report: a file whose tests passed but whose teardown failed has failed", () => {
  expect(readVitest({ testResults: [file('failed', 'passed')] })).toMatchObject({ passed: 1, failed: 1 });
});

const spec = (title: string, ...durations: number[]) => ({
  title,
  file: 'flows/some.spec.ts',
  tests: [{ results: durations.map((duration) => ({ duration })) }],
});

test("Playwright's report: skipped, flaky and errors outside of tests count as failed", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(readPlaywright({ stats, errors: [{}], suites: [] })).toEqual({ passed: 5, failed: 5, tests: [] });
});

test('the failed tests of all runners are listed with the first lines of their failures', () => {
  const failing = {
    ...file('failed', 'passed'),
    assertionResults: [
      { status: 'passed', fullName: 'a good one' },
      { status: 'failed', fullName: 'a bad one', failureMessages: ['expected 1\nto be 2\nat a line'] },
    ],
  };
  const broken = { ...file('failed'), message: 'can not be loaded' };
  const browser = readPlaywright({
    stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
    errors: [],
    suites: [
      {
        specs: [
          { ...spec('good'), tests: [{ status: 'expected', results: [{ duration: 1 }] }] },
          {
            ...spec('bad'),
            tests: [{ status: 'unexpected', results: [{ duration: 1, error: { message: 'a timeout' } }] }],
          },
        ],
      },
    ],
  });
  expect(failedTests([readVitest({ testResults: [failing, broken] }), browser], 2)).toEqual([
    'lib/some.test.ts: a bad one',
    '    expected 1',
    '    to be 2',
    'lib/some.test.ts',
    '    can not be loaded',
    'e2e/flows/some.spec.ts: bad',
    '    a timeout',
  ]);
});

test('the slowest tests of all runners are listed, the slowest first', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
  const browser = readPlaywright({
    stats,
    errors: [],
    suites: [{ specs: [spec('quick', 20)], suites: [{ specs: [spec('long', 9_000, 3_000)] }] }],
  });
  expect(slowestTests([readVitest({ testResults: [file('passed', 'passed')] }), browser], 2)).toEqual([
    '  12.0 s  e2e/flows/some.spec.ts: long',
    '   1.5 s  lib/some.test.ts: a title',
  ]);
});

test('the last line sums all runners', () => {
  const passing = { passed: 7, failed: 0 };
  expect(summary([passing, { passed: 1, failed: 0 }])).toEqual({ lines: ['8 passed, 0 failed'], ok: true });
  expect(summary([passing, { passed: 2, failed: 1 }])).toEqual({ lines: ['9 passed, 1 failed'], ok: false });
  expect(summary([])).toEqual({ lines: ['0 passed, 0 failed'], ok: false });
});

test('a part that could not run is named before the last line, and fails continuous integration', () => {
  const [passing, notRun] = [
    { passed: 7, failed: 0 },
    ['The tests through nginx did not run: there is no nginx on this machine.'],
  ];
  expect(summary([passing], { notRun })).toEqual({ lines: [...notRun, '7 passed, 0 failed'], ok: true });
  expect(summary([passing], { notRun, strict: true })).toEqual({ lines: [...notRun, '7 passed, 1 failed'], ok: false });
});

test('every test file is found by a runner', () => {
  const folders = fs
    .readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name));
  const within = ({ name }: fs.Dirent) =>
    fs.readdirSync(name, { recursive: true, encoding: 'utf8' }).map((file) => path.join(name, file));
  const files = [...fs.readdirSync('.'), ...folders.flatMap(within)].filter((name) => /\.(test|spec)\.\w+$/.test(name));
  const seen = (name: string) =>
    /^(app|lib|emails|prisma|bin)\/.*\.test\.tsx?$/.test(name) ||
    /^e2e\/.*\.spec\.ts$|^e2e\/http\/.*\.test\.ts$/.test(name);
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((name) => !seen(name))).toEqual([]);
});

test("the driver's warning of parallel queries on one connection is recognised in a log", () => {
  const warning =
    '(node:7) DeprecationWarning: Calling client.query() when the client is already executing a query is deprecated and will be removed in pg@9.0.';
  expect([`Ready.\n${warning}\n`, 'DeprecationWarning: punycode', ''].map(isParallelQuery)).toEqual([
    true,
    false,
    false,
  ]);
});

let directory = '';
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bpf-results-'));
});
afterEach(() => fs.rmSync(directory, { recursive: true }));

const report = (content: object, endedWell: boolean) => {
  const name = path.join(directory, 'report.json');
  fs.writeFileSync(name, JSON.stringify(content));
  return readReport(name, readVitest, endedWell);
};

test('a runner that crashed, ran nothing, or failed outside of its tests has failed', () => {
  expect(readReport(path.join(directory, 'absent.json'), readVitest, true)).toMatchObject({ passed: 0, failed: 1 });
  expect(report({ testResults: [] }, true)).toMatchObject({ passed: 0, failed: 1, remark: 'Not a single test ran.' });
  expect(report({ testResults: [file('passed', 'passed')] }, false)).toMatchObject({ passed: 1, failed: 1 });
  expect(report({ testResults: [file('passed', 'passed')] }, true)).toMatchObject({ passed: 1, failed: 0 });
});
