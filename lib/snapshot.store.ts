import 'server-only';
import { createHash } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import { pool, prepared, prisma, sqlState, type Tx } from '@/lib/db';
import { fromReplica } from '@/lib/replica.store';
import { Prisma, type PrismaClient } from '@/prisma/generated/client';

/** Postgres's own limit for one query of a list: a filter that would scan too much ends here, with its own screen. */
export const STATEMENT_TIMEOUT_MS = 10_000;

/** Reads of one moment, ended by Postgres when one of them takes too long. */
export function inSnapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return snapshotOf(prisma(), work);
}

/** The same of a moment that may be a few seconds ago; never for what shows a person their own deed. */
export function inLateSnapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return fromReplica((reader) => snapshotOf(reader.prisma, work));
}

function snapshotOf<T>(client: PrismaClient, work: (tx: Tx) => Promise<T>): Promise<T> {
  return client.$transaction(
    async (tx) => {
      await limitStatements(tx, STATEMENT_TIMEOUT_MS);
      return work(tx);
    },
    { isolationLevel: 'RepeatableRead', timeout: 2 * STATEMENT_TIMEOUT_MS },
  );
}

/**
 * One statement by the bare driver and prepared, for answers that are waited for while somebody types: the ORM's own time
 * would be most of theirs. For texts of which there are few; `numeric` and `bigint` come as text.
 */
export async function preparedRows<Row extends QueryResultRow>({ text, values }: Prisma.Sql): Promise<Row[]> {
  const name = createHash('sha256').update(text).digest('base64url');
  return (await pool().query<Row>(prepared({ name, text, values: [...values] }))).rows;
}

export type Bounds = {
  readonly milliseconds?: number;
  /** Settings of PostgreSQL's for this statement alone, by name; numbers and words only. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** One statement by the bare driver, ended by Postgres when it takes too long. */
export async function bareRows<Row extends QueryResultRow>(
  { text, values }: Prisma.Sql,
  { milliseconds = STATEMENT_TIMEOUT_MS, settings = {} }: Bounds = {},
): Promise<Row[]> {
  const client = await pool().connect();
  const local = Object.entries({ statement_timeout: String(Math.round(milliseconds)), ...settings })
    .map(([name, value]) => `SET LOCAL ${name} = ${value}`)
    .join('; ');
  try {
    await client.query(`BEGIN READ ONLY; ${local}`);
    return (await client.query<Row>({ text, values: [...values] })).rows;
  } finally {
    // Nothing was written, so the answer need not wait for the end; the next who takes the connection does.
    void client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    );
  }
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
