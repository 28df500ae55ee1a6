import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { primary, type Reader, replica, sqlState } from '@/lib/db';
import { env } from '@/lib/env';

/**
 * When the replica is asked instead of the primary. Only for what may be a few seconds old: charts, counts, the history
 * behind limits; and for exports once it has caught up. Everything else reads where it writes: a search finds what has
 * just come in, a page shows what its person has just done, and `npm run verify` judges what is committed.
 */

/** A look is taken at most this often, and only when somebody asks. */
const LOOK_MS = 1_000;
/** A replica that failed is left alone for so long. */
const REST_MS = 5_000;
const ANSWER_MS = 2_000;
/** An export waits so long for the replica, then the primary writes it. */
const CATCH_UP_MS = 2_000;
const CATCH_UP_STEP_MS = 50;
const QUERY_CANCELLED = '57014';

type Look = { readonly at: number; readonly lag: Promise<number | null> };
/** What this process last saw; another may have seen another thing a second ago, and both are right. */
const holder = globalThis as typeof globalThis & { conciliaReplica?: { look: Look | null; restsUntil: number } };

function seen() {
  holder.conciliaReplica ??= { look: null, restsUntil: 0 };
  return holder.conciliaReplica;
}

/**
 * How many seconds of what was committed may be missing on the replica, at the most. `null`: it cannot be asked, since
 * there is none, it is down, or it is no replica (any more).
 */
export function replicaLag(): Promise<number | null> {
  const state = seen();
  const now = performance.now();
  if (now < state.restsUntil) return Promise.resolve(null);
  if (state.look === null || now - state.look.at >= LOOK_MS) state.look = { at: now, lag: measured() };
  return state.look.lag;
}

async function measured(): Promise<number | null> {
  const reader = replica();
  if (!reader) return null;
  try {
    return await lagBehind(reader, await primaryNow());
  } catch (error) {
    rest(error);
    return null;
  }
}

/** Reads that may be a little old. What fails on the replica is asked of the primary, as long as it is not about time. */
export async function fromReplica<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
  const reader = replica();
  const lag = reader && (await replicaLag());
  if (!reader || lag === null || lag > env().DATABASE_REPLICA_LAG_SECONDS) return work(primary());
  try {
    return await work(reader);
  } catch (error) {
    if (sqlState(error) === QUERY_CANCELLED) throw error;
    rest(error);
    return work(primary());
  }
}

/** The replica once it holds everything that is committed at this moment; `null` where that takes too long. */
export async function caughtUpReplica(): Promise<Reader | null> {
  const reader = replica();
  const lag = reader && (await replicaLag());
  if (!reader || lag === null || lag > env().DATABASE_REPLICA_LAG_SECONDS) return null;
  try {
    const moment = await primaryNow();
    for (const deadline = performance.now() + CATCH_UP_MS; performance.now() < deadline; await sleep(CATCH_UP_STEP_MS))
      if ((await lagBehind(reader, moment)) === 0) return reader;
  } catch (error) {
    rest(error);
  }
  return null;
}

type Moment = { readonly lsn: string; readonly now: string };

async function primaryNow(): Promise<Moment> {
  const { rows } = await primary().pool.query<Moment>(
    asking('SELECT pg_current_wal_lsn()::text AS lsn, now()::text AS now'),
  );
  return rows[0] as Moment;
}

/**
 * 0 where all of the primary's log is replayed; else how long before that moment the last replayed commit was made, both
 * by the primary's clock. A server that is in no recovery is no replica: whose rows it holds nobody can say.
 */
async function lagBehind({ pool }: Reader, { lsn, now }: Moment): Promise<number | null> {
  const { rows } = await pool.query<{ lag: number | null }>(
    asking(
      `SELECT CASE WHEN NOT pg_is_in_recovery() THEN NULL
         WHEN pg_last_wal_replay_lsn() >= $1::pg_lsn THEN 0
         WHEN pg_last_xact_replay_timestamp() IS NULL THEN 'Infinity'
         ELSE greatest(extract(epoch FROM $2::timestamptz - pg_last_xact_replay_timestamp()), 0.001) END::float8 AS lag`,
      [lsn, now],
    ),
  );
  return rows[0]?.lag ?? null;
}

const asking = (text: string, values: string[] = []) => ({ text, values, query_timeout: ANSWER_MS });

function rest(error: unknown): void {
  seen().restsUntil = performance.now() + REST_MS;
  console.error('replica: left alone for a while:', error instanceof Error ? error.message : error);
}
