// What a scenario counted, and what of it was as it must be.

/** @typedef {ReturnType<typeof openReport>} Report */

/** @param {string} name @param {Promise<never>} overdue rejects when the scenario's time is over */
export function openReport(name, overdue) {
  const counts = [];
  const checks = [];
  let rest;
  const resting = new Promise((resolve) => {
    rest = resolve;
  });
  return {
    name,
    overdue,
    /** Says that only waiting is left: the next scenario may begin beside it. */
    rest,
    resting,
    counts,
    checks,
    /** For the reader: a figure that nothing depends on. */
    count: (what, value) => void counts.push({ what, value }),
    /** @param {string} what @param {unknown} found @param {unknown} wanted */
    check: (what, found, wanted) => void checks.push({ what, found, wanted, holds: Object.is(found, wanted) }),
    /** The figure itself is shown too. */
    checkAtMost: (what, found, limit) =>
      void checks.push({ what, found, wanted: `at most ${limit}`, holds: found <= limit, isShown: true }),
    checkAtLeast: (what, found, limit) =>
      void checks.push({ what, found, wanted: `at least ${limit}`, holds: found >= limit, isShown: true }),
  };
}

/** @param {Report} report @param {number} seconds */
export function printReport({ name, counts, checks }, seconds) {
  const failed = checks.filter((check) => !check.holds);
  console.log(`\n${name} (${seconds.toFixed(0)} s): ${checks.length - failed.length} of ${checks.length} hold`);
  const shown = [
    ...counts,
    ...checks.filter((check) => check.isShown).map(({ what, found }) => ({ what, value: found })),
  ];
  console.log(`  ${shown.map(({ what, value }) => `${what} ${value}`).join(' · ')}`);
  for (const { what, found, wanted } of failed) console.log(`  FAILED  ${what}: ${found}, wanted ${wanted}`);
}

const COLUMNS = ['sent', '2xx', 'answered otherwise', 'no answer', 'stored', 'transactions', 'duplicates'];

/** @param {readonly Report[]} reports */
export function printTable(reports) {
  const row = ({ name, counts, checks }) => {
    const countOf = (what) => counts.find((count) => count.what === what)?.value ?? '';
    const foundIn = (what) => checks.find((check) => check.what === what)?.found ?? '';
    const back = checks.filter((check) => check.what.includes('again after')).map((check) => check.found);
    return {
      scenario: name,
      ...Object.fromEntries(COLUMNS.map((what) => [what, countOf(what)])),
      lost: foundIn('2xx but not stored'),
      twice: foundIn('requests stored twice'),
      'wrong folds': foundIn('transactions unlike their pure fold'),
      'back after s': back.length > 0 ? Math.max(...back) : '',
      failed: checks.filter((check) => !check.holds).length,
    };
  };
  console.table(Object.fromEntries(reports.map(row).map(({ scenario, ...cells }) => [scenario, cells])));
}
