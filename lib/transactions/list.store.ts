import 'server-only';
import Cursor from 'pg-cursor';
import { exportPool, prisma, type Tx } from '@/lib/db';
import type { Environment } from '@/lib/providers/catalogue';
import { Prisma } from '@/prisma/generated/client';
import { readCursor, writeCursor } from './cursor';
import { type Filters, type ListQuery, occurredRange, type Sort } from './filters';
import type { ListedTransaction, Page, Total } from './page';
import type { Transaction } from './transaction';

/** Postgres's own limit for one list query: a filter that would scan too much ends here, with its own screen. */
const STATEMENT_TIMEOUT_MS = 10_000;

type Order = { readonly key: Prisma.Sql; readonly text: Prisma.Sql; readonly cast: Prisma.Sql };

const INSTANT = Prisma.sql`timestamptz`;
/** An instant as text with all its digits, for cursors. */
export const instantText = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
/** An unknown amount sorts below every known one. */
const AMOUNT_KEY = Prisma.sql`coalesce(t.amount, -1e30::numeric)`;

const ORDERS: Record<string, Order> = {
  occurred_at: { key: Prisma.sql`t.occurred_at`, text: instantText(Prisma.sql`t.occurred_at`), cast: INSTANT },
  updated_at: { key: Prisma.sql`t.updated_at`, text: instantText(Prisma.sql`t.updated_at`), cast: INSTANT },
  amount: { key: AMOUNT_KEY, text: Prisma.sql`${AMOUNT_KEY}::text`, cast: Prisma.sql`numeric` },
};

function orderOf(sort: Sort): Order & { readonly isDescending: boolean } {
  const order = ORDERS[sort.replace('-', '')] as Order;
  return { ...order, isDescending: sort.startsWith('-') };
}

/** A page of a list by keyset: no row is lost or repeated while others arrive. `{ message }` for a cursor that does not fit. */
export function readPage(query: ListQuery): Promise<Page | { readonly message: string }> {
  return inSnapshot((tx) => pageIn(tx, query));
}

/** The page and the totals of its whole filter, from one snapshot and one predicate. */
export function readPageWithTotals(
  query: ListQuery,
): Promise<{ page: Page | { readonly message: string }; totals: Total[] }> {
  return inSnapshot(async (tx) => ({ page: await pageIn(tx, query), totals: await totalsIn(tx, query.filters) }));
}

/** Reads of one moment, ended by Postgres when they take too long. */
export function inSnapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(`SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
      return work(tx);
    },
    { isolationLevel: 'RepeatableRead', timeout: 2 * STATEMENT_TIMEOUT_MS },
  );
}

type Row = { state: Transaction; environment: Environment; sort_value: string };

async function pageIn(tx: Tx, query: ListQuery): Promise<Page | { readonly message: string }> {
  const from = query.cursor === null ? null : readCursor(query.cursor, query);
  if (from && 'message' in from) return from;
  const { key, text, cast, isDescending } = orderOf(query.sort);
  const isBackwards = from?.direction === 'previous';
  const isFalling = isDescending !== isBackwards;
  const after = from
    ? Prisma.sql`AND (${key}, t.id) ${isFalling ? Prisma.sql`<` : Prisma.sql`>`} (${from.value}::${cast}, ${from.id})`
    : Prisma.empty;
  const way = isFalling ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const found = await tx.$queryRaw<Row[]>`
    SELECT t.state, t.environment, ${text} AS sort_value FROM transactions t
    WHERE ${predicate(query.filters)} ${after}
    ORDER BY ${key} ${way}, t.id ${way} LIMIT ${query.limit + 1}`;
  const hasMore = found.length > query.limit;
  const rows = found.slice(0, query.limit);
  if (isBackwards) rows.reverse();
  const place = (row: Row | undefined, direction: 'next' | 'previous') =>
    row ? writeCursor({ value: row.sort_value, id: row.state.id, direction }, query) : null;
  return {
    rows: rows.map(({ state, environment }) => ({ transaction: state, environment })),
    next: hasMore || isBackwards ? place(rows.at(-1), 'next') : null,
    previous: isBackwards ? (hasMore ? place(rows[0], 'previous') : null) : from ? place(rows[0], 'previous') : null,
  };
}

async function totalsIn(tx: Tx, filters: Filters): Promise<Total[]> {
  const rows = await tx.$queryRaw<{ currency: string | null; count: bigint; sum: string | null }[]>`
    SELECT t.currency, count(*) AS count, sum(t.amount)::text AS sum
    FROM transactions t WHERE ${predicate(filters)} GROUP BY t.currency ORDER BY count(*) DESC, t.currency`;
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** What the filters mean in SQL; every list, total and export of them uses this one predicate. */
export function predicate(filters: Filters): Prisma.Sql {
  const { from, to } = occurredRange(filters);
  const among = (column: Prisma.Sql, words: readonly string[]) =>
    words.length > 0 ? Prisma.sql`${column} = ANY(${[...words]}::text[])` : null;
  const conditions = [
    among(Prisma.sql`t.provider`, filters.provider),
    among(Prisma.sql`t.kind`, filters.kind),
    among(Prisma.sql`t.status`, filters.status),
    among(Prisma.sql`t.environment`, filters.environment),
    assets(filters.currency),
    from ? Prisma.sql`t.occurred_at >= ${from}::timestamptz` : null,
    to ? Prisma.sql`t.occurred_at < ${to}::timestamptz` : null,
    filters.amount_min ? Prisma.sql`t.amount >= ${filters.amount_min}::numeric` : null,
    filters.amount_max ? Prisma.sql`t.amount <= ${filters.amount_max}::numeric` : null,
    filters.external_ref ? Prisma.sql`t.external_ref = ${filters.external_ref}` : null,
    filters.incomplete ? Prisma.sql`t.is_incomplete` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`;
}

function assets(codes: readonly string[]): Prisma.Sql | null {
  if (codes.length === 0) return null;
  const list = Prisma.sql`ANY(${[...codes]}::text[])`;
  return Prisma.sql`(t.currency = ${list} OR t.currency_out = ${list} OR t.token = ${list})`;
}

/**
 * Every row of a filter in the list's order, in chunks of `chunkSize`, from one snapshot. Pulled: the next chunk is read
 * when it is asked for, and leaving the loop early frees the database connection.
 */
export async function* streamTransactions(
  { filters, sort }: Pick<ListQuery, 'filters' | 'sort'>,
  chunkSize: number,
): AsyncGenerator<ListedTransaction[]> {
  const { key, isDescending } = orderOf(sort);
  const way = isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const { text, values } = Prisma.sql`
    SELECT t.state, t.environment FROM transactions t WHERE ${predicate(filters)} ORDER BY ${key} ${way}, t.id ${way}`;
  const client = await exportPool().connect();
  const cursor = client.query(new Cursor<{ state: Transaction; environment: Environment }>(text, values));
  try {
    for (let rows = await cursor.read(chunkSize); rows.length > 0; rows = await cursor.read(chunkSize)) {
      yield rows.map(({ state, environment }) => ({ transaction: state, environment }));
    }
  } finally {
    await cursor.close().finally(() => client.release());
  }
}
