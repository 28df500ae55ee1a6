// `npm test`: every check there is, one after the other, to the end even when some fail. The last line says how it went.
//
//   npm test -- --only types,pure   only these stages (types, lint, lock, schema, pure, http, db, e2e, faults, cluster)

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findPrograms, Missing } from '../e2e/cluster/machine.mjs';
import { ensureChromium } from './chromium.mjs';
import { buildApp, generateClient } from './prepare.mjs';
import { root, run, runTool } from './processes.mjs';
import { ofChecks, ofPlaywright, ofVitest } from './reports.mjs';
import { makeTemporary } from './temporary.mjs';

const reports = makeTemporary();
const log = (line) => console.log(`${line} …`);

/**
 * Each resolves with what it counted, or rejects: then the whole stage is one failure.
 * @type {Record<string, () => Promise<Partial<import('./reports.mjs').Result>>>}
 */
const stages = {
  async types() {
    await runTool('next', ['typegen'], { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });
    await runTool('tsc', ['--noEmit']);
    return ONE_PASSED;
  },
  async lint() {
    await runTool('biome', ['check', '--error-on-warnings', '.']);
    return ONE_PASSED;
  },
  async lock() {
    await run(process.execPath, ['scripts/complete-lock.mjs', '--check'], {
      cwd: root,
      name: 'complete-lock',
    });
    return ONE_PASSED;
  },
  async schema() {
    await run(process.execPath, ['scripts/migrate.mjs', 'check'], { cwd: root, name: 'migrate check' });
    return ONE_PASSED;
  },
  pure: () => vitest('pure'),
  http: () => vitest('http'),
  db: () => vitest('db'),
  async e2e() {
    if (!existsSync(path.join(root, 'e2e', 'playwright.config.ts'))) return { passed: 0, failed: 0, note: 'none yet' };
    await buildApp({ log });
    return playwright(await ensureChromium(log));
  },
  faults: () => checks('The fault tests', 'e2e/faults/run.mjs'),
  /** Where nginx, PgBouncer and PostgreSQL's own tools are installed; elsewhere it says what is missing. */
  async cluster() {
    try {
      findPrograms();
    } catch (error) {
      if (error instanceof Missing) return { passed: 0, failed: 0, note: `left out. ${error.message}` };
      throw error;
    }
    return checks('The cluster', 'e2e/cluster/run.mjs');
  },
};
const ONE_PASSED = { passed: 1, failed: 0 };

async function vitest(project) {
  const report = path.join(reports.directory, `${project}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await ending(
    runTool('vitest', ['run', '--config', 'scripts/vitest.config.mjs', '--project', project, ...reporters], {
      show: true,
    }),
  );
  return counted(ended, report, (written) => ofVitest(written, root));
}

async function playwright(executablePath) {
  const report = path.join(reports.directory, 'e2e.json');
  const env = {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...(executablePath && { CHROMIUM_PATH: executablePath }),
  };
  const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=dot,json'];
  const ended = await ending(runTool('playwright', args, { show: true, env }));
  return counted(ended, report, ofPlaywright);
}

async function checks(name, program) {
  const report = path.join(reports.directory, `${path.basename(path.dirname(program))}.json`);
  const ended = await ending(run(process.execPath, [program, '--checks', report], { cwd: root, name, show: true }));
  return counted(ended, report, ofChecks);
}

/** A runner that ends badly has usually counted why; one that has not is itself the failure. */
const ending = (running) =>
  running.then(
    () => undefined,
    (error) => error,
  );

function counted(ended, report, read) {
  if (!existsSync(report)) throw ended ?? new Error('The run wrote no report');
  const counts = read(JSON.parse(readFileSync(report, 'utf8')));
  if (!ended || counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: [...counts.failures, ended.message] };
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = values.only?.split(',') ?? Object.keys(stages);
  const unknown = chosen.filter((name) => !Object.hasOwn(stages, name));
  if (unknown.length > 0)
    throw new Error(`No such stage: ${unknown.join(', ')}. There are ${Object.keys(stages).join(', ')}.`);

  const total = { passed: 0, failed: 0, failures: [] };
  await generateClient({ log });
  for (const name of Object.keys(stages).filter((stage) => chosen.includes(stage))) {
    const since = Date.now();
    const result = await stages[name]().catch((error) => {
      console.error(error.message);
      return { passed: 0, failed: 1, failures: [error.message.split('\n')[0]] };
    });
    total.passed += result.passed;
    total.failed += result.failed;
    total.failures.push(...(result.failures ?? []).map((failure) => `FAILED  ${name}  ${failure}`));
    console.log(line(name, result, Date.now() - since));
  }
  console.log(['', ...total.failures, `${total.passed} passed, ${total.failed} failed`].join('\n'));
  return total.failed === 0 ? 0 : 1;
}

function line(name, { passed, failed, skipped, note }, milliseconds) {
  const counts = [`${passed} passed`, failed && `${failed} FAILED`, skipped && `${skipped} skipped`, note].filter(
    Boolean,
  );
  return `${name.padEnd(8)}${counts.join(', ')} (${(milliseconds / 1000).toFixed(1)} s)`;
}

const code = await main()
  .catch((error) => {
    console.error(`${error.message}\n\n0 passed, 1 failed`);
    return 1;
  })
  .finally(reports.remove);
process.exit(code);
