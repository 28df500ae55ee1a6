// A registry that does not carry every platform's binaries makes `npm install` write a lock without them, which
// `npm ci` then refuses, here and everywhere else. This adds the missing optional packages; run it after each install.
//
//   node scripts/complete-lock.mjs           complete package-lock.json
//   node scripts/complete-lock.mjs --check   only say what is missing; exit 1 if anything is

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isEntry } from './processes.mjs';

const lockFile = path.join(import.meta.dirname, '..', 'package-lock.json');
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'windows', 'openharmony'];
const PROCESSORS = ['x64', 'arm64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'arm'];

/**
 * Adds to a lock the platform packages that its packages name but it does not list. Pure.
 * @param {{ packages: Record<string, any> }} lock
 * @returns {{ lock: any, added: string[] }}
 */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [place, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const entry = platformEntry(name, version, parent.dev);
      if (!entry || resolve(packages, place, name)?.version === version) continue;
      const hoisted = `node_modules/${name}`;
      packages[packages[hoisted] ? `${place}/${hoisted}` : hoisted] = entry;
      added.push(`${name}@${version}`);
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

/** What npm would have written, short of the integrity that only the registry knows; undefined for other packages. */
function platformEntry(name, version, dev) {
  const words = name.split(/[/-]/);
  const system = SYSTEMS.find((word) => words.includes(word));
  const processor = PROCESSORS.find((word) => words.includes(word));
  if (!/^\d+\.\d+\.\d+\S*$/.test(version) || !(system || processor === 'wasm32')) return undefined;
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(system && { os: [system === 'windows' ? 'win32' : system] }),
  };
}

/** As Node does: from the dependent's own node_modules up to the root's. */
function resolve(packages, from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const found = packages[`${place && `${place}/`}node_modules/${name}`];
    if (found || place === '') return found;
  }
}

if (isEntry(import.meta)) {
  const { lock, added } = completeLock(JSON.parse(readFileSync(lockFile, 'utf8')));
  const checking = process.argv.includes('--check');
  if (!checking && added.length > 0) writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  if (added.length === 0) console.log('package-lock.json is complete');
  else console.log(`${checking ? 'package-lock.json lacks' : 'Added to package-lock.json:'} ${added.join(', ')}`);
  process.exitCode = checking && added.length > 0 ? 1 : 0;
}
