// A directory for what is to be thrown away. A small process of its own looks after it: it removes the directory, and
// ends a PostgreSQL that runs in it, when told to or when we end, in whatever way that happens.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isEntry } from './processes.mjs';

/** Where in such a directory a cluster is looked for. */
export const CLUSTER = 'postgres';

/** @returns {{ directory: string, remove: () => Promise<void> }} */
export function makeTemporary() {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'concilia-'));
  fs.chmodSync(directory, 0o755); // root makes it, but another user runs the server in it
  const keeper = spawn(process.execPath, [import.meta.filename, directory], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(keeper, 'exit');
  keeper.unref();
  keeper.stdin.unref();
  return {
    directory,
    async remove() {
      keeper.ref();
      keeper.stdin.end();
      await ended;
    },
  };
}

async function keep(directory) {
  await once(process.stdin.resume(), 'close'); // the other end closes with the process that holds it
  const cluster = path.join(directory, CLUSTER);
  const lockFile = path.join(cluster, 'postmaster.pid');
  for (let patience = 200; fs.existsSync(lockFile) && patience > 0; patience -= 1) {
    const pid = Number.parseInt(fs.readFileSync(lockFile, 'utf8'), 10);
    try {
      process.kill(pid, 'SIGQUIT'); // what it leaves unwritten nobody will read
    } catch {
      break; // it is gone already
    }
    await sleep(50);
  }
  const moved = fs.existsSync(cluster) ? fs.realpathSync(cluster) : cluster;
  for (const place of [moved, `${moved}.log`, directory]) {
    fs.rmSync(place, { recursive: true, force: true, maxRetries: 10 });
  }
}

if (isEntry(import.meta)) await keep(process.argv[2]);
