import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import type { Said } from '@/lib/language/said';
import type { Environment } from '@/lib/providers/catalogue';
import { inSnapshot, instantText } from '@/lib/snapshot.store';
import { cursorOf, cursorText } from '@/lib/transactions/cursor';
import type { Total } from '@/lib/transactions/page';
import { Prisma } from '@/prisma/generated/client';
import { CARDS, RETURNED_HOURS, type RefundPage, type RefundRow, type Stage, type Stranded } from './board';
import { COLUMNS, judged, predicate, rowOf, type Selected } from './judged.store';
import { readLimits } from './limit.store';
import { BOARD_COLUMNS, type BoardColumn, type Limits } from './refund';
import {
  NO_REFUND_FILTERS,
  type RefundFilters,
  type RefundQuery,
  type RefundSort,
  writeRefundQuery,
} from './refund-query';

type Currencies = { column: BoardColumn; currency: string | null; count: bigint; sum: string | null };

/**
 * Every column of the board with its counts, sums and first cards, from one snapshot: what is open, and what came back
 * within the last day. The oldest first; what came back, the latest first.
 */
export async function readBoard(environment: Environment, filters: RefundFilters, now: Date): Promise<Stage[]> {
  const limits = await readLimits(now);
  const since = new Date(+now - RETURNED_HOURS * 3_600_000);
  const wanted = Prisma.sql`${await predicate({ ...filters, environment: [environment] })}
    AND (t.status IS DISTINCT FROM 'completed' OR t.ended_at >= ${since})`;
  const [currencies, cards] = await inSnapshot(async (tx) => [
    await tx.$queryRaw<Currencies[]>`
      SELECT t.board_column AS "column", t.currency, count(*) AS count, sum(t.amount)::text AS sum
      FROM ${judged(limits, now)} WHERE ${wanted} GROUP BY 1, 2 ORDER BY count(*) DESC, 2`,
    await tx.$queryRaw<Selected[]>`
      SELECT ${COLUMNS} FROM (
        SELECT t.*, row_number() OVER (PARTITION BY t.board_column ORDER BY
          CASE WHEN t.status = 'completed' THEN -extract(epoch FROM t.ended_at) ELSE extract(epoch FROM t.triggered_at) END,
          t.transaction_id) AS place
        FROM ${judged(limits, now)} WHERE ${wanted}) t
      WHERE t.place <= ${CARDS} ORDER BY t.place`,
  ]);
  return BOARD_COLUMNS.map((column) => {
    const own = currencies.filter((row) => row.column === column);
    const totals = own.map(({ currency, count, sum }) => ({ currency, count: Number(count), sum }));
    const rows = cards.filter((card) => card.column === column).map((card) => rowOf(card, limits));
    return { column, count: totals.reduce((sum, { count }) => sum + count, 0), totals, rows };
  });
}

type Order = { readonly key: Prisma.Sql; readonly text: Prisma.Sql; readonly cast: Prisma.Sql };
const INSTANT = Prisma.sql`timestamptz`;
/** An amount that was not told sorts below every other. */
const AMOUNT_KEY = Prisma.sql`coalesce(t.amount, -1e30::numeric)`;
const ORDERS: Readonly<Record<string, Order>> = {
  triggered_at: { key: Prisma.sql`t.triggered_at`, text: instantText(Prisma.sql`t.triggered_at`), cast: INSTANT },
  moved_at: { key: Prisma.sql`t.moved_at`, text: instantText(Prisma.sql`t.moved_at`), cast: INSTANT },
  amount: { key: AMOUNT_KEY, text: Prisma.sql`${AMOUNT_KEY}::text`, cast: Prisma.sql`numeric` },
};

/** What a sort compares, of refunds `t`. */
export function refundOrderOf(sort: RefundSort): Order & { readonly isDescending: boolean } {
  return { ...(ORDERS[sort.replace('-', '')] as Order), isDescending: sort.startsWith('-') };
}

type TableRead = { readonly page: RefundPage | { readonly message: Said }; readonly totals: readonly Total[] };

/**
 * A page of the table by keyset (no row is lost or repeated while others arrive) and the totals of its whole filter,
 * from one snapshot and one predicate. `{ message }` for a cursor that does not fit.
 */
