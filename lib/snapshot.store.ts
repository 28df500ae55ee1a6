import 'server-only';
import { prisma, sqlState, type Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';

/** Postgres's own limit for one query of a list: a filter that would scan too much ends here, with its own screen. */
export const STATEMENT_TIMEOUT_MS = 10_000;

/** Reads of one moment, ended by Postgres when one of them takes too long. */
export function inSnapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (tx) => {
      await limitStatements(tx, STATEMENT_TIMEOUT_MS);
      return work(tx);
    },
    { isolationLevel: 'RepeatableRead', timeout: 2 * STATEMENT_TIMEOUT_MS },
  );
}

/** From here on in this database transaction, Postgres ends a statement after so many milliseconds. */
export async function limitStatements(tx: Tx, milliseconds: number): Promise<void> {
  await tx.$executeRawUnsafe(`SET LOCAL statement_timeout = ${Math.round(milliseconds)}`);
}

/** An instant as text with all its digits, for rows and cursors. */
export const instantText = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** PostgreSQL's code for a statement that its own limit ended. */
const QUERY_CANCELLED = '57014';

/** What was read, or that the database's own limit ended the reading; anything else goes on as an error. */
export async function inTime<T>(reading: Promise<T>): Promise<T | 'too long'> {
  try {
    return await reading;
  } catch (error) {
    if (sqlState(error) === QUERY_CANCELLED) return 'too long';
    throw error;
  }
}
