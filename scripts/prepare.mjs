// What must be made before the app can run: Prisma's client and the production build. Each leaves a stamp with the
// hash of what it was made from, so that nothing is made twice.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './processes.mjs';

const quietTools = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' };
const schema = ['prisma/schema.prisma', 'node_modules/prisma/package.json'];
const sources = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'proxy.ts', 'instrumentation.ts'],
  ...['instrumentation-client.ts', 'scripts/log.mjs', 'scripts/metrics.mjs'],
  ...['next.config.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
];

/** @typedef {{ log?: (line: string) => void, signal?: AbortSignal }} PrepareOptions */

/** @param {PrepareOptions} [options] */
export function generateClient({ log = () => {}, signal } = {}) {
  return makeOnce('prisma/generated', schema, async () => {
    log('Generating the database client');
    // Generating needs no schema engine, but Prisma looks for one and would try to download it.
    const env = { ...process.env, ...quietTools, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
    await runTool('prisma', ['generate'], { env, signal });
  });
}

/** @param {PrepareOptions} [options] */
export async function buildApp({ log = () => {}, signal } = {}) {
  const { default: config } = await import('../next.config.mjs');
  return makeOnce(config.distDir ?? '.next', sources, async () => {
    log('Building the app (up to a minute the first time)');
    await runTool('next', ['build'], {
      env: { ...process.env, ...quietTools, NODE_ENV: 'production' },
      signal,
    });
  });
}

async function makeOnce(product, origins, make) {
  const stamp = path.join(root, product, '.made-from');
  const wanted = hashOf(origins);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(stamp, { force: true }); // what is half made must not look finished
  await make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function hashOf(origins) {
  const hash = createHash('sha256');
  for (const file of origins.flatMap(filesUnder))
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Tests are left out: changing one does not change the app. */
function filesUnder(place) {
  const stat = statSync(path.join(root, place), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat && !/\.test\.\w+$/.test(place) ? [place] : [];
  return readdirSync(path.join(root, place))
    .sort()
    .flatMap((name) => filesUnder(`${place}/${name}`));
}
