// The embedded database for as long as a desk runs: used by one desk alone, and brought back should it die.

import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from './postgres.mjs';
import { pauses } from './processes.mjs';

const CLAIM_SECONDS = 3;
const ATTEMPTS = 5;

/**
 * @param {{ dataDir: string, durable: boolean, log: (line: string) => void }} options
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function holdDatabase({ dataDir, durable, log }) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { postgres: first, claim } = await open({ dataDir, durable, log });
  const { url, port } = first;
  let current = first; // undefined while there is none
  let revived = Promise.resolve();

  const watch = (session) =>
    session.once('end', () => {
      if (!signal.aborted) revived = revive();
    });
  const revive = async () => {
    log('The database has stopped; starting it again');
    current.disown();
    current = undefined;
    for (const pause of pauses()) {
      try {
        const next = await open({ dataDir, durable, port, signal });
        current = next.postgres;
        return watch(next.claim);
      } catch (error) {
        if (signal.aborted) return;
        log(`${error.message}\nThe database did not start; trying once more in ${pause / 1000} s`);
        await sleep(pause, undefined, { signal }).catch(() => {});
      }
    }
  };

  watch(claim);
  return {
    url,
    async stop() {
      stopping.abort();
      await revived;
      await current?.stop(); // with our claim on it, so that nobody takes it over on its way down
    },
  };
}

/**
 * Starts and claims the database. A server found running may be on its way out together with the desk that ran it, and
 * the last sessions of one that was killed hold up the next for a moment: then another attempt finds it gone.
 */
async function open(options) {
  for (let attempt = 1; ; attempt += 1) {
    options.signal?.throwIfAborted();
    let postgres;
    try {
      postgres = await startPostgres(options);
      return { postgres, claim: await claimDatabase(postgres) };
    } catch (error) {
      if (error instanceof InUse) throw error;
      // What is not claimed is not kept: nobody would stop it.
      if (postgres?.reused) postgres.disown();
      else await postgres?.stop();
      if (attempt === ATTEMPTS) throw error;
      await sleep(attempt * 200);
    }
  }
}

class InUse extends Error {
  message = 'This data directory is in use by another running copy. Stop that one, or set DATA_DIR.';
}

/**
 * A lock that lives as long as its session: it needs no file that a killed run could leave behind, and the end of the
 * session tells at once that the server is gone.
 */
async function claimDatabase(postgres) {
  const session = new pg.Client({ connectionString: postgres.url, keepAlive: true });
  session.on('error', () => {}); // "end" follows
  await session.connect();
  const deadline = Date.now() + CLAIM_SECONDS * 1000;
  while (!(await tryLock(session))) {
    if (Date.now() > deadline) {
      postgres.disown();
      await session.end();
      throw new InUse();
    }
    await sleep(100);
  }
  return session;
}

async function tryLock(session) {
  const { rows } = await session.query(`select pg_try_advisory_lock(hashtext('concilia desk')) as taken`);
  return rows[0].taken;
}
