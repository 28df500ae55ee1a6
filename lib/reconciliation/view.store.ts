import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import type { Tx } from '@/lib/db';
import { inSnapshot, instantText } from '@/lib/snapshot.store';
import { cursorOf, cursorText } from '@/lib/transactions/cursor';
import { Prisma } from '@/prisma/generated/client';
import { RECONCILED, type Reconciled } from './match';
import {
  type DayTotal,
  type LegPage,
  type LegRow,
  type LinePage,
  type LineRow,
  MAX_DAYS,
  type SideTotal,
  type StateCounts,
} from './view';
import { legPredicate, linePredicate } from './view-filter.store';
import { LEG_LIST, type LegQuery, LINE_LIST, type LineQuery, writeViewQuery } from './view-query';
import { LEG_COLUMNS, LINE_COLUMNS, manyStatedLegs, STATED_LINES, statedLegs } from './view-rows.store';

/** A list to page through: its rows, what it is sorted by, and the unique column that breaks ties. */
export type Listed = {
  readonly columns: Prisma.Sql;
  /** FROM and WHERE. */
  readonly of: Prisma.Sql;
  readonly key: Prisma.Sql;
  readonly text: Prisma.Sql;
  readonly cast: Prisma.Sql;
  readonly tie: Prisma.Sql;
  readonly tieCast: Prisma.Sql;
};
type Paging = { readonly sort: string; readonly limit: number; readonly cursor: string | null };
export type Keyset<Row> = {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly previous: string | null;
};
/** Why a place in a list cannot be gone on from. */
type Message = Extract<ReturnType<typeof cursorOf>, { readonly message: unknown }>;

/** A page by keyset: no row is lost or repeated while others arrive. `{ message }` for a cursor that does not fit. */
export async function pageOf<Row>(
  tx: Tx,
  { columns, of, key, text, cast, tie, tieCast }: Listed,
  { sort, limit, cursor }: Paging,
  address: URLSearchParams,
): Promise<Keyset<Row> | Message> {
  const list = { address, sort };
  const from = cursor === null ? null : cursorOf(cursor, list);
  if (from && 'message' in from) return from;
  const isBackwards = from?.direction === 'previous';
  const isFalling = sort.startsWith('-') !== isBackwards;
  const after = from
    ? Prisma.sql`AND (${key}, ${tie}) ${isFalling ? Prisma.sql`<` : Prisma.sql`>`} (${from.value}::${cast}, ${from.id}::${tieCast})`
    : Prisma.empty;
  const way = isFalling ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const found = await tx.$queryRaw<{ row: Row; place: string; id: string }[]>`
    SELECT ${columns}, ${text} AS place, ${tie}::text AS id FROM ${of} ${after}
    ORDER BY ${key} ${way}, ${tie} ${way} LIMIT ${limit + 1}`;
  const hasMore = found.length > limit;
  const rows = found.slice(0, limit);
  if (isBackwards) rows.reverse();
  const place = (row: (typeof rows)[number] | undefined, direction: 'next' | 'previous') =>
    row ? cursorText({ value: row.place, id: row.id, direction }, list) : null;
  return {
    rows: rows.map(({ row }) => row),
    next: hasMore || isBackwards ? place(rows.at(-1), 'next') : null,
    previous: isBackwards ? (hasMore ? place(rows[0], 'previous') : null) : from ? place(rows[0], 'previous') : null,
  };
}

export const INSTANT = Prisma.sql`timestamptz`;
/** What cursors of a day hold: the instant at which it begins in UTC. */
export const dayText = (column: Prisma.Sql) => instantText(Prisma.sql`(${column}::timestamp AT TIME ZONE 'UTC')`);

const LEG_AMOUNT = Prisma.sql`coalesce(t.amount, -1e30::numeric)`;
const LINE_AMOUNT = Prisma.sql`abs(l.amount)`;

/** Legs of a filter in their order. */
export async function legList(sight: Sight, { filters, sort }: Pick<LegQuery, 'filters' | 'sort'>): Promise<Listed> {
  const isAmount = sort.endsWith('amount');
  return {
    columns: LEG_COLUMNS,
    of: Prisma.sql`${statedLegs(filters.book ?? 'bank')} WHERE ${await legPredicate(sight, filters)}`,
    key: isAmount ? LEG_AMOUNT : Prisma.sql`t.occurred_at`,
    text: isAmount ? Prisma.sql`${LEG_AMOUNT}::text` : instantText(Prisma.sql`t.occurred_at`),
    cast: isAmount ? Prisma.sql`numeric` : INSTANT,
    tie: Prisma.sql`t.id`,
    tieCast: Prisma.sql`text`,
  };
}

/** Lines of a filter in their order. */
export async function lineList(sight: Sight, { filters, sort }: Pick<LineQuery, 'filters' | 'sort'>): Promise<Listed> {
  const isAmount = sort.endsWith('amount');
  return {
    columns: LINE_COLUMNS,
    of: Prisma.sql`${STATED_LINES} WHERE ${await linePredicate(sight, filters)}`,
    key: isAmount ? LINE_AMOUNT : Prisma.sql`l.booked_on`,
    text: isAmount ? Prisma.sql`${LINE_AMOUNT}::text` : dayText(Prisma.sql`l.booked_on`),
    cast: isAmount ? Prisma.sql`numeric` : Prisma.sql`date`,
    tie: Prisma.sql`l.seq`,
    tieCast: Prisma.sql`bigint`,
  };
}

