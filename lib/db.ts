import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';
import { env } from './env';

type Connections = { pool: Pool; prisma: PrismaClient };

/** One pool per process, also when a bundler evaluates this module twice. */
const holder = globalThis as typeof globalThis & { conciliaConnections?: Connections };

function connections(): Connections {
  holder.conciliaConnections ??= connect();
  return holder.conciliaConnections;
}

function connect(): Connections {
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: 12, connectionTimeoutMillis: 4_000 });
  pool.on('error', () => undefined); // an idle connection broke: the next query opens a new one
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** The ORM, for everything but the two paths below. */
export const prisma = () => connections().prisma;

/** The bare driver under it: the append (one prepared statement for many deliveries) and cursors for exports. */
export const pool = () => connections().pool;

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
  const open = holder.conciliaConnections;
  holder.conciliaConnections = undefined;
  await open?.prisma.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}
