import 'server-only';
import type { Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';

/** What is made from the deliveries, and can be made again. */
const PROJECTIONS = [
  'readings',
  'events',
  'transactions',
  'identifiers',
  'links',
  'refunds',
  'legs',
  'leg_ids',
] as const;

/**
 * Raised whenever the projections get a table, or a column that old rows cannot have: a store that was projected with a
 * lower one is rebuilt at the next start.
 */
const UNDERSTANDING = 1;

/** Whether what is projected was made with an older understanding than today's. A store without deliveries never was. */
export async function isOutdated(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ outdated: boolean }[]>`
    SELECT version < ${UNDERSTANDING} AND EXISTS (SELECT FROM readings) AS outdated FROM understanding`;
  return row?.outdated ?? false;
}

/** Writes that what is projected is of today's understanding. */
export async function markUnderstood(tx: Tx): Promise<void> {
  await tx.$executeRaw`UPDATE understanding SET version = ${UNDERSTANDING}`;
}

/** Held shared by every projecting batch and exclusively by the swap: no fold may land in a table on its way out. */
const SWAP_LOCK = 7_350_001;
/** Held by the one rebuild that may run at a time. */
const REBUILD_LOCK = 7_350_002;

/** For the length of `tx`: the tables stay the ones they are. */
export async function holdTables(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${SWAP_LOCK})`;
}

/** For the length of `tx`: no fold runs anywhere. */
export async function stopFolding(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SWAP_LOCK})`;
}

/** `false` when another rebuild is running. Held until `tx` ends, however long it only waits. */
export async function claimRebuild(tx: Tx): Promise<boolean> {
  await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`;
  const [claim] = await tx.$queryRaw<
    { claimed: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${REBUILD_LOCK}) AS claimed`;
  return claim?.claimed ?? false;
}

/** Makes empty copies of the projections in a schema of their own. What an interrupted rebuild left is dropped. */
export async function createFreshTables(tx: Tx): Promise<void> {
  await tx.$executeRaw`DROP SCHEMA IF EXISTS rebuild CASCADE`;
  await tx.$executeRaw`CREATE SCHEMA rebuild`;
  for (const name of PROJECTIONS) {
    const table = Prisma.raw(`"${name}"`);
    await tx.$executeRaw`CREATE TABLE rebuild.${table} (LIKE public.${table} INCLUDING ALL EXCLUDING INDEXES)`;
    // Not copied by LIKE, which would give keys and indexes names of its own choice.
    for (const { statement } of await keysAndIndices(tx, name)) await tx.$executeRawUnsafe(statement);
  }
  await tx.$executeRaw`
    CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rebuild.events
    FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()`;
}

/** What makes the keys and indices of a projection again, under their own names, on its fresh table. */
function keysAndIndices(tx: Tx, table: string): Promise<{ statement: string }[]> {
  return tx.$queryRaw`
    SELECT format('ALTER TABLE rebuild.%I ADD CONSTRAINT %I %s', ${table}::text, conname, pg_get_constraintdef(oid)) AS statement
    FROM pg_constraint WHERE conrelid = format('public.%I', ${table}::text)::regclass AND contype IN ('p', 'u')
    UNION ALL
    SELECT replace(indexdef, format(' ON public.%I ', ${table}::text), format(' ON rebuild.%I ', ${table}::text))
    FROM pg_indexes WHERE schemaname = 'public' AND tablename = ${table}
      AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u'))`;
}

/** Inside `tx`, the names of the projections mean the fresh tables; the deliveries stay the real ones. */
export async function readFreshTables(tx: Tx): Promise<void> {
  await tx.$executeRaw`SET LOCAL search_path = rebuild, public`;
}

export type Difference = { readonly id: string; readonly before: string | null; readonly after: string | null };
export type Comparison = {
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unrecognisedBefore: number;
  readonly unrecognisedAfter: number;
  /** The first few transactions that differ, with their states. */
  readonly examples: readonly Difference[];
};

/** What the rebuild changed, compared whole state by whole state. */
export async function compareTables(tx: Tx, exampleCount: number): Promise<Comparison> {
  const [counts] = await tx.$queryRaw<Record<keyof Omit<Comparison, 'examples'>, bigint>[]>`
    SELECT count(o.id) AS before, count(n.id) AS after,
      count(*) FILTER (WHERE o.id IS NULL) AS added, count(*) FILTER (WHERE n.id IS NULL) AS removed,
      count(*) FILTER (WHERE o.state <> n.state) AS changed,
      (SELECT count(*) FROM public.readings WHERE outcome = 'unrecognised') AS "unrecognisedBefore",
      (SELECT count(*) FROM rebuild.readings WHERE outcome = 'unrecognised') AS "unrecognisedAfter"
    FROM public.transactions o FULL JOIN rebuild.transactions n ON n.id = o.id`;
  const examples = await tx.$queryRaw<Difference[]>`
    SELECT coalesce(o.id, n.id) AS id, o.status AS before, n.status AS after
    FROM public.transactions o FULL JOIN rebuild.transactions n ON n.id = o.id
    WHERE o.state IS DISTINCT FROM n.state ORDER BY 1 LIMIT ${exampleCount}`;
  const numbers = Object.fromEntries(Object.entries(counts ?? {}).map(([name, count]) => [name, Number(count)]));
  return { ...(numbers as Omit<Comparison, 'examples'>), examples };
}

/** Puts the fresh tables in the place of the old ones. Whoever reads meanwhile waits a moment and then sees the new ones. */
export async function swapTables(tx: Tx): Promise<void> {
  for (const name of PROJECTIONS) {
    const table = Prisma.raw(`"${name}"`);
    await tx.$executeRaw`DROP TABLE public.${table}`;
    await tx.$executeRaw`ALTER TABLE rebuild.${table} SET SCHEMA public`;
  }
  await tx.$executeRaw`DROP SCHEMA rebuild`;
  await tx.$executeRaw`DELETE FROM inbox i WHERE EXISTS (SELECT FROM public.readings r WHERE r.delivery_seq = i.delivery_seq)`;
}
