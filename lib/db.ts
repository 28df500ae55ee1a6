import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';
import { env } from './env';

type Connections = { pool: Pool; exportPool: Pool; prisma: PrismaClient };

/** One pool per process, also when a bundler evaluates this module twice. */
const holder = globalThis as typeof globalThis & { conciliaConnections?: Connections };

function connections(): Connections {
  holder.conciliaConnections ??= connect();
  return holder.conciliaConnections;
}

/** A busy moment is waited out: Prisma's own two seconds would make an error page of it. */
const PATIENCE = { maxWait: 10_000 } as const;

function connect(): Connections {
  const pool = open(12);
  return {
    pool,
    exportPool: open(4),
    prisma: new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: PATIENCE }),
  };
}

function open(max: number): Pool {
  const pool = new Pool({ connectionString: env().DATABASE_URL, max, connectionTimeoutMillis: 4_000 });
  return pool.on('error', () => undefined); // an idle connection broke: the next query opens a new one
}

/** The ORM, for everything but the two paths below. */
export const prisma = () => connections().prisma;

/** The bare driver under it, for the append: one prepared statement for many deliveries. */
export const pool = () => connections().pool;

/** A few connections apart, for cursors: however slowly somebody downloads, the desk goes on. */
export const exportPool = () => connections().exportPool;

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
  await opened?.prisma.$disconnect();
  for (const pool of opened ? [opened.pool, opened.exportPool] : []) if (!pool.ended) await pool.end();
}
