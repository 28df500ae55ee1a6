// `npm start`: runs the desk in this terminal until Ctrl-C, SIGTERM, or the end of the npm that started it.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { startDesk } from './desk.mjs';
import { root } from './processes.mjs';

// The operator's settings, for all that is started here; what the environment says already goes first.
const settings = path.join(root, '.env');
if (existsSync(settings)) process.loadEnvFile(settings);

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stopping.abort());
if (process.env.npm_lifecycle_event) {
  // npm does not always pass on the signal that ends it, but then we have another parent.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stopping.abort(), 500).unref();
}
process.stdout.on('error', () => stopping.abort()); // the terminal has gone

const stopped = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));

try {
  const desk = await startDesk({
    port: Number(process.env.PORT || 3000),
    dataDir: process.env.DATA_DIR || '.data',
    databaseUrl: process.env.DATABASE_URL || undefined,
    sampleData: process.env.SAMPLE_DATA !== 'off',
    log: (line) => console.log(`${line} …`),
    signal: stopping.signal,
  });
  console.log(summary(desk));
  await stopped;
  console.log('\nStopping …');
  await desk.stop();
  process.exit(0);
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  console.error(error.message);
  process.exit(1);
}

function summary({ url, webhooks, signIn }) {
  const rows = [
    ['Concilia', url],
    ...(signIn ? [['Sign-in', `${signIn.email} / ${signIn.password}`]] : []),
    ...webhooks.map((webhook, i) => [i === 0 ? 'Webhooks' : '', webhook]),
    ['Stop', 'Ctrl-C'],
  ];
  return `\n${rows.map(([label, value]) => `  ${label.padEnd(10)}${value}`).join('\n')}\n`;
}
