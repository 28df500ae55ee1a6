import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import type { Tx } from '@/lib/db';
import type { Said } from '@/lib/language/said';
import { add } from '@/lib/money';
import { bareRows, inSnapshot, instantText, inTime, limitStatements } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import { readCursor, writeCursor } from './cursor';
import { predicate } from './filter.store';
import type { Filters, ListQuery, Sort } from './filters';
import { type ListedFacts, readFacts } from './listed.store';
import type { DirectedTotal, FoldPage, ListedTransaction, Page, Total, Totals } from './page';

/** Sums are worth this long; after it the page comes without them. */
const TOTALS_TIMEOUT_MS = 4_000;
/** The most rows that are read by their ids at once. */
const MOST_BY_ID = 500;

type Order = { readonly key: Prisma.Sql; readonly text: Prisma.Sql; readonly cast: Prisma.Sql };

const INSTANT = Prisma.sql`timestamptz`;
/** An unknown amount sorts below every known one. */
const AMOUNT_KEY = Prisma.sql`coalesce(t.amount, -1e30::numeric)`;

const ORDERS: Record<string, Order> = {
  occurred_at: { key: Prisma.sql`t.occurred_at`, text: instantText(Prisma.sql`t.occurred_at`), cast: INSTANT },
  updated_at: { key: Prisma.sql`t.updated_at`, text: instantText(Prisma.sql`t.updated_at`), cast: INSTANT },
  amount: { key: AMOUNT_KEY, text: Prisma.sql`${AMOUNT_KEY}::text`, cast: Prisma.sql`numeric` },
};

/** What a sort compares, of transactions `t`. */
export function orderOf(sort: Sort): Order & { readonly isDescending: boolean } {
  const order = ORDERS[sort.replace('-', '')] as Order;
  return { ...order, isDescending: sort.startsWith('-') };
}

type Read<Rows> = Rows | { readonly message: Said };

/** The payments themselves of a page by keyset, without what stands beside them: no row is lost or repeated while others arrive. `{ message }` for a cursor that does not fit. */
export async function readPage(sight: Sight, query: ListQuery, now: Date): Promise<Read<FoldPage>> {
  return seen(sight, await pageBy(bareRows<Row>, sight, query, now));
}

/** The page and the totals of its whole filter, from one snapshot and one predicate; `null`: not counted in time. */
export function readPageWithTotals(
  sight: Sight,
  query: ListQuery,
  now: Date,
): Promise<{ readonly page: Read<Page>; readonly totals: Totals | null }> {
  return inSnapshot(async (tx) => ({
    page: seen(sight, await pageIn(tx, sight, query, now)),
    totals: await totalsIn(tx, sight, query.filters, now),
  }));
}

/** The end of the chain of receipts; rows of the same snapshot hold nothing that came later. */
export async function readMark(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ mark: bigint }[]>`SELECT coalesce(max(position), 0) AS mark FROM receipts`;
  return String(row?.mark ?? 0);
}

/** Those of some transactions (at most 500 ids) that match a filter, in the order of the ids. */
export function readRowsByIds(
  sight: Sight,
  { filters }: Pick<ListQuery, 'filters'>,
  ids: readonly string[],
  now: Date,
): Promise<readonly ListedTransaction[]> {
  const wanted = [...new Set(ids)].slice(0, MOST_BY_ID);
  return inSnapshot(async (tx) => {
    const found = await tx.$queryRaw<Found[]>`
      SELECT t.state AS transaction, t.environment FROM unnest(${wanted}::text[]) WITH ORDINALITY AS w(id, place)
      JOIN transactions t ON t.id = w.id WHERE ${await predicate(sight, filters, now)} ORDER BY w.place`;
    return seen(sight, await listed(tx, found));
  });
}

type Found = Pick<ListedTransaction, 'transaction' | 'environment'>;
type Row = Found & { readonly sort_value: string };

async function pageIn(tx: Tx, sight: Sight, query: ListQuery, now: Date): Promise<Read<Page>> {
  const page = await pageBy((sql) => tx.$queryRaw<Row[]>(sql), sight, query, now);
  return 'message' in page ? page : { ...page, rows: await listed(tx, page.rows), mark: await readMark(tx) };
}

