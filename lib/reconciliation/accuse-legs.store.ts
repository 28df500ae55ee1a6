import 'server-only';
import type { Tx } from '@/lib/db';
import type { Environment } from '@/lib/providers/catalogue';

/** Until so many days after a line was due a leg is late, then it is missing at the bank. */
export const LATE_DAYS = 3;

type Asked = {
  readonly environment: Environment;
  /** Days by which a bank may book apart from the leg's own. */
  readonly windowDays: number;
  /** YYYY-MM-DD, today. */
  readonly today: string;
};

/**
 * Legs for which a line was expected by now: every account on its rail that is in use has statements over its day and the
 * days the bank may take, and no free line names it. A leg whose statement is not imported yet is expected, no more. The
 * own ledger answers for the currencies that it keeps.
 */
export async function accuseAbsent(tx: Tx, { environment, windowDays, today }: Asked): Promise<void> {
  await tx.$executeRaw`
    WITH covers AS MATERIALIZED (
      SELECT s.account_id, a.rail, CASE a.rail WHEN 'ledger' THEN 'ledger' ELSE 'bank' END AS book, s.first_day, s.last_day,
        CASE a.rail WHEN 'ledger' THEN ARRAY(SELECT DISTINCT l.currency FROM lines l WHERE l.account_id = a.id)
          END AS currencies
      FROM statements s JOIN bank_accounts a ON a.id = s.account_id
      WHERE s.undone_at IS NULL AND s.first_day IS NOT NULL AND s.last_day IS NOT NULL),
    span AS (SELECT min(first_day) AS first, max(last_day) AS last FROM covers),
    books AS (SELECT DISTINCT book FROM covers),
    open AS MATERIALIZED (
      SELECT g.id, g.rail, g.direction, g.amount, g.currency, g.local_day, g.last_day, b.book
      FROM legs g CROSS JOIN books b CROSS JOIN span
      WHERE g.expectation = 'expected' AND g.environment = ${environment}
        AND g.local_day BETWEEN span.first AND span.last
        AND NOT EXISTS (SELECT FROM matched_legs m WHERE m.leg_id = g.id AND m.book = b.book)
        AND NOT EXISTS (SELECT FROM named n WHERE n.leg_id = g.id AND n.book = b.book)
        AND NOT EXISTS (SELECT FROM proposed q WHERE q.leg_id = g.id AND q.book = b.book)),
    asked AS (SELECT DISTINCT book, rail, currency, local_day, last_day + ${windowDays}::int AS due FROM open),
    fitting AS (
      SELECT q.*, c.account_id,
        bool_or(q.local_day BETWEEN c.first_day AND c.last_day) AND bool_or(q.due BETWEEN c.first_day AND c.last_day) AS is_covered
      FROM asked q JOIN covers c ON c.book = q.book AND c.rail IN (q.rail, 'ledger')
        AND (c.rail <> 'ledger' OR q.currency = ANY(c.currencies))
      GROUP BY q.book, q.rail, q.currency, q.local_day, q.due, c.account_id),
    due AS (
      SELECT book, rail, currency, local_day, due FROM fitting GROUP BY 1, 2, 3, 4, 5 HAVING bool_and(is_covered))
    INSERT INTO found
    SELECT CASE WHEN ${today}::date - d.due > ${LATE_DAYS} THEN 'missing_at_bank' ELSE 'late' END, NULL, o.id, o.book, o.rail,
      CASE o.direction WHEN 'out' THEN '-' ELSE '' END || o.amount::text || coalesce(' ' || o.currency, ''), NULL,
      o.amount, o.currency, o.local_day
    FROM open o JOIN due d ON (d.book, d.rail, d.local_day, d.due) = (o.book, o.rail, o.local_day, o.last_day + ${windowDays}::int)
      AND d.currency IS NOT DISTINCT FROM o.currency`;
}

/** Legs that have their line, and of which something else became known since. */
export async function accuseMatched(tx: Tx, environment: Environment): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO found
    SELECT 'state_differs', (SELECT min(ml.line_seq) FROM matched_lines ml WHERE ml.match_id = m.match_id), g.id, m.book,
      g.rail, g.expectation, 'matched', g.amount, g.currency, g.local_day
    FROM legs g JOIN matched_legs m ON m.leg_id = g.id
    WHERE g.expectation IN ('failed', 'not_seen') AND g.environment = ${environment}`;
  await tx.$executeRaw`
    INSERT INTO found
    SELECT 'reversed_after_match', (SELECT min(ml.line_seq) FROM matched_lines ml WHERE ml.match_id = m.match_id), m.leg_id,
      m.book, r.rail, 'returned', 'matched', r.amount, r.currency, r.local_day
    FROM legs r
    JOIN matched_legs m ON m.leg_id IN (r.transaction_id || '#out', r.transaction_id || '#in')
    JOIN matches x ON x.id = m.match_id
    WHERE r.id LIKE '%#return' AND r.expectation = 'expected' AND r.environment = ${environment}
      AND r.occurred_at > x.made_at
      AND NOT EXISTS (SELECT FROM matched_legs o WHERE o.leg_id = r.id AND o.book = m.book)`;
}

/** A leg that shares its rail id with a payment whose line was found: two payments, one line. */
export async function accuseTwins(tx: Tx, environment: Environment): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO found
    SELECT DISTINCT ON (g.id, m.book) 'duplicate_at_provider', l.line_seq, g.id, m.book, g.rail, '1', '2', g.amount,
      g.currency, g.local_day
    FROM found f
    JOIN legs g ON g.id = f.leg_id
    JOIN leg_ids i ON i.leg_id = g.id AND i.kind IN ('e2e', 'clave_rastreo', 'tx_hash')
    JOIN leg_ids j ON j.key = i.key AND j.kind = i.kind AND j.leg_id <> i.leg_id
    JOIN legs t ON t.id = j.leg_id AND t.direction = g.direction AND t.rail = g.rail AND t.amount = g.amount
      AND t.transaction_id <> g.transaction_id
    JOIN matched_legs m ON m.leg_id = t.id AND m.book = f.book
    JOIN matched_lines l ON l.match_id = m.match_id
    WHERE f.reason IN ('late', 'missing_at_bank') AND g.environment = ${environment}
    ORDER BY g.id, m.book, l.line_seq`;
  await tx.$executeRaw`
    DELETE FROM found f WHERE f.reason IN ('late', 'missing_at_bank') AND EXISTS (
      SELECT FROM found o WHERE o.reason = 'duplicate_at_provider' AND o.leg_id = f.leg_id AND o.book = f.book)`;
}

/** Refunds of which one of two known payments names the other, and the other does not. */
export async function accuseOneSided(tx: Tx, environment: Environment): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO found
    SELECT DISTINCT ON (g.id) 'refund_one_sided', NULL::bigint, g.id, 'bank', g.rail, k.target, k.transaction_id, g.amount,
      g.currency, g.local_day
    FROM links k
    JOIN legs g ON g.transaction_id = k.transaction_id
    JOIN transactions o ON o.id = k.target
    WHERE k.relation IN ('refund_of', 'refunded_by') AND g.environment = ${environment} AND NOT EXISTS (
      SELECT FROM links b WHERE b.transaction_id = k.target AND b.target = k.transaction_id
        AND b.relation = CASE k.relation WHEN 'refund_of' THEN 'refunded_by' ELSE 'refund_of' END)
    ORDER BY g.id, k.target`;
}
