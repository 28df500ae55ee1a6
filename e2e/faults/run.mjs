// `npm run test:faults`: the built app as real processes on a real database, killed, stopped, slowed and fed rubbish
// under load. What was promised is then counted in the store. Ends with "N passed, N failed".
//
//   npm run test:faults -- --only server-killed,fuzzed-bodies
//   npm run test:faults -- --checks FILE    the checks as JSON, instead of that line

import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildApp, generateClient } from '../../scripts/prepare.mjs';
import { openReport, printReport, printTable } from './report.mjs';
import { brokenRequests } from './scenarios/broken-requests.mjs';
import { databaseKilled } from './scenarios/database-killed.mjs';
import { fuzzedBodies } from './scenarios/fuzzed-bodies.mjs';
import { manyProcesses } from './scenarios/many-processes.mjs';
import { permutedHistories } from './scenarios/permuted-histories.mjs';
import { projectorKilled } from './scenarios/projector-killed.mjs';
import { serverKilled } from './scenarios/server-killed.mjs';
import { serverStopped } from './scenarios/server-stopped.mjs';
import { slowClients } from './scenarios/slow-clients.mjs';

const LIMIT_SECONDS = 150; // for one scenario: one that hangs must not hang the others
const CEILING_SECONDS = 600; // for all of them
const CLEARING_SECONDS = 60;

const scenarios = {
  'slow-clients': slowClients, // first: the others fit into its long wait
  'server-killed': serverKilled,
  'database-killed': databaseKilled,
  'server-stopped': serverStopped,
  'many-processes': manyProcesses,
  'fuzzed-bodies': fuzzedBodies,
  'broken-requests': brokenRequests,
  'permuted-histories': permutedHistories,
  'projector-killed': projectorKilled,
};

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, checks: { type: 'string' } } });
  const chosen = values.only?.split(',') ?? Object.keys(scenarios);
  const unknown = chosen.filter((name) => !Object.hasOwn(scenarios, name));
  if (unknown.length > 0)
    throw new Error(`No such scenario: ${unknown.join(', ')}. There are ${Object.keys(scenarios).join(', ')}.`);
  const log = (line) => console.log(`${line} …`);
  await generateClient({ log });
  await buildApp({ log });

  const reports = await playAll(chosen);
  console.log();
  printTable(reports);
  const checks = reports.flatMap(({ name, checks }) => checks.map((check) => ({ scenario: name, ...check })));
  const failed = checks.filter((check) => !check.holds).length;
  if (values.checks) writeFileSync(values.checks, JSON.stringify(checks));
  else console.log(`\n${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function playAll(names) {
  const ceiling = after(CEILING_SECONDS, `All scenarios together took longer than ${CEILING_SECONDS} s.`);
  void sleep((CEILING_SECONDS + CLEARING_SECONDS) * 1000, undefined, { ref: false }).then(() => {
    console.error('What the scenarios started could not be stopped in order.\n\n0 passed, 1 failed');
    process.exit(1); // which ends it too
  });
  const playing = [];
  for (const name of names) {
    const limit = after(LIMIT_SECONDS, `${name} took longer than ${LIMIT_SECONDS} s.`);
    const report = openReport(name, unminded(Promise.race([ceiling, limit])));
    playing.push(play(report));
    await Promise.race([playing.at(-1), report.resting]);
  }
  return Promise.all(playing);
}

/** The report is closed with its scenario: one that goes on when its time is over adds nothing to it. */
async function play(report) {
  const since = Date.now();
  try {
    await scenarios[report.name](report);
  } catch (error) {
    report.check('went to its end', error.message, true);
  }
  printReport(report, (Date.now() - since) / 1000);
  return { ...report, counts: [...report.counts], checks: [...report.checks] };
}

/** @returns {Promise<never>} */
function after(seconds, message) {
  const over = sleep(seconds * 1000, undefined, { ref: false }).then(() => {
    throw new Error(message);
  });
  return unminded(over);
}

/** A rejection that comes when nobody waits for it any more is no failure. */
function unminded(promise) {
  promise.catch(() => {});
  return promise;
}

const code = await main().catch((error) => {
  console.error(`${error.message}\n\n0 passed, 1 failed`);
  return 1;
});
process.exit(code);