async function pageBy(
  rowsOf: (sql: Prisma.Sql) => Promise<Row[]>,
  sight: Sight,
  query: ListQuery,
  now: Date,
): Promise<Read<FoldPage>> {
  const from = query.cursor === null ? null : readCursor(query.cursor, query);
  if (from && 'message' in from) return from;
  const { key, text, cast, isDescending } = orderOf(query.sort);
  const isBackwards = from?.direction === 'previous';
  const isFalling = isDescending !== isBackwards;
  const after = from
    ? Prisma.sql`AND (${key}, t.id) ${isFalling ? Prisma.sql`<` : Prisma.sql`>`} (${from.value}::${cast}, ${from.id})`
    : Prisma.empty;
  const found = await rowsOf(Prisma.sql`
    SELECT t.state AS transaction, t.environment, ${text} AS sort_value FROM transactions t
    WHERE ${await predicate(sight, query.filters, now)} ${after}
    ORDER BY ${ordering(key, isFalling)} LIMIT ${query.limit + 1}`);
  const hasMore = found.length > query.limit;
  const rows = found.slice(0, query.limit);
  if (isBackwards) rows.reverse();
  const place = (row: Row | undefined, direction: 'next' | 'previous') =>
    row ? writeCursor({ value: row.sort_value, id: row.transaction.id, direction }, query) : null;
  return {
    rows: rows.map(({ transaction, environment }) => ({ transaction, environment })),
    next: hasMore || isBackwards ? place(rows.at(-1), 'next') : null,
    previous: isBackwards ? (hasMore ? place(rows[0], 'previous') : null) : from ? place(rows[0], 'previous') : null,
  };
}

/** Rows with the facts beside them. */
async function listed(tx: Tx, rows: readonly Found[]): Promise<ListedTransaction[]> {
  const facts = await readFacts(
    tx,
    rows.map(({ transaction }) => transaction.id),
  );
  return rows.map(({ transaction, environment }) => ({
    transaction,
    environment,
    ...(facts.get(transaction.id) as ListedFacts),
  }));
}

function ordering(key: Prisma.Sql, isFalling: boolean): Prisma.Sql {
  const way = isFalling ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`${key} ${way}, t.id ${way}`;
}

/**
 * Counted in one pass over the filter, by the pairs of currencies that go in and come out. Last of its snapshot: a query
 * that was cancelled ends the database transaction.
 */
async function totalsIn(tx: Tx, sight: Sight, filters: Filters, now: Date): Promise<Totals | null> {
  const conditions = await predicate(sight, filters, now);
  await limitStatements(tx, TOTALS_TIMEOUT_MS);
  const pairs = await inTime(tx.$queryRaw<Pair[]>`
    SELECT t.currency, t.currency_out, count(*) AS count, count(t.amount_out) AS count_out, sum(t.amount)::text AS sum,
      sum(t.amount_out)::text AS sum_out
    FROM transactions t WHERE ${conditions} GROUP BY t.currency, t.currency_out`);
  return pairs === 'too long' ? null : totalsOf(pairs);
}

type Pair = {
  readonly currency: string | null;
  readonly currency_out: string | null;
  readonly count: bigint;
  readonly count_out: bigint;
  readonly sum: string | null;
  readonly sum_out: string | null;
};

function totalsOf(pairs: readonly Pair[]): Totals {
  const ins = pairs.map(({ currency, count, sum }): Total => ({ currency, count: Number(count), sum }));
  const outs = pairs.map(
    ({ currency_out, count_out, sum_out }): Total => ({
      currency: currency_out,
      count: Number(count_out),
      sum: sum_out,
    }),
  );
  return {
    count: ins.reduce((total, { count }) => total + count, 0),
    sums: [...perCurrency('in', ins), ...perCurrency('out', outs)],
  };
}

/** One total per currency, the most frequent first. */
function perCurrency(direction: DirectedTotal['direction'], parts: readonly Total[]): DirectedTotal[] {
  const totals = new Map<string | null, DirectedTotal>();
  for (const { currency, count, sum } of parts) {
    const known = totals.get(currency);
    const added = known?.sum && sum ? add(known.sum, sum) : (known?.sum ?? sum);
    totals.set(currency, { direction, currency, count: (known?.count ?? 0) + count, sum: added });
  }
  return [...totals.values()].filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
