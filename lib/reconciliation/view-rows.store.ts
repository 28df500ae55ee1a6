import 'server-only';
import { instantText } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import { FOUND_IDS } from './line-row.store';
import type { Book, LegRow, LineRow } from './view';

/** Rows of the screens as SQL: tables to select from (`t`), and their members. */

/** A leg with a hash that another provider tells too: it is seen at both ends. `leg` is the name of its table. */
export function seenAtBoth(leg: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM leg_ids i JOIN leg_ids j ON j.key = i.key AND j.kind = 'tx_hash' AND j.leg_id <> i.leg_id
    JOIN legs o ON o.id = j.leg_id AND o.provider <> ${leg}.provider AND o.environment = ${leg}.environment
    WHERE i.leg_id = ${leg}.id AND i.kind = 'tx_hash')`;
}

/** All of those legs. */
const ALL_SEEN_AT_BOTH = Prisma.sql`(
  SELECT DISTINCT leg_id FROM (
    SELECT h.leg_id, min(o.provider) OVER ends <> max(o.provider) OVER ends AS is_seen
    FROM (SELECT leg_id, key, count(*) OVER (PARTITION BY key) AS legs FROM leg_ids WHERE kind = 'tx_hash') AS h
    JOIN legs o ON o.id = h.leg_id
    WHERE h.legs > 1 WINDOW ends AS (PARTITION BY h.key, o.environment)) AS told
  WHERE is_seen)`;

/**
 * Legs with their match and their state against one book. A hash that another provider tells too is seen at both ends:
 * that is all the proof there is for what moves on a chain alone. Nothing is expected any more where a person settled it.
 * With `transactionIds`, a SQL array of ids, only the exceptions of those are gathered: for who asks about few.
 */
export function statedLegs(book: Book, transactionIds?: Prisma.Sql): Prisma.Sql {
  const few = transactionIds
    ? Prisma.sql`AND leg_id IN (SELECT id FROM legs WHERE transaction_id = ANY(${transactionIds}))`
    : Prisma.empty;
  return stated(book, { few, isSeen: seenAtBoth(Prisma.sql`g`), seen: Prisma.empty });
}

/** The same for sums of many: what is seen is worked out for all at once, since asking leg by leg would take seconds. */
export function manyStatedLegs(book: Book): Prisma.Sql {
  return stated(book, {
    few: Prisma.empty,
    isSeen: Prisma.sql`s.leg_id IS NOT NULL`,
    seen: Prisma.sql`LEFT JOIN ${ALL_SEEN_AT_BOTH} s ON s.leg_id = g.id`,
  });
}

type Parts = Readonly<Record<'few' | 'isSeen' | 'seen', Prisma.Sql>>;

function stated(book: Book, { few, isSeen, seen }: Parts): Prisma.Sql {
  return Prisma.sql`(
    SELECT g.*, m.match_id, e.reasons, CASE
        WHEN m.match_id IS NOT NULL AND e.reasons IS NULL THEN 'matched'
        WHEN e.reasons <@ ARRAY['late'] THEN 'late'
        WHEN e.reasons IS NOT NULL THEN 'exception'
        WHEN g.expectation IN ('failed', 'not_seen') OR e.is_settled THEN 'not_needed'
        WHEN g.rail = 'chain' AND ${book} = 'bank' THEN CASE WHEN ${isSeen} THEN 'matched' ELSE 'not_needed' END
        ELSE 'expected' END AS leg_state
    FROM legs g
    LEFT JOIN matched_legs m ON m.leg_id = g.id AND m.book = ${book}
    LEFT JOIN (
      SELECT leg_id, array_agg(DISTINCT reason ORDER BY reason) FILTER (WHERE state <> 'resolved') AS reasons,
        bool_or(state = 'resolved' AND resolved_by IS NOT NULL) AS is_settled
      FROM match_exceptions WHERE leg_id IS NOT NULL AND (about LIKE '%|ledger') = (${book} = 'ledger') ${few}
      GROUP BY leg_id) e ON e.leg_id = g.id
    ${seen}) AS t`;
}

export const LEG_COLUMNS = Prisma.sql`t.data || jsonb_build_object(
  'state', t.leg_state, 'matchId', t.match_id::text, 'reasons', coalesce(to_jsonb(t.reasons), '[]'::jsonb)) AS row`;
export type SelectedLeg = { readonly row: LegRow };

/** Lines with their account, match and open exceptions. */
export const STATED_LINES = Prisma.sql`(
  SELECT l.*, a.name AS account_name, a.rail, m.match_id, e.reasons,
    CASE a.rail WHEN 'ledger' THEN 'ledger' ELSE 'bank' END AS book
  FROM lines l
  JOIN bank_accounts a ON a.id = l.account_id
  LEFT JOIN matched_lines m ON m.line_seq = l.seq
  LEFT JOIN (
    SELECT line_seq, array_agg(DISTINCT reason ORDER BY reason) AS reasons FROM match_exceptions
    WHERE state <> 'resolved' AND line_seq IS NOT NULL GROUP BY line_seq) e ON e.line_seq = l.seq) AS l`;

export const LINE_COLUMNS = Prisma.sql`jsonb_build_object(
  'seq', l.seq::text, 'statementId', l.statement_id::text, 'accountId', l.account_id, 'accountName', l.account_name,
  'accountRail', l.rail, 'book', l.book, 'place', l.place, 'bookedOn', l.booked_on,
  'bookedAt', ${instantText(Prisma.sql`l.booked_at`)}, 'valueOn', l.value_on,
  'direction', CASE WHEN l.amount < 0 THEN 'out' ELSE 'in' END, 'amount', l.amount::text, 'currency', l.currency,
  'text', l.text, 'name', l.name, 'account', l.account, 'taxId', l.tax_id, 'bankReference', l.bank_reference,
  'kind', l.kind, 'ids', ${FOUND_IDS}, 'matchId', l.match_id::text,
  'reasons', coalesce(to_jsonb(l.reasons), '[]'::jsonb)) AS row`;
export type SelectedLine = { readonly row: LineRow };
