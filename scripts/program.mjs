// One part of the desk alone, for more than one process or machine, on a database given by DATABASE_URL:
//
//   node scripts/program.mjs build         the database's client and the production build; once per version
//   node scripts/program.mjs migrate       the schema, the first sign-in, a rebuild where one is due; once per version
//   node scripts/program.mjs server        what people and providers speak with; any number
//   node scripts/program.mjs worker        what folds and runs the jobs; any number
//   node scripts/program.mjs check-worker  exit code 1 where something has waited for a worker for two minutes
//
// A setting may be given as a file: AUTH_SECRET_FILE=/run/secrets/auth_secret stands for AUTH_SECRET.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrate } from './migrate.mjs';
import { buildApp, generateClient } from './prepare.mjs';
import { root, run } from './processes.mjs';
import { PROGRAMS } from './programs.mjs';

const log = (line) => console.log(line);
const LONGEST_WAIT = '2 minutes';

const parts = {
  async build() {
    await generateClient({ log });
    await buildApp({ log });
    return 0;
  },
  async migrate() {
    const env = environment();
    const applied = await migrate(direct(env));
    log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'The schema is up to date');
    await generateClient({ log });
    const signIn = path.join(env.DATA_DIR, 'sign-in.json');
    const hadSignIn = existsSync(signIn);
    mkdirSync(env.DATA_DIR, { recursive: true });
    // Past the pooler: a rebuild may take hours, and is one session's.
    const sole = { ...env, DATABASE_URL: direct(env), DATABASE_POOLER: 'none' };
    await run(process.execPath, PROGRAMS.setup, { name: 'Setting up', cwd: root, env: sole, show: true });
    if (!hadSignIn && existsSync(signIn)) {
      const { email, password } = JSON.parse(readFileSync(signIn, 'utf8'));
      log(`Sign in as ${email} / ${password} (shown this once; change it)`);
    }
    return 0;
  },
  server: () => stay('server'),
  worker: () => stay('worker'),
  async 'check-worker'() {
    const client = new pg.Client({ connectionString: direct(environment()), connectionTimeoutMillis: 3_000 });
    await client.connect();
    const { rows } = await client
      .query(`SELECT EXISTS (SELECT FROM inbox WHERE received_at < now() - $1::interval) AS late`, [LONGEST_WAIT])
      .finally(() => client.end());
    return rows[0].late ? 1 : 0;
  },
};

/** What every process is given. One that has to be the same in all of them is asked for, never made up here. */
function environment() {
  const missing = ['DATABASE_URL', 'AUTH_SECRET'].filter((name) => !process.env[name]);
  if (missing.length > 0) {
    const files = missing.map((name) => `${name}_FILE`).join(' and ');
    throw new Error(`Set ${missing.join(' and ')}, or ${files}: every process of a desk needs the same.`);
  }
  return {
    SAMPLE_DATA: 'off',
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATA_DIR: path.resolve(root, process.env.DATA_DIR || '.data'),
  };
}

const direct = (env) => env.DATABASE_DIRECT_URL || env.DATABASE_URL;

/** Runs until it ends, or we are told to: then it is told, and given its time. */
async function stay(name) {
  const env = environment();
  await parts.build();
  const child = spawn(process.execPath, PROGRAMS[name], { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (...ending) => resolve(ending));
  });
  if (signal) log(`The ${name} was ended by ${signal}.`);
  return code ?? 1;
}

const settings = path.join(root, '.env');
if (existsSync(settings)) process.loadEnvFile(settings);
// Only what .env.example names: other programs have variables with such endings too.
const known = readFileSync(path.join(root, '.env.example'), 'utf8').matchAll(/^#?([A-Z_]+)=/gm);
for (const [, name] of known) {
  const file = process.env[`${name}_FILE`];
  if (file) process.env[name] = readFileSync(file, 'utf8').trim();
}

const part = parts[process.argv[2]];
if (!part) console.error(`Usage: node scripts/program.mjs ${Object.keys(parts).join(' | ')}`);
process.exitCode = part
  ? await part().catch((error) => {
      console.error(error.message);
      return 1;
    })
  : 2;
