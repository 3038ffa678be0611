// What the test runners report, as two numbers. Whatever did not pass has failed: a skipped test too, since we have none.
import fs from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts a report of vitest's JSON reporter.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Count}
 */
export function countVitest(report) {
  let [passed, failed] = [0, 0];
  for (const { status, assertionResults } of report.testResults) {
    const passedHere = assertionResults.filter((test) => test.status === 'passed').length;
    const failedHere = assertionResults.length - passedHere;
    passed += passedHere;
    // A file that can't be loaded, or whose setup fails, has no failed test and has failed all the same.
    failed += failedHere === 0 && status === 'failed' ? 1 : failedHere;
  }
  return { passed, failed };
}

/**
 * Counts a report of Playwright's JSON reporter.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Count}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

/**
 * Reads a runner's report and sets it against how the runner ended.
 * @param {string} file
 * @param {(report: any) => Count} count
 * @param {boolean} endedWell
 * @returns {Count & { remark?: string }}
 */
export function readReport(file, count, endedWell) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, remark: 'The runner ended without a report.' };
  const { passed, failed } = count(JSON.parse(fs.readFileSync(file, 'utf8')));
  if (passed + failed === 0) return { passed, failed: 1, remark: 'Not a single test ran.' };
  if (failed === 0 && !endedWell)
    return { passed, failed: 1, remark: 'All tests passed, but the runner ended with an error.' };
  return { passed, failed };
}

/** The driver's warning that one connection was asked several things at once, as parallel queries in one transaction do. */
export const isParallelQuery = (text) => /client is already executing a query/.test(text);

/**
 * The last lines of `npm test`: which parts did not run, and after them the one that counts.
 * @param {Count[]} counts
 * @param {{ notRun?: string[], strict?: boolean }} [options] notRun: a sentence for each part that could not run on this machine; strict:
 *   each of them counts as failed, as in continuous integration
 */
export function summary(counts, { notRun = [], strict = false } = {}) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const failed = sum('failed') + (strict ? notRun.length : 0);
  return {
    lines: [...notRun, `${sum('passed')} passed, ${failed} failed`],
    ok: counts.length > 0 && failed === 0 && sum('passed') > 0,
  };
}
