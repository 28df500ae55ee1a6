import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { type Reader, spokenKept } from '@/lib/language/said';
import { besideLegs } from '@/lib/reconciliation/beside.store';
import { remarksSpoken } from '@/lib/reconciliation/exception-representation';
import { withSubjects } from '@/lib/reconciliation/exception-subject.store';
import { exceptionListOf, exceptionRow, type Told } from '@/lib/reconciliation/exception-view.store';
import type { LegRow, LineRow } from '@/lib/reconciliation/view';
import { legList, lineList } from '@/lib/reconciliation/view.store';
import type { ExceptionQuery, LegQuery, LineQuery } from '@/lib/reconciliation/view-query';
import { refundOrderOf } from '@/lib/refunds/board.store';
import { COLUMNS, judged, predicate, rowOf, type Selected } from '@/lib/refunds/judged.store';
import { readLimits } from '@/lib/refunds/limit.store';
import type { RefundQuery } from '@/lib/refunds/refund-query';
import { Prisma } from '@/prisma/generated/client';
import { EXCEPTION_FILE } from './exception-columns';
import { exportedLeg, LEG_FILE } from './leg-columns';
import { LINE_FILE } from './line-columns';
import { REFUND_FILE } from './refund-columns';
import { rowCells } from './row-column';
import type { Source } from './source.store';

/** Where files of the other lists read: each row comes as one JSON object, as the list's own screens read it. */

/** Who takes the file: how much they see, and in whose words. */
type For = { readonly sight: Sight; readonly reader: Reader };
type Asked<Query extends { filters: unknown; sort: unknown }> = Pick<Query, 'filters' | 'sort'>;

export async function refundSource(
  { sight, reader }: For,
  query: Asked<RefundQuery>,
  names: readonly string[],
  now: Date,
): Promise<Source> {
  const limits = await readLimits(now);
  const { isDescending, ...order } = refundOrderOf(query.sort);
  return {
    list: {
      ...order,
      of: Prisma.sql`${judged(limits, now)} WHERE ${await predicate(query.filters)}`,
      tie: Prisma.sql`t.transaction_id`,
      tieCast: Prisma.sql`text`,
    },
    isDescending,
    joined: null,
    select: Prisma.sql`(SELECT to_jsonb(one) FROM (SELECT ${COLUMNS}) AS one)`,
    cells: async (rows) =>
      rowCells(
        REFUND_FILE,
        names,
        seen(
          sight,
          rows.map(([row]) => rowOf(row as Selected, limits)),
        ),
        reader,
      ),
    totals: (of) => sums(of, Prisma.sql`t.currency`, Prisma.sql`NULL::text`, Prisma.sql`t.amount`),
  };
}

export async function legSource(
  { sight, reader }: For,
  query: Asked<LegQuery>,
  names: readonly string[],
): Promise<Source> {
  const { columns, ...list } = await legList(sight, query);
  return {
    list,
    isDescending: isFalling(query),
    joined: null,
    select: columns,
    cells: async (rows) => {
      const legs = seen(
        sight,
        rows.map(([row]) => row as LegRow),
      );
      const beside = await besideLegs(
        sight,
        legs.map(({ id }) => id),
        query.filters.book ?? 'bank',
      );
      return rowCells(
        LEG_FILE,
        names,
        legs.map((leg) => exportedLeg(leg, beside)),
        reader,
      );
    },
    totals: (of) => sums(of, Prisma.sql`t.currency`, Prisma.sql`t.direction`, Prisma.sql`t.amount`),
  };
}

export async function lineSource(
  { sight, reader }: For,
  query: Asked<LineQuery>,
  names: readonly string[],
): Promise<Source> {
  const { columns, ...list } = await lineList(sight, query);
  const direction = Prisma.sql`CASE WHEN l.amount < 0 THEN 'out' ELSE 'in' END`;
  return {
    list,
    isDescending: isFalling(query),
    joined: null,
    select: columns,
    cells: async (rows) =>
      rowCells(
        LINE_FILE,
        names,
        seen(
          sight,
          rows.map(([row]) => row as LineRow),
        ),
        reader,
      ),
    totals: (of) => sums(of, Prisma.sql`l.currency`, direction, Prisma.sql`l.amount`),
  };
}

export async function exceptionSource(
  { sight, reader }: For,
  query: Asked<ExceptionQuery>,
  names: readonly string[],
  now: Date,
): Promise<Source> {
  const { columns, ...list } = await exceptionListOf(sight, query, now);
  return {
    list,
    isDescending: isFalling(query),
    joined: null,
    select: columns,
    cells: async (rows) => {
      const exceptions = await withSubjects(
        sight,
        rows.map(([row]) => remarksSpoken(exceptionRow(row as Told), (text) => spokenKept(text, reader))),
      );
      return rowCells(EXCEPTION_FILE, names, exceptions, reader);
    },
    totals: (of) => sums(of, Prisma.sql`e.currency`, Prisma.sql`NULL::text`, Prisma.sql`e.amount`),
  };
}

function isFalling({ sort }: { readonly sort: string }): boolean {
  return sort.startsWith('-');
}

function sums(of: Prisma.Sql, currency: Prisma.Sql, direction: Prisma.Sql, amount: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${currency} AS currency, ${direction} AS direction, count(*) AS count, sum(${amount})::text AS sum
    FROM ${of} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`;
}
