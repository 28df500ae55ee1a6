import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';
import { env } from './env';

/** One PostgreSQL to read from. */
export type Reader = { readonly pool: Pool; readonly exportPool: Pool; readonly prisma: PrismaClient };
type Connections = Reader & { readonly directPool: Pool; readonly replica: Reader | null };

/** One pool per process, also when a bundler evaluates this module twice. */
const holder = globalThis as typeof globalThis & { conciliaConnections?: Connections };

function connections(): Connections {
  holder.conciliaConnections ??= connect();
  return holder.conciliaConnections;
}

/** A busy moment is waited out: Prisma's own two seconds would make an error page of it. */
const PATIENCE = { maxWait: 10_000 } as const;
const CONNECT_MS = 4_000;
/** A replica is never waited for: the primary has the same rows. */
const REPLICA_CONNECT_MS = 1_500;

function connect(): Connections {
  const { DATABASE_URL, DATABASE_DIRECT_URL, DATABASE_REPLICA_URL } = env();
  const primary = reader(DATABASE_URL, 12, CONNECT_MS);
  return {
    ...primary,
    directPool: DATABASE_DIRECT_URL ? open(DATABASE_DIRECT_URL, 2, CONNECT_MS) : primary.pool,
    replica: DATABASE_REPLICA_URL ? reader(DATABASE_REPLICA_URL, 4, REPLICA_CONNECT_MS) : null,
  };
}

function reader(url: string, max: number, connectMs: number): Reader {
  const pool = open(url, max, connectMs);
  return {
    pool,
    exportPool: open(url, 4, connectMs),
    prisma: new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: PATIENCE }),
  };
}

function open(connectionString: string, max: number, connectionTimeoutMillis: number): Pool {
  const pool = new Pool({ connectionString, max, connectionTimeoutMillis });
  return pool.on('error', () => undefined); // an idle connection broke: the next query opens a new one
}

/** The ORM, for everything but the paths below. */
export const prisma = () => connections().prisma;

/** The bare driver under it, for the append: one prepared statement for many deliveries. */
export const pool = () => connections().pool;

/** A few connections apart, for cursors: however slowly somebody downloads, the desk goes on. */
export const exportPool = () => connections().exportPool;

/** Sessions that stay one session behind a pooler too, for what lasts longer than a transaction. Two of them. */
export const directPool = () => connections().directPool;

/** Where such a session is opened by a library of its own: LISTEN, and the queue of jobs. */
export const directUrl = () => env().DATABASE_DIRECT_URL ?? env().DATABASE_URL;

export const primary = (): Reader => connections();

/** The replica, whatever its state; see replica.store for when it may be asked. */
export const replica = (): Reader | null => connections().replica;

/**
 * A statement under its name, so that it is parsed once; without it where the next transaction may be another server's,
 * to whom nobody gave that name.
 */
export function prepared<Query extends { readonly name: string }>(
  query: Query,
): Omit<Query, 'name'> & { name?: string } {
  if (env().DATABASE_POOLER === 'none') return query;
  const { name: _, ...unnamed } = query;
  return unnamed;
}

/** Prisma's client inside a database transaction. */
export type Tx = Prisma.TransactionClient;

/** PostgreSQL's five-letter error code behind an error of either client, if it has one. */
export function sqlState(error: unknown): string | null {
  const { code, meta, cause } = (error ?? {}) as { code?: unknown; meta?: Record<string, unknown>; cause?: unknown };
  for (const candidate of [meta?.code, code]) {
    if (typeof candidate === 'string' && /^[0-9A-Z]{5}$/.test(candidate) && !/^P\d{4}$/.test(candidate))
      return candidate;
  }
  const adapterCause = (meta?.driverAdapterError as { cause?: { originalCode?: unknown } } | undefined)?.cause;
  if (typeof adapterCause?.originalCode === 'string') return adapterCause.originalCode;
  return cause ? sqlState(cause) : null;
}

/** Closes every connection; for scripts and tests that end. */
export async function disconnect(): Promise<void> {
  const opened = holder.conciliaConnections;
  holder.conciliaConnections = undefined;
  if (!opened) return;
  const readers = opened.replica ? [opened, opened.replica] : [opened];
  for (const { prisma } of readers) await prisma.$disconnect();
  const pools = new Set([opened.directPool, ...readers.flatMap(({ pool, exportPool }) => [pool, exportPool])]);
  for (const pool of pools) if (!pool.ended) await pool.end();
}
