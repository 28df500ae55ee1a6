import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma } from '@/lib/db';
import { LISTS, type ListName } from '@/lib/providers/listing';
import { Prisma } from '@/prisma/generated/client';
import {
  DIFFERENCE_STATES,
  type DifferenceCounts,
  type DifferenceFilters,
  type DifferenceState,
  type KeptDifference,
} from './difference';

/** Reads of what lists and our store do not agree in, for the page and its file. */

const HOLDING = {
  open: Prisma.sql`settled_at IS NULL AND field <> 'row'`,
  unread: Prisma.sql`settled_at IS NULL AND field = 'row'`,
  settled: Prisma.sql`settled_at IS NOT NULL`,
} as const satisfies Record<DifferenceState, Prisma.Sql>;

/** Those last seen first, by keyset: the ones that follow `after`. */
export async function listDifferences(
  sight: Sight,
  { state, list }: DifferenceFilters,
  after: KeptDifference | null,
  limit: number,
): Promise<KeptDifference[]> {
  const conditions = [
    HOLDING[state],
    list && Prisma.sql`list = ${list}`,
    after &&
      Prisma.sql`(last_seen_at, list, transaction_id, field)
                 < (${after.lastSeenAt}::timestamptz, ${after.list}, ${after.transactionId}, ${after.field})`,
  ].filter((condition) => condition !== null);
  const rows = await prisma().$queryRaw<KeptDifference[]>`
    SELECT list, transaction_id AS "transactionId", field, theirs, ours, first_seen_at AS "firstSeenAt",
           last_seen_at AS "lastSeenAt", settled_at AS "settledAt",
           EXISTS (SELECT FROM transactions t WHERE t.id = transaction_id) AS "isTransactionKnown"
    FROM list_differences WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY last_seen_at DESC, list DESC, transaction_id DESC, field DESC LIMIT ${limit}`;
  return seen(sight, rows);
}

/** All of them, some at a time. */
export async function* streamDifferences(
  sight: Sight,
  filters: DifferenceFilters,
  size: number,
): AsyncGenerator<readonly KeptDifference[]> {
  for (let after: KeptDifference | null = null; ; ) {
    const rows: KeptDifference[] = await listDifferences(sight, filters, after, size);
    if (rows.length > 0) yield rows;
    after = rows.at(-1) ?? null;
    if (rows.length < size) return;
  }
}

/** How many there are of each list, by state. */
export async function countDifferences(): Promise<Readonly<Record<ListName, DifferenceCounts>>> {
  const rows = await prisma().$queryRaw<{ list: string; state: DifferenceState; count: number }[]>`
    SELECT list, CASE WHEN settled_at IS NOT NULL THEN 'settled' WHEN field = 'row' THEN 'unread' ELSE 'open' END AS state,
           count(*)::float8 AS count
    FROM list_differences GROUP BY 1, 2`;
  const countOf = (list: string, state: DifferenceState) =>
    rows.find((row) => row.list === list && row.state === state)?.count ?? 0;
  const counts = Object.keys(LISTS).map((list) => [
    list,
    Object.fromEntries(DIFFERENCE_STATES.map((state) => [state, countOf(list, state)])),
  ]);
  return Object.fromEntries(counts) as Record<ListName, DifferenceCounts>;
}
