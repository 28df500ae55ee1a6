// Runs one of the desk's own commands against the desk's database, whether or not the desk is running:
// `node scripts/verb.mjs lib/api-key.ts --name NAME`.

import path from 'node:path';
import { migrate } from './migrate.mjs';
import { startPostgres } from './postgres.mjs';
import { generateClient } from './prepare.mjs';
import { root, run } from './processes.mjs';

const [verb, ...args] = process.argv.slice(2);
const dataDir = path.resolve(root, process.env.DATA_DIR || '.data');

/** An own database, or the embedded one: left as it was found, running or stopped. */
async function withDatabase(work) {
  // Past a pooler, where there is one: a command is one session, and may take hours.
  const { DATABASE_DIRECT_URL, DATABASE_URL } = process.env;
  if (DATABASE_DIRECT_URL || DATABASE_URL) return work(DATABASE_DIRECT_URL || DATABASE_URL);
  const postgres = await startPostgres({ dataDir: path.join(dataDir, 'postgres') });
  try {
    return await work(postgres.url);
  } finally {
    if (postgres.reused) postgres.disown();
    else await postgres.stop();
  }
}

try {
  await generateClient();
  await withDatabase(async (url) => {
    await migrate(url);
    const env = {
      ...process.env,
      DATABASE_URL: url,
      DATABASE_POOLER: 'none',
      DATA_DIR: dataDir,
      AUTH_SECRET: process.env.AUTH_SECRET || 'not used by a command, only asked for',
    };
    await run(process.execPath, ['--conditions=react-server', '--import', 'tsx', verb, ...args], {
      cwd: root,
      env,
      show: true,
    });
  });
} catch (error) {
  // A command that ran has said itself what is wrong.
  if (error.name !== 'CommandError') console.error(error.message);
  process.exitCode = 1;
}