export async function readTable(query: RefundQuery, now: Date): Promise<TableRead> {
  const limits = await readLimits(now);
  return inSnapshot(async (tx) => ({
    page: await pageIn(tx, query, limits, now),
    totals: await totalsIn(tx, query.filters, limits, now),
  }));
}

async function pageIn(tx: Tx, query: RefundQuery, limits: readonly Limits[], now: Date): Promise<TableRead['page']> {
  const { filters, sort } = query;
  const list = { address: writeRefundQuery({ filters, sort }), sort };
  const from = query.cursor === null ? null : cursorOf(query.cursor, list);
  if (from && 'message' in from) return from;
  const { key, text, cast, isDescending } = refundOrderOf(sort);
  const isBackwards = from?.direction === 'previous';
  const isFalling = isDescending !== isBackwards;
  const after = from
    ? Prisma.sql`AND (${key}, t.transaction_id) ${isFalling ? Prisma.sql`<` : Prisma.sql`>`} (${from.value}::${cast}, ${from.id})`
    : Prisma.empty;
  const way = isFalling ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const found = await tx.$queryRaw<(Selected & { sortValue: string })[]>`
    SELECT ${COLUMNS}, ${text} AS "sortValue" FROM ${judged(limits, now)} WHERE ${await predicate(filters)} ${after}
    ORDER BY ${key} ${way}, t.transaction_id ${way} LIMIT ${query.limit + 1}`;
  const hasMore = found.length > query.limit;
  const rows = found.slice(0, query.limit);
  if (isBackwards) rows.reverse();
  const place = (row: (typeof rows)[number] | undefined, direction: 'next' | 'previous') =>
    row ? cursorText({ value: row.sortValue, id: row.transactionId, direction }, list) : null;
  return {
    rows: rows.map(({ sortValue: _, ...row }) => rowOf(row, limits)),
    next: hasMore || isBackwards ? place(rows.at(-1), 'next') : null,
    previous: isBackwards ? (hasMore ? place(rows[0], 'previous') : null) : from ? place(rows[0], 'previous') : null,
  };
}

async function totalsIn(tx: Tx, filters: RefundFilters, limits: readonly Limits[], now: Date): Promise<Total[]> {
  const rows = await tx.$queryRaw<{ currency: string | null; count: bigint; sum: string | null }[]>`
    SELECT t.currency, count(*) AS count, sum(t.amount)::text AS sum
    FROM ${judged(limits, now)} WHERE ${await predicate(filters)} GROUP BY t.currency ORDER BY count(*) DESC, t.currency`;
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** The refund of one transaction, also one that lists leave out; `null` when it has none. */
export async function readRefund(transactionId: string, now: Date): Promise<RefundRow | null> {
  if (transactionId.includes('\u0000') || !transactionId.isWellFormed()) return null; // PostgreSQL cannot have stored it
  const limits = await readLimits(now);
  const [row] = await prisma().$queryRaw<Selected[]>`
    SELECT ${COLUMNS} FROM ${judged(limits, now)} WHERE t.transaction_id = ${transactionId}`;
  return row ? rowOf(row, limits) : null;
}

type StrandedRow = Omit<Stranded, 'count' | 'lateCount' | 'stuckCount'> &
  Record<'count' | 'lateCount' | 'stuckCount', bigint>;

/** What has not come back yet in one environment, by currency. */
export async function strandedSums(environment: Environment, now: Date): Promise<Stranded[]> {
  const limits = await readLimits(now);
  const rows = await prisma().$queryRaw<StrandedRow[]>`
    SELECT t.currency, count(*) AS count, sum(t.amount)::text AS sum,
      count(*) FILTER (WHERE t.limit_state = 'late') AS "lateCount",
      count(*) FILTER (WHERE t.limit_state = 'stuck') AS "stuckCount"
    FROM ${judged(limits, now)}
    WHERE ${await predicate({ ...NO_REFUND_FILTERS, environment: [environment] })} AND t.status IS DISTINCT FROM 'completed'
    GROUP BY t.currency ORDER BY count(*) DESC, t.currency`;
  return rows.map(({ count, lateCount, stuckCount, ...row }) => ({
    ...row,
    count: Number(count),
    lateCount: Number(lateCount),
    stuckCount: Number(stuckCount),
  }));
}
