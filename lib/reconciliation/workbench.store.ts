import 'server-only';
import { prisma } from '@/lib/db';
import type { Environment } from '@/lib/providers/catalogue';
import type { StatementLine } from '@/lib/statements/statement';
import { Prisma } from '@/prisma/generated/client';
import type { Leg, Rail } from './leg';
import { STATEMENT_LINE } from './line-row.store';
import { isRefused } from './refusal.store';
import type { Book, LegRow } from './view';
import { LEG_COLUMNS, statedLegs } from './view-rows.store';
import type { Progress } from './workbench-view';

/** What only the workbench asks: how much is done, and what may belong to a line. */

export async function readProgress(): Promise<Progress> {
  const [row] = await prisma().$queryRaw<Record<keyof Progress, bigint>[]>`
    SELECT accounts, lines, matched - "byPeople" AS "byRules", "byPeople" FROM (
      SELECT (SELECT count(*) FROM bank_accounts) AS accounts,
        (SELECT count(*) FROM lines WHERE kind = 'payment') AS lines,
        (SELECT count(*) FROM matched_lines) AS matched,
        (SELECT count(*) FROM matches m JOIN matched_lines l ON l.match_id = m.id WHERE m.pass = 0) AS "byPeople") AS counted`;
  return {
    accounts: Number(row?.accounts ?? 0),
    lines: Number(row?.lines ?? 0),
    byRules: Number(row?.byRules ?? 0),
    byPeople: Number(row?.byPeople ?? 0),
  };
}

/** Free payments that may be a part of an amount. */
export type PartsAsked = {
  readonly environment: Environment;
  readonly book: Book;
  /** `null`: the own ledger knows every rail. */
  readonly rail: Rail | null;
  readonly direction: 'in' | 'out';
  readonly currency: string;
  /** None is larger than this, without sign. */
  readonly atMost: string;
  /** The days of the lines. */
  readonly first: string;
  readonly last: string;
};
/** So far from the lines a part may lie. */
const PART_DAYS = 14;

/** The nearest of them in day, and how many there are in all. */
export async function nearestParts(asked: PartsAsked, limit: number): Promise<{ legs: LegRow[]; total: number }> {
  const { environment, book, rail, direction, currency, atMost, first, last } = asked;
  const rows = await prisma().$queryRaw<{ row: LegRow; total: bigint }[]>`
    SELECT ${LEG_COLUMNS}, count(*) OVER () AS total FROM ${statedLegs(book)}
    WHERE NOT EXISTS (SELECT FROM matched_legs x WHERE x.leg_id = t.id AND x.book = ${book})
      AND t.expectation IN ('expected', 'in_flight') AND t.environment = ${environment}
      ${rail === null ? Prisma.empty : Prisma.sql`AND t.rail = ${rail}`} AND t.direction = ${direction}
      AND t.currency = ${currency} AND t.amount > 0 AND t.amount <= ${atMost}::numeric
      AND t.local_day BETWEEN ${first}::date - ${PART_DAYS}::int AND ${last}::date + ${PART_DAYS}::int
    ORDER BY greatest(0, ${first}::date - t.local_day, t.local_day - ${last}::date), t.id LIMIT ${limit}`;
  return { legs: rows.map(({ row }) => row), total: Number(rows[0]?.total ?? 0) };
}

/** A line and a free leg that share an id, or the amount within a few days. */
export type LikelyPair = { readonly seq: string; readonly line: StatementLine; readonly leg: Leg };
/** Banking days may lie a long weekend apart. */
const LIKELY_DAYS = 5;
/** Of each line so many of the nearest are read. */
const LIKELY_LEGS = 20;

/** The pairs that a proposal may come from, for a page of lines in one read. Pairs that somebody dismissed are none. */
export async function likelyPairs(seqs: readonly string[], environment: Environment): Promise<LikelyPair[]> {
  if (seqs.length === 0) return [];
  return prisma().$queryRaw<LikelyPair[]>`
    WITH asked AS (
      SELECT l.*, a.rail, CASE a.rail WHEN 'ledger' THEN 'ledger' ELSE 'bank' END AS book
      FROM lines l JOIN bank_accounts a ON a.id = l.account_id
      WHERE l.seq = ANY(${seqs.map(BigInt)}::bigint[]) AND l.kind = 'payment'),
    near AS (
      SELECT l.seq, j.leg_id FROM asked l
      JOIN line_ids i ON i.line_seq = l.seq AND i.kind <> 'reference' JOIN leg_ids j ON j.key = i.key AND j.kind = i.kind
      JOIN legs g ON g.id = j.leg_id AND g.amount = abs(l.amount)
      UNION SELECT l.seq, g.id FROM asked l
      JOIN legs g ON g.amount = abs(l.amount)
        AND g.local_day BETWEEN l.booked_on - ${LIKELY_DAYS}::int AND l.booked_on + ${LIKELY_DAYS}::int),
    placed AS (
      SELECT l.*, g.data AS leg,
        row_number() OVER (PARTITION BY l.seq ORDER BY abs(l.booked_on - g.local_day), g.id) AS nth
      FROM near n JOIN asked l ON l.seq = n.seq JOIN legs g ON g.id = n.leg_id
      WHERE g.environment = ${environment} AND l.rail IN (g.rail, 'ledger')
        AND NOT EXISTS (SELECT FROM matched_legs m WHERE m.leg_id = g.id AND m.book = l.book)
        AND NOT ${isRefused(Prisma.sql`l.seq`, Prisma.sql`g.id`)})
    SELECT l.seq::text AS seq, ${STATEMENT_LINE} AS line, l.leg FROM placed l WHERE nth <= ${LIKELY_LEGS}`;
}