/** Legs of a filter, their totals by currency, direction and day, and how many stand in which state: one snapshot. */
export function readLegs(sight: Sight, query: LegQuery): Promise<LegPage | Message> {
  return inSnapshot(async (tx) => {
    const { filters, sort } = query;
    const page = await pageOf<LegRow>(
      tx,
      await legList(sight, query),
      query,
      writeViewQuery(LEG_LIST, { filters, sort }),
    );
    if ('message' in page) return page;
    const book = filters.book ?? 'bank';
    const mayBeOnChain = filters.rail.length === 0 || filters.rail.includes('chain');
    const isAsked = Prisma.sql`state = ANY(${[...filters.state]}::text[])`;
    const { states, ...sums } = await sumsOf(tx, {
      of: Prisma.sql`${mayBeOnChain ? manyStatedLegs(book) : statedLegs(book)} WHERE ${await legPredicate(sight, { ...filters, state: [] })}`,
      direction: Prisma.sql`t.direction`,
      amount: Prisma.sql`t.amount`,
      currency: Prisma.sql`t.currency`,
      day: Prisma.sql`t.local_day`,
      state: Prisma.sql`t.leg_state`,
      isSummed: filters.state.length > 0 ? isAsked : Prisma.sql`true`,
    });
    return { ...page, ...sums, rows: seen(sight, page.rows), states };
  });
}

/** The first legs of a filter alone: nothing is counted or summed. */
export function firstLegs(sight: Sight, { filters, sort, limit }: Omit<LegQuery, 'cursor'>) {
  return inSnapshot(async (tx): Promise<{ readonly rows: readonly LegRow[]; readonly hasMore: boolean }> => {
    const page = await pageOf<LegRow>(
      tx,
      await legList(sight, { filters, sort }),
      { sort, limit, cursor: null },
      new URLSearchParams(),
    );
    return 'message' in page
      ? { rows: [], hasMore: false }
      : { rows: seen(sight, page.rows), hasMore: page.next !== null };
  });
}

/** Lines of a filter with the same totals. */
export function readLines(sight: Sight, query: LineQuery): Promise<LinePage | Message> {
  return inSnapshot(async (tx) => {
    const { filters, sort } = query;
    const page = await pageOf<LineRow>(
      tx,
      await lineList(sight, query),
      query,
      writeViewQuery(LINE_LIST, { filters, sort }),
    );
    if ('message' in page) return page;
    const { totals, days } = await sumsOf(tx, {
      of: Prisma.sql`${STATED_LINES} WHERE ${await linePredicate(sight, filters)}`,
      direction: Prisma.sql`CASE WHEN l.amount < 0 THEN 'out' ELSE 'in' END`,
      amount: LINE_AMOUNT,
      currency: Prisma.sql`l.currency`,
      day: Prisma.sql`l.booked_on`,
      state: Prisma.sql`NULL::text`,
      isSummed: Prisma.sql`true`,
    });
    return { ...page, rows: seen(sight, page.rows), totals, days };
  });
}

/** So that a million rows are hashed in memory instead of on disk, for the rest of a snapshot. */
export async function roomToCount(tx: Tx): Promise<void> {
  await tx.$executeRaw`SET LOCAL work_mem = '64MB'`;
}

type Summed = Readonly<Record<'of' | 'direction' | 'amount' | 'currency' | 'day' | 'state' | 'isSummed', Prisma.Sql>>;
type Sum = SideTotal & { readonly day: string | null; readonly state: Reconciled | null };

/**
 * What a filter comes to, and its latest days, from one read of its rows: a million of them are read once. Rows in states
 * that are not summed are counted by their state all the same.
 */
async function sumsOf(tx: Tx, { of, direction, amount, currency, day, state, isSummed }: Summed) {
  await roomToCount(tx);
  const rows = await tx.$queryRaw<(Omit<Sum, 'count'> & { readonly count: bigint; readonly what: string })[]>`
    WITH groups AS MATERIALIZED (
      SELECT ${currency} AS currency, ${direction} AS direction, ${day} AS day, ${state} AS state, count(*) AS count,
        sum(${amount}) AS sum
      FROM ${of} GROUP BY 1, 2, 3, 4),
    latest AS (SELECT DISTINCT day FROM groups WHERE ${isSummed} ORDER BY day DESC LIMIT ${MAX_DAYS})
    SELECT * FROM (
      SELECT 'total' AS what, NULL AS state, NULL AS day, currency, direction, sum(count)::bigint AS count,
        sum(sum)::text AS sum
      FROM groups WHERE ${isSummed} GROUP BY currency, direction
      UNION ALL
      SELECT 'day', NULL, day::text, currency, direction, sum(count)::bigint, sum(sum)::text
      FROM groups JOIN latest USING (day) WHERE ${isSummed} GROUP BY day, currency, direction
      UNION ALL
      SELECT 'state', state, NULL, NULL, NULL, sum(count)::bigint, NULL FROM groups GROUP BY state) AS sums
    ORDER BY day DESC, CASE WHEN day IS NULL THEN count END DESC, currency, direction`;
  return {
    totals: rows
      .filter(({ what }) => what === 'total')
      .map(
        (row): SideTotal => ({
          currency: row.currency,
          direction: row.direction,
          count: Number(row.count),
          sum: row.sum,
        }),
      ),
    days: rows.flatMap(({ what, day: on, currency: code, direction: way, count, sum }): DayTotal[] =>
      what === 'day' && on !== null ? [{ day: on, currency: code, direction: way, count: Number(count), sum }] : [],
    ),
    states: Object.fromEntries(
      RECONCILED.map((one) => [one, Number(rows.find((row) => row.what === 'state' && row.state === one)?.count ?? 0)]),
    ) as StateCounts,
  };
}
