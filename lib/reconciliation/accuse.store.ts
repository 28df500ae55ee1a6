import 'server-only';
import type { Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { PASS_OF_RULE } from './match';
import { AMOUNT_AGREES, ELIGIBLE, IS_NOT_REFUSED, LEG_IS_FREE, LINE_IS_FREE, pairsBy } from './pair.store';
import type { RuleInForce } from './pass.store';

/**
 * What does not agree after the passes, as rows of a table `found` that lives as long as the transaction: each with its
 * reason, what it is about, and the two values that differ.
 */
export async function openFound(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE found (
      reason text NOT NULL, line_seq bigint, leg_id text COLLATE "C", book text NOT NULL, rail text NOT NULL,
      expected text, actual text, amount numeric, currency text, day date NOT NULL) ON COMMIT DROP`;
  await tx.$executeRaw`
    CREATE TEMP TABLE proposed (line_seq bigint NOT NULL, leg_id text COLLATE "C" NOT NULL, book text NOT NULL) ON COMMIT DROP`;
}

/** Every free line beside every leg that shares an id, an account or a tax id with it, and what agrees of the rest. */
export async function namePairs(tx: Tx, rules: readonly RuleInForce[]): Promise<void> {
  const each = rules.map(
    (one) => Prisma.sql`
      SELECT ${PASS_OF_RULE[one.rule]}::int AS pass, l.seq AS line_seq, l.book, l.rail AS account_rail, l.amount, l.currency,
        l.booked_on, g.id AS leg_id, g.rail, g.amount AS leg_amount, g.currency AS leg_currency, g.direction, g.expectation,
        (${AMOUNT_AGREES}) IS TRUE AS is_equal, ${ELIGIBLE} AS is_eligible, ${LEG_IS_FREE} AS is_leg_free
      FROM ${pairsBy(one.rule, one)} AND ${LINE_IS_FREE} AND ${IS_NOT_REFUSED}`,
  );
  const pairs = each.length > 0 ? Prisma.join(each, ' UNION ALL ') : NO_PAIRS;
  await tx.$executeRaw`
    CREATE TEMP TABLE named ON COMMIT DROP AS
    SELECT DISTINCT ON (line_seq, leg_id) * FROM (${pairs}) AS p ORDER BY line_seq, leg_id, pass`;
  await tx.$executeRaw`CREATE INDEX ON named (leg_id)`;
  await tx.$executeRaw`ANALYZE named`;
}

const NO_PAIRS = Prisma.sql`
  SELECT 1 AS pass, l.seq AS line_seq, l.book, l.rail AS account_rail, l.amount, l.currency, l.booked_on, g.id AS leg_id,
    g.rail, g.amount AS leg_amount, g.currency AS leg_currency, g.direction, g.expectation, true AS is_equal,
    true AS is_eligible, true AS is_leg_free
  FROM free_lines l, legs g WHERE false`;

/** Lines of one rail id that were not matched: twice on a side, split, or other in state, currency or amount. */
export async function accuseBySharedId(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO found
    SELECT DISTINCT ON (line_seq) CASE WHEN lines > 1 THEN 'duplicate_at_bank' ELSE 'duplicate_at_provider' END,
      line_seq, leg_id, book, account_rail, '1', greatest(lines, legs)::text, abs(amount), currency, booked_on
    FROM (
      SELECT *, count(*) OVER (PARTITION BY leg_id, book) AS lines, count(*) OVER (PARTITION BY line_seq) AS legs
      FROM named WHERE pass = 1 AND is_equal AND is_eligible AND is_leg_free) AS fitting
    WHERE lines > 1 OR legs > 1 ORDER BY line_seq, lines DESC, leg_id`;
  await tx.$executeRaw`
    INSERT INTO proposed
    SELECT line_seq, leg_id, book FROM named p
    WHERE pass = 1 AND is_equal AND is_eligible AND is_leg_free AND ${IS_OPEN}`;
  await tx.$executeRaw`
    INSERT INTO proposed
    SELECT line_seq, leg_id, book FROM (
      SELECT p.*, sum(amount) OVER (PARTITION BY leg_id, book) AS whole, count(*) OVER (PARTITION BY leg_id, book) AS lines
      FROM named p WHERE pass = 1 AND is_leg_free AND is_eligible AND ${IS_OPEN}) AS split
    WHERE lines > 1 AND abs(whole) = leg_amount`;
  await tx.$executeRaw`
    INSERT INTO found
    SELECT DISTINCT ON (line_seq) CASE WHEN lines > 1 AND leg_amount IS NOT NULL AND NOT is_equal THEN 'split_incomplete'
        ELSE ${reasonOf('id_equal_amount_differs')} END,
      line_seq, leg_id, book, account_rail, ${EXPECTED}, ${ACTUAL}, ${AT_STAKE}, currency, booked_on
    FROM (
      SELECT p.*, count(*) OVER (PARTITION BY leg_id, book) AS lines FROM named p
      WHERE pass = 1 AND is_leg_free AND ${IS_OPEN}) AS shared
    ORDER BY line_seq, is_eligible DESC, abs(abs(amount) - leg_amount), leg_id`;
  await tx.$executeRaw`
    INSERT INTO found
    SELECT DISTINCT ON (line_seq) 'duplicate_at_bank', line_seq, leg_id, book, account_rail, '1', '2', abs(amount), currency,
      booked_on
    FROM named p WHERE pass = 1 AND NOT is_leg_free AND ${IS_OPEN} ORDER BY line_seq, leg_id`;
}

/** Lines whose account or tax id agrees: several legs fit, or one would but for its state, currency or amount. */
export async function accuseByParty(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO found
    SELECT DISTINCT ON (line_seq) 'several_candidates', line_seq, NULL, book, account_rail, '1', legs::text, abs(amount),
      currency, booked_on
    FROM (
      SELECT p.*, count(*) OVER (PARTITION BY line_seq) AS legs FROM named p
      WHERE pass = 2 AND is_equal AND is_eligible AND is_leg_free AND ${IS_OPEN}) AS fitting
    WHERE legs > 1 ORDER BY line_seq`;
  await tx.$executeRaw`
    INSERT INTO proposed
    SELECT line_seq, leg_id, book FROM named p
    WHERE pass = 2 AND is_equal AND is_eligible AND is_leg_free AND ${IS_OPEN}`;
}

/** Sets are looked for among so many of a line or a leg, and have two or three members. */
const MOST_IN_SET = 20;

/** Legs of one party that add up to a line, and lines that add up to a leg: proposed, never taken. */
export async function proposeSets(tx: Tx): Promise<void> {
  const apart = Prisma.sql`apart AS MATERIALIZED (
    SELECT p.*, count(*) OVER (PARTITION BY line_seq) AS legs, count(*) OVER (PARTITION BY leg_id, book) AS lines FROM named p
    WHERE pass = 2 AND NOT is_equal AND is_eligible AND is_leg_free AND (leg_currency = currency) IS NOT FALSE AND ${IS_OPEN})`;
  await tx.$executeRaw`
    WITH ${apart}
    INSERT INTO proposed
    SELECT DISTINCT a.line_seq, m.leg_id, a.book FROM apart a
    JOIN apart b ON b.line_seq = a.line_seq AND b.leg_id > a.leg_id
    LEFT JOIN apart c ON c.line_seq = a.line_seq AND c.leg_id > b.leg_id
      AND abs(a.amount) = a.leg_amount + b.leg_amount + c.leg_amount
    CROSS JOIN LATERAL unnest(ARRAY[a.leg_id, b.leg_id, c.leg_id]) AS m(leg_id)
    WHERE a.legs <= ${MOST_IN_SET} AND m.leg_id IS NOT NULL
      AND (c.leg_id IS NOT NULL OR abs(a.amount) = a.leg_amount + b.leg_amount)`;
  await tx.$executeRaw`
    WITH ${apart}
    INSERT INTO proposed
    SELECT DISTINCT m.line_seq, a.leg_id, a.book FROM apart a
    JOIN apart b ON (b.leg_id, b.book) = (a.leg_id, a.book) AND b.line_seq > a.line_seq
    LEFT JOIN apart c ON (c.leg_id, c.book) = (a.leg_id, a.book) AND c.line_seq > b.line_seq
      AND a.leg_amount = abs(a.amount + b.amount + c.amount)
    CROSS JOIN LATERAL unnest(ARRAY[a.line_seq, b.line_seq, c.line_seq]) AS m(line_seq)
    WHERE a.lines <= ${MOST_IN_SET} AND m.line_seq IS NOT NULL
      AND (c.line_seq IS NOT NULL OR a.leg_amount = abs(a.amount + b.amount))`;
}

/** The same after proposals: account or tax id agrees, and one thing besides the currency does not. */
export async function accuseByAmount(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO found
    SELECT DISTINCT ON (line_seq) ${reasonOf('amount_differs')}, line_seq, leg_id, book, account_rail, ${EXPECTED}, ${ACTUAL},
      ${AT_STAKE}, currency, booked_on
    FROM named p
    WHERE pass = 2 AND is_leg_free AND (is_equal OR is_eligible) AND ${IS_OPEN}
    ORDER BY line_seq, is_equal DESC, abs(abs(amount) - leg_amount), leg_id`;
  await tx.$executeRaw`
    INSERT INTO found
    SELECT 'missing_at_provider', p.seq, NULL, p.book, p.rail, NULL, p.amount::text || ' ' || p.currency, abs(p.amount),
      p.currency, p.booked_on
    FROM (SELECT l.*, l.seq AS line_seq FROM free_lines l WHERE ${LINE_IS_FREE}) AS p WHERE ${IS_OPEN}`;
}

/** Nothing was found or proposed for the line yet. */
const IS_OPEN = Prisma.sql`NOT EXISTS (SELECT FROM found f WHERE f.line_seq = p.line_seq)
  AND NOT EXISTS (SELECT FROM proposed q WHERE q.line_seq = p.line_seq)`;

const OTHER_CURRENCY = Prisma.sql`leg_currency <> currency`;

/** Why a pair that names one payment is no match, gravest first. */
function reasonOf(otherAmount: 'id_equal_amount_differs' | 'amount_differs'): Prisma.Sql {
  return Prisma.sql`CASE WHEN NOT is_eligible THEN 'state_differs' WHEN ${OTHER_CURRENCY} THEN 'currency_differs'
    WHEN leg_amount IS NULL THEN 'amount_unknown'
    WHEN leg_amount <> 0 AND (abs(amount) = leg_amount * 100 OR abs(amount) * 100 = leg_amount) THEN 'unit_suspect'
    ELSE ${otherAmount} END`;
}

/** The two values as the reason compares them: states, or amounts as the bank signs them. */
const EXPECTED = Prisma.sql`CASE WHEN NOT is_eligible THEN expectation WHEN leg_amount IS NOT NULL THEN
  CASE direction WHEN 'out' THEN '-' ELSE '' END || leg_amount::text || coalesce(' ' || leg_currency, '') END`;
const ACTUAL = Prisma.sql`amount::text || ' ' || currency`;
/** What is at stake: the gap where both are told in one currency, else all of it. */
const AT_STAKE = Prisma.sql`CASE WHEN is_eligible AND leg_amount IS NOT NULL AND NOT (${OTHER_CURRENCY}) IS TRUE
  THEN abs(abs(amount) - leg_amount) ELSE abs(amount) END`;
