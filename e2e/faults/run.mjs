// `npm run test:faults`: the built app as real processes on a real database, killed, stopped, slowed and fed rubbish
// under load. What was promised is then counted in the store. Ends with "N passed, N failed".
//
//   npm run test:faults -- --only server-killed,fuzzed-bodies

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
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = values.only?.split(',') ?? Object.keys(scenarios);
  const unknown = chosen.filter((name) => !Object.hasOwn(scenarios, name));
  if (unknown.length > 0)
    throw new Error(`No such scenario: ${unknown.join(', ')}. There are ${Object.keys(scenarios).join(', ')}.`);
  const log = (line) => console.log(`${line} …`);
  await generateClient({ log });
  await buildApp({ log });

  const playing = [];
  for (const name of chosen) {
    const report = openReport(name);
    playing.push(play(report));
    await Promise.race([playing.at(-1), report.resting]);
  }
  const reports = await Promise.all(playing);
  console.log();
  printTable(reports);
  const checks = reports.flatMap((report) => report.checks);
  const failed = checks.filter((check) => !check.holds).length;
  console.log(`\n${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function play(report) {
  const since = Date.now();
  try {
    await Promise.race([scenarios[report.name](report), overdue()]);
  } catch (error) {
    report.check('went to its end', error.stack ?? String(error), true);
  }
  printReport(report, (Date.now() - since) / 1000);
  return report;
}

async function overdue() {
  await sleep(LIMIT_SECONDS * 1000, undefined, { ref: false });
  throw new Error(`It took longer than ${LIMIT_SECONDS} s.`);
}

const code = await main().catch((error) => {
  console.error(`${error.message}\n\n0 passed, 1 failed`);
  return 1;
});
process.exit(code);
