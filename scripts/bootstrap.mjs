// Runs before `npm start` and `npm test`: makes sure that what package-lock.json asks for is what is installed.
// Only Node's own modules here, since it runs on a fresh clone; only old syntax too, so that an old Node gets its sentence.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = `${root}node_modules/.installed`;

refuseOldNode();
const wanted = fingerprint();
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
  if (!matchesLock()) install();
  writeFileSync(stampFile, wanted);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const oldest = { 20: 19, 22: 12 }[major]; // the minor from which each line can do what we and Prisma need
  if (major >= 24 || minor >= oldest) return;
  console.error(`Concilia needs Node 20.19+, 22.12+ or 24 and later; this is ${process.version}.`);
  process.exit(1);
}

function fingerprint() {
  const lock = readFileSync(`${root}package-lock.json`);
  const machine = `${process.platform}-${process.arch}-${process.versions.node.split('.')[0]}`;
  return createHash('sha256').update(lock).update(machine).digest('hex');
}

/** True after an `npm install` by hand: npm's own record then says the same as the lock for every package present. */
function matchesLock() {
  const record = `${root}node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  return Object.keys(locked).every((place) => {
    if (place === '' || (locked[place].optional && !installed[place])) return true;
    return existsSync(root + place) && installed[place]?.version === locked[place].version;
  });
}

function install() {
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  for (const name of Object.keys(env)) {
    // What was meant for some other install must not leave the build tools out of this one.
    if (/^npm_config_(omit|only|production|ignore_scripts|dry_run|package_lock_only)$/i.test(name)) delete env[name];
  }
  console.log('Installing packages (a minute or two the first time)');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, env, stdio: 'inherit', shell: !npm && process.platform === 'win32' };
  const { status } = npm ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync('npm', args, options);
  if (status !== 0) process.exit(status ?? 1);
}
