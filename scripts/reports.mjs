// What the runners wrote down, in one shape: how many passed, failed and were left out, and what each failure is
// called. `npm test` says the names again at its end, where they are found also when only the end of a log was kept.

import path from 'node:path';

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, note?: string, failures: string[] }} Result
 */

const LONGEST = 400;

/** The beginning of what an assertion says, without the colours of a terminal. */
function inOneLine(message = '') {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what a colour begins with
  const plain = message.replace(/\u001b\[[0-9;]*m/g, '');
  return plain.replace(/\s+/g, ' ').trim().slice(0, LONGEST) || 'it says no more';
}

/**
 * @param {object} report what Vitest's reporter `json` wrote
 * @param {string} root the folder that files are named from
 * @returns {Result} a file that does not even load has no tests to fail, and is one failure
 */
export function ofVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }, root) {
  const failedFiles = testResults.filter((file) => file.status === 'failed');
  const unloaded = failedFiles.filter((file) => file.assertionResults.length === 0);
  const failures = failedFiles.flatMap((file) => {
    const name = path.relative(root, file.name);
    if (unloaded.includes(file)) return [`${name}: ${inOneLine(file.message)}`];
    return file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${name} › ${test.fullName}: ${inOneLine(test.failureMessages[0])}`);
  });
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests, failures };
}

/**
 * @param {object} report what Playwright's reporter `json` wrote
 * @returns {Result}
 */
export function ofPlaywright({ stats, suites, errors }) {
  const failures = [
    ...suites
      .flatMap(specsOf)
      .flatMap((spec) =>
        spec.tests
          .filter((test) => test.status === 'unexpected')
          .map((test) => `${spec.file}:${spec.line} › ${spec.title}: ${inOneLine(messageOf(test))}`),
      ),
    ...(errors ?? []).map((error) => inOneLine(error.message)),
  ];
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, failures };
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

const messageOf = (test) => test.results.flatMap((result) => result.error ?? [])[0]?.message;

/**
 * @param {{ what: string, found: unknown, wanted: unknown, holds: boolean, scenario?: string }[]} checks of the fault
 *   tests and of the cluster
 * @returns {Result}
 */
export function ofChecks(checks) {
  const failed = checks.filter((check) => !check.holds);
  const failures = failed.map(
    ({ scenario, what, found, wanted }) => `${scenario ? `${scenario} › ` : ''}${what}: ${found}, wanted ${wanted}`,
  );
  return { passed: checks.length - failed.length, failed: failed.length, failures: failures.map(inOneLine) };
}
