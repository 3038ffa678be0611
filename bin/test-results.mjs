// The reports of the test runners, as two numbers. Everything that did not pass has failed: also a skipped test, since
// we have none.
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ name: string, milliseconds: number, failure?: string }} TestRun failure: what the runner says of a test that failed
 * @typedef {{ passed: number, failed: number, tests?: TestRun[] }} Count
 */

/**
 * Reads a report of vitest's JSON reporter.
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string, duration?: number | null, failureMessages?: string[] }[], message?: string }[] }} report
 * @returns {Required<Count>}
 */
export function readVitest(report) {
  let [passed, failed] = [0, 0];
  /** @type {TestRun[]} */
  const tests = [];
  for (const { name, status, assertionResults, message } of report.testResults) {
    const file = path.relative('.', name);
    const passedHere = assertionResults.filter((test) => test.status === 'passed').length;
    const failedHere = assertionResults.length - passedHere;
    passed += passedHere;
    // A file that can't be loaded, or whose setup fails, has no failed test and has failed all the same.
    const isFileAtFault = failedHere === 0 && status === 'failed';
    failed += isFileAtFault ? 1 : failedHere;
    if (isFileAtFault) tests.push({ name: file, milliseconds: 0, failure: message ?? '' });
    for (const { fullName, duration, status: state, failureMessages = [] } of assertionResults)
      tests.push({
        name: `${file}: ${fullName}`,
        milliseconds: duration ?? 0,
        ...(state !== 'passed' && { failure: failureMessages.join('\n') || state }),
      });
  }
  return { passed, failed, tests };
}

/**
 * Reads a report of Playwright's JSON reporter.
 * @typedef {{ title: string, file: string, tests: { status?: string, results: { duration: number, error?: { message?: string } }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[], suites: Suite[] }} report
 * @returns {Required<Count>}
 */
export function readPlaywright({ stats, errors, suites }) {
  /** @type {(suite: Suite) => TestRun[]} */
  const testsIn = (suite) => [
    ...(suite.specs ?? []).map(({ title, file, tests }) => ({
      name: `e2e/${file}: ${title}`,
      milliseconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
      ...(tests.some(({ status }) => status !== undefined && status !== 'expected') && {
        failure: tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).join('\n'),
      }),
    })),
    ...(suite.suites ?? []).flatMap(testsIn),
  ];
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    tests: suites.flatMap(testsIn),
  };
}

/**
 * The failed tests of all runners with the first lines of their failures, as lines to print at the end of a long output.
 * @param {Count[]} counts
 */
export function failedTests(counts, linesOfEach = 12) {
  return counts
    .flatMap((count) => count.tests ?? [])
    .flatMap(({ name, failure }) =>
      failure === undefined
        ? []
        : [
            name,
            ...failure
              .split('\n')
              .slice(0, linesOfEach)
              .map((line) => `    ${line.slice(0, 300)}`),
          ],
    );
}

/**
 * The slowest tests of all runners, the slowest first, as lines to print.
 * @param {Count[]} counts
 */
export function slowestTests(counts, number = 10) {
  const tests = counts.flatMap((count) => count.tests ?? []);
  return tests
    .toSorted((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, number)
    .map(({ name, milliseconds }) => `${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${name}`);
}

/**
 * Reads a runner's report and compares it with the runner's exit code.
 * @param {string} file
 * @param {(report: any) => Count} count
 * @param {boolean} endedWell
 * @returns {Count & { remark?: string }}
 */
export function readReport(file, count, endedWell) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, remark: 'The runner ended without a report.' };
  const counted = count(JSON.parse(fs.readFileSync(file, 'utf8')));
  if (counted.passed + counted.failed === 0) return { ...counted, failed: 1, remark: 'Not a single test ran.' };
  if (counted.failed === 0 && !endedWell)
    return { ...counted, failed: 1, remark: 'All tests passed, but the runner ended with an error.' };
  return counted;
}

/**
 * The driver's warning about several statements at once on one connection, as with parallel queries in one transaction.
 * @param {string} text
 */
export const isParallelQuery = (text) => /client is already executing a query/.test(text);

/**
 * The last lines of `npm test`: the parts that did not run, and then the summary.
 * @param {Count[]} counts
 * @param {{ notRun?: string[], strict?: boolean }} [options] notRun: a sentence for each part that could not run on this machine; strict:
 *   each of them counts as failed, as in continuous integration
 */
export function summary(counts, { notRun = [], strict = false } = {}) {
  /** @param {'passed' | 'failed'} key */
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const failed = sum('failed') + (strict ? notRun.length : 0);
  return {
    lines: [...notRun, `${sum('passed')} passed, ${failed} failed`],
    ok: counts.length > 0 && failed === 0 && sum('passed') > 0,
  };
}
