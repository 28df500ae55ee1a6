import 'server-only';
import type { Tx } from '@/lib/db';
import { cursorOf, cursorText } from '@/lib/transactions/cursor';
import { inSnapshot, instantText } from '@/lib/transactions/list.store';
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
import { LEG_COLUMNS, LINE_COLUMNS, STATED_LINES, statedLegs } from './view-rows.store';

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
type Message = { readonly message: string };

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

function legList({ filters, sort }: Pick<LegQuery, 'filters' | 'sort'>): Listed {
  const isAmount = sort.endsWith('amount');
  return {
    columns: LEG_COLUMNS,
    of: Prisma.sql`${statedLegs(filters.book ?? 'bank')} WHERE ${legPredicate(filters)}`,
    key: isAmount ? LEG_AMOUNT : Prisma.sql`t.occurred_at`,
    text: isAmount ? Prisma.sql`${LEG_AMOUNT}::text` : instantText(Prisma.sql`t.occurred_at`),
    cast: isAmount ? Prisma.sql`numeric` : INSTANT,
    tie: Prisma.sql`t.id`,
    tieCast: Prisma.sql`text`,
  };
}

function lineList({ filters, sort }: Pick<LineQuery, 'filters' | 'sort'>): Listed {
  const isAmount = sort.endsWith('amount');
  return {
    columns: LINE_COLUMNS,
    of: Prisma.sql`${STATED_LINES} WHERE ${linePredicate(filters)}`,
    key: isAmount ? LINE_AMOUNT : Prisma.sql`l.booked_on`,
    text: isAmount ? Prisma.sql`${LINE_AMOUNT}::text` : dayText(Prisma.sql`l.booked_on`),
    cast: isAmount ? Prisma.sql`numeric` : Prisma.sql`date`,
    tie: Prisma.sql`l.seq`,
    tieCast: Prisma.sql`bigint`,
  };
}

/** Legs of a filter, their totals by currency, direction and day, and how many stand in which state: one snapshot. */
export function readLegs(query: LegQuery): Promise<LegPage | Message> {
  return inSnapshot(async (tx) => {
    const { filters, sort } = query;
    const page = await pageOf<LegRow>(tx, legList(query), query, writeViewQuery(LEG_LIST, { filters, sort }));
    if ('message' in page) return page;
    const book = filters.book ?? 'bank';
    const { totals, days } = await sumsOf(tx, {
      of: Prisma.sql`${statedLegs(book)} WHERE ${legPredicate(filters)}`,
      direction: Prisma.sql`t.direction`,
      amount: Prisma.sql`t.amount`,
      currency: Prisma.sql`t.currency`,
      day: Prisma.sql`t.local_day`,
    });
    const counts = await tx.$queryRaw<{ state: Reconciled; count: bigint }[]>`
      SELECT t.leg_state AS state, count(*) AS count
      FROM ${statedLegs(book)} WHERE ${legPredicate({ ...filters, state: [] })} GROUP BY 1`;
    const countOf = (state: string) => Number(counts.find((row) => row.state === state)?.count ?? 0);
    const states = Object.fromEntries(Object.keys(RECONCILED).map((state) => [state, countOf(state)]));
    return { ...page, totals, days, states: states as StateCounts };
  });
}

/** Lines of a filter with the same totals. */
export function readLines(query: LineQuery): Promise<LinePage | Message> {
  return inSnapshot(async (tx) => {
    const { filters, sort } = query;
    const page = await pageOf<LineRow>(tx, lineList(query), query, writeViewQuery(LINE_LIST, { filters, sort }));
    if ('message' in page) return page;
    const sums = await sumsOf(tx, {
      of: Prisma.sql`${STATED_LINES} WHERE ${linePredicate(filters)}`,
      direction: Prisma.sql`CASE WHEN l.amount < 0 THEN 'out' ELSE 'in' END`,
      amount: LINE_AMOUNT,
      currency: Prisma.sql`l.currency`,
      day: Prisma.sql`l.booked_on`,
    });
    return { ...page, ...sums };
  });
}

type Summed = Readonly<Record<'of' | 'direction' | 'amount' | 'currency' | 'day', Prisma.Sql>>;
type Counted<T> = Omit<T, 'count'> & { readonly count: bigint };

async function sumsOf(tx: Tx, { of, direction, amount, currency, day }: Summed) {
  const columns = Prisma.sql`${currency} AS currency, ${direction} AS direction, count(*) AS count, sum(${amount})::text AS sum`;
  const totals = await tx.$queryRaw<Counted<SideTotal>[]>`
    SELECT ${columns} FROM ${of} GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2`;
  const days = await tx.$queryRaw<Counted<DayTotal>[]>`
    SELECT * FROM (
      SELECT ${columns}, ${day}::text AS day, dense_rank() OVER (ORDER BY ${day} DESC)::int AS place FROM ${of}
      GROUP BY 1, 2, ${day}) AS d
    WHERE place <= ${MAX_DAYS} ORDER BY day DESC, currency, direction`;
  return {
    totals: totals.map((one): SideTotal => ({ ...one, count: Number(one.count) })),
    days: days.map(
      ({ day: on, currency: code, direction: way, count, sum }): DayTotal => ({
        day: on,
        currency: code,
        direction: way,
        count: Number(count),
        sum,
      }),
    ),
  };
}

/** Every leg of a filter in the list's order: what an export streams. Text and values of one query. */
export const legExport = (query: Pick<LegQuery, 'filters' | 'sort'>) => exportOf(legList(query), query.sort);
export const lineExport = (query: Pick<LineQuery, 'filters' | 'sort'>) => exportOf(lineList(query), query.sort);

export function exportOf({ columns, of, key, tie }: Listed, sort: string): Prisma.Sql {
  const way = sort.startsWith('-') ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`SELECT ${columns} FROM ${of} ORDER BY ${key} ${way}, ${tie} ${way}`;
}
