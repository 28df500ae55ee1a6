// A cluster on one machine: two app processes and two workers behind nginx and PgBouncer, on a primary and its streaming
// replica that every commit waits for.

import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/postgres.mjs';
import { finish, launch, root, run, untilReady } from '../../scripts/processes.mjs';
import { PROGRAMS } from '../../scripts/programs.mjs';
import { CLUSTER, makeTemporary } from '../../scripts/temporary.mjs';
import { startNginx, startPgbouncer } from './front.mjs';
import { askOnce, findPrograms, until } from './machine.mjs';
import { copyNode, createNode, startNode, waitForStandby } from './node.mjs';

const GRACE_SECONDS = 12;
const DRAIN_SECONDS = 60;
const TYPESCRIPT = ['--conditions=react-server', '--import', 'tsx'];

/** @param {{ settings: Record<string, string>, log: (line: string) => void }} options what else the app is told */
export async function setStage({ settings, log }) {
  const programs = findPrograms();
  const temporary = makeTemporary();
  const { directory } = temporary;
  const errorLog = path.join(directory, 'errors.log');
  const cleanUp = [temporary.remove];
  const kept = (thing, stop = () => thing.stop()) => {
    cleanUp.push(stop);
    return thing;
  };
  const clear = async () => {
    while (cleanUp.length > 0) await cleanUp.pop()();
  };
  try {
    log('A primary and its replica');
    const bin = programs.postgres;
    const primary = kept(await createNode({ bin, directory, name: CLUSTER }));
    copyNode({ bin, directory, name: 'replica', from: primary, follows: true });
    const replica = kept(await startNode({ bin, directory, name: 'replica' }));
    await waitForStandby(primary);

    log('PgBouncer, the schema, nginx');
    const pooler = kept(await startPgbouncer({ ...programs, directory, node: primary }));
    const ports = [await freePort(), await freePort()];
    const nginx = kept(await startNginx({ ...programs, directory, ports }));
    const env = {
      ...process.env,
      DATABASE_URL: pooler.url,
      DATABASE_DIRECT_URL: pooler.directUrl,
      DATABASE_REPLICA_URL: replica.url,
      DATABASE_POOLER: 'transaction',
      AUTH_SECRET: 'the same in every process of this cluster',
      ADMIN_PASSWORD: 'somebody looks at it meanwhile',
      APP_URL: nginx.url,
      DATA_DIR: directory,
      SAMPLE_DATA: 'off',
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: '127.0.0.1',
      TRUSTED_PROXIES: '127.0.0.1',
      ...settings,
    };
    await run(process.execPath, ['scripts/program.mjs', 'migrate'], { name: 'Migrating', cwd: root, env });

    const start = async (name, args, more = {}) => {
      const errors = openSync(errorLog, 'a');
      const program = launch(name, args, { ...env, ...more }, { errors });
      closeSync(errors);
      kept(program, () => finish(program, GRACE_SECONDS));
      await untilReady(program);
      return program;
    };
    const startServer = async (place) => {
      const server = await start(`Server ${place + 1}`, PROGRAMS.server, { PORT: String(ports[place]) });
      return { ...server, url: `http://127.0.0.1:${ports[place]}` };
    };
    log('Two servers and two workers');
    const servers = await Promise.all([startServer(0), startServer(1)]);
    const workers = await Promise.all([1, 2].map((no) => start(`Worker ${no}`, PROGRAMS.worker)));
    const query = (text, values) => askOnce(pooler.url, text, values);
    const script = (file, args = []) => run(process.execPath, [...TYPESCRIPT, file, ...args], { cwd: root, env });
    return {
      ...{ primary, replica, pooler, nginx, servers, workers, startServer, query, script, clear },
      /** Resolves to the seconds until nothing waited to be folded any more. */
      async drained() {
        const since = Date.now();
        const isEmpty = async () => (await query('SELECT count(*)::int AS waiting FROM inbox'))[0].waiting === 0;
        await until(isEmpty, DRAIN_SECONDS);
        await sleep(100);
        return (Date.now() - since) / 1000;
      },
      /** What lib/ finds wrong with the store: see audit.ts. */
      audit: async () => JSON.parse(await script('e2e/faults/audit.ts')),
      signIn: async () => (await script('e2e/cluster/sign-in.ts')).trim(),
      verify: () => script('lib/verify-command.ts'),
      lastErrors: () =>
        `\n${readFileSync(errorLog, { encoding: 'utf8', flag: 'a+' }).split('\n').slice(-25).join('\n')}`,
    };
  } catch (error) {
    await clear();
    throw error;
  }
}
