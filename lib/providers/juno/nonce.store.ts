import 'server-only';
import { createHash } from 'node:crypto';
import { directPool } from '@/lib/db';
import type { Alone } from './client.api';

/** Of the two-part advisory locks, those of API keys; the other part is of the key. */
const NONCE_LOCKS = 7_350_010;
/** Longer than any call in front of this one may take. */
const LONGEST_WAIT_MS = 60_000;

/** The last caller of this process in each key's queue, also when a bundler evaluates this module twice. */
const holder = globalThis as typeof globalThis & { conciliaNonceQueues?: Map<string, Promise<unknown>> };

/**
 * One caller of `apiKey` at a time, in all processes, each with a larger nonce than any before it: the next number, or
 * the time in milliseconds where that is larger. The nonce is committed before it is used, so that a crash cannot bring
 * it back. Callers of one process stand in line here, so that they hold one connection between them and not each their
 * own. Rejects with the database's error when there is none to be had.
 */
export function aloneWith(apiKey: string): Alone {
  const digest = createHash('sha256').update(apiKey, 'utf8').digest();
  const key = digest.toString('hex');
  holder.conciliaNonceQueues ??= new Map();
  const queues = holder.conciliaNonceQueues;
  return (work) => {
    const mine = (queues.get(key) ?? Promise.resolve()).then(() => locked(key, digest.readInt32BE(), work));
    queues.set(
      key,
      mine.catch(() => undefined),
    );
    return mine;
  };
}

async function locked<T>(key: string, lock: number, work: (nonce: string) => Promise<T>): Promise<T> {
  const client = await directPool().connect();
  let isHeld = false;
  try {
    const wait = {
      text: 'SELECT pg_advisory_lock($1, $2)',
      values: [NONCE_LOCKS, lock],
      query_timeout: LONGEST_WAIT_MS,
    };
    await client.query(wait);
    isHeld = true;
    const { rows } = await client.query<{ last: string }>(
      `INSERT INTO api_nonces (key, last) VALUES ($1, $2)
       ON CONFLICT (key) DO UPDATE SET last = greatest(api_nonces.last + 1, excluded.last)
       RETURNING last::text`,
      [key, String(Date.now())],
    );
    return await work(rows[0]?.last ?? '');
  } finally {
    // Where unlocking fails the connection is closed, and that gives the lock back.
    const isFree =
      isHeld &&
      (await client.query('SELECT pg_advisory_unlock($1, $2)', [NONCE_LOCKS, lock]).then(
        () => true,
        () => false,
      ));
    client.release(!isFree);
  }
}
