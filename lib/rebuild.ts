import 'server-only';
import { prisma, sqlState, type Tx } from '@/lib/db';
import { nextUnread } from '@/lib/events/inbox.store';
import { BATCH_SIZE, project } from '@/lib/project';
import {
  type Comparison,
  claimRebuild,
  compareTables,
  createFreshTables,
  isOutdated,
  markUnderstood,
  readFreshTables,
  stopFolding,
  swapTables,
} from '@/lib/rebuild.store';

const BATCH_LIMITS = { maxWait: 10_000, timeout: 120_000 } as const;
/** The claim lives as long as the rebuild: a day is longer than any. */
const WHOLE_LIMITS = { maxWait: 10_000, timeout: 24 * 60 * 60 * 1000 } as const;
const EXAMPLES = 20;
const DEADLOCK = '40P01';

/**
 * Reads every delivery again with today's understanding, into fresh tables, and swaps them in. The desk stays usable:
 * webhooks are stored and folded as ever; only the last moment (what arrived meanwhile, and the swap) holds the projector.
 * Throws when another rebuild is running.
 */
export function rebuild(progress: (deliveries: number) => void = () => {}): Promise<Comparison> {
  return prisma().$transaction(async (claim) => {
    if (!(await claimRebuild(claim))) throw new Error('Another rebuild is running.');
    await inBatch(createFreshTables);
    let total = 0;
    for (let after = 0n; ; ) {
      const from = after;
      const read = await inBatch((tx) => readOn(tx, from));
      if (!read) break;
      total += read.count;
      after = read.last;
      progress(total);
    }
    return catchUpAndSwap(3);
  }, WHOLE_LIMITS);
}

/** Rebuilds what an older version of the desk projected; `null` where there is nothing to do. */
export async function rebuildIfOutdated(): Promise<Comparison | null> {
  if (await isOutdated(prisma())) return rebuild();
  await markUnderstood(prisma());
  return null;
}

/** Dropping a table can meet a reader that holds another one; the database then ends one of the two, and we try again. */
async function catchUpAndSwap(tries: number): Promise<Comparison> {
  try {
    return await prisma().$transaction(async (tx) => {
      await stopFolding(tx);
      await readFreshTables(tx);
      // From the beginning: a delivery with a low number may have been committed after a higher one was read.
      for (let read = await readBatch(tx, 0n); read; read = await readBatch(tx, 0n));
      const comparison = await compareTables(tx, EXAMPLES);
      await swapTables(tx);
      await markUnderstood(tx);
      return comparison;
    }, WHOLE_LIMITS);
  } catch (error) {
    if (sqlState(error) !== DEADLOCK || tries <= 1) throw error;
    return catchUpAndSwap(tries - 1);
  }
}

async function readOn(tx: Tx, after: bigint): Promise<{ count: number; last: bigint } | null> {
  await readFreshTables(tx);
  return readBatch(tx, after);
}

async function readBatch(tx: Tx, after: bigint): Promise<{ count: number; last: bigint } | null> {
  const unread = await nextUnread(tx, after, BATCH_SIZE);
  await project(tx, unread);
  const last = unread.at(-1);
  return last ? { count: unread.length, last: last.seq } : null;
}

function inBatch<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(work, BATCH_LIMITS);
}
