import 'server-only';
import type { Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { explain } from './explain';
import type { Leg } from './leg';
import { type MatchEvidence, PASS_OF_RULE } from './match';
import {
  AMOUNT_AGREES,
  ELIGIBLE,
  IS_NOT_REFUSED,
  LEG_IS_FREE,
  LINE_IS_FREE,
  pairsBy,
  type Scope,
  type SqlRule,
} from './pair.store';

/** Lines and legs that a rule has matched. */
export type Taken = { readonly rule: SqlRule; readonly lines: number; readonly legs: number };
/** A rule as it runs: by which version, on what. */
export type RuleInForce = Scope & { readonly rule: SqlRule; readonly version: number };

/**
 * One pass in one statement: the free lines and legs that agree by any of its rules in amount, currency, direction and
 * what else each asks for, taken where neither side has another that fits as well. So the result depends on nothing
 * that came in first, and a second run finds nothing. Where several fit, none is taken: an exception tells.
 */
export async function matchAlone(tx: Tx, pass: 1 | 2, rules: readonly RuleInForce[], runId: bigint): Promise<Taken[]> {
  if (rules.length === 0) return [];
  const taken = await tx.$queryRaw<{ rule: SqlRule; count: bigint }[]>`
    WITH pairs AS (${fittingPairs(rules)}),
    counted AS (
      SELECT *, count(*) OVER (PARTITION BY line_seq) AS legs, count(*) OVER (PARTITION BY leg_id, book) AS lines FROM pairs),
    taken AS (
      SELECT nextval('matches_id_seq') AS id, c.* FROM counted c WHERE lines = 1 AND legs = 1),
    made AS (
      INSERT INTO matches (id, pass, rule, rule_version, run_id, evidence, remainder)
      SELECT id, ${pass}, rule, version, ${runId}, jsonb_build_object(
        'agreed', jsonb_build_array(
          jsonb_build_object('criterion', rule, 'value', value),
          jsonb_build_object('criterion', 'amount', 'value', amount)),
        'rivals', 0, 'explained', '[]'::jsonb), 0 FROM taken),
    lines_taken AS (INSERT INTO matched_lines (line_seq, match_id) SELECT line_seq, id FROM taken),
    legs_taken AS (INSERT INTO matched_legs (leg_id, book, match_id) SELECT leg_id, book, id FROM taken)
    SELECT rule, count(*) AS count FROM taken GROUP BY rule`;
  return taken.map(({ rule, count }) => ({ rule, lines: Number(count), legs: Number(count) }));
}

/** Every pair of free ones that agrees by one of the rules, once, with the first of the rules by which it does. */
export function fittingPairs(rules: readonly RuleInForce[]): Prisma.Sql {
  const each = rules.map(
    (one, place) => Prisma.sql`
      SELECT ${place}::int AS place, ${one.rule}::text AS rule, ${one.version}::int AS version, l.seq AS line_seq,
        g.id AS leg_id, l.book, j.value, g.amount::text AS amount
      FROM ${pairsBy(one.rule, one)} AND ${AMOUNT_AGREES} AND ${ELIGIBLE}
        AND ${LINE_IS_FREE} AND ${LEG_IS_FREE} AND ${IS_NOT_REFUSED}`,
  );
  return Prisma.sql`
    SELECT DISTINCT ON (line_seq, leg_id) * FROM (${Prisma.join(each, ' UNION ALL ')}) AS fitting
    ORDER BY line_seq, leg_id, place, value`;
}

/** Pairs of one rail id whose amounts differ: few, and read into memory to be explained; more in one run wait for the next. */
const MOST_EXPLAINED = 20_000;

type Differing = {
  line_seq: bigint;
  book: string;
  amount: string;
  currency: string;
  day: string;
  legs: Leg[];
  value: string;
};

/**
 * Still pass 1: the same rail id with amounts that differ. What the payloads explain to the last digit is matched; the
 * rest stays free, for an exception to tell. Only lines and legs of which no other shares the id are looked at.
 */
export async function matchExplained(tx: Tx, pass: RuleInForce, runId: bigint): Promise<Taken> {
  const differing = await tx.$queryRaw<Differing[]>`
    WITH pairs AS (
      SELECT l.seq AS line_seq, g.id AS leg_id, g.transaction_id, l.book, l.amount::text AS amount, l.currency,
        l.booked_on::text AS day, min(j.value) AS value,
        count(*) OVER (PARTITION BY l.seq) + count(*) OVER (PARTITION BY g.id, l.book) AS sharing
      FROM ${pairsBy(pass.rule, pass)} AND NOT (${AMOUNT_AGREES}) AND g.amount IS NOT NULL AND ${ELIGIBLE}
        AND ${LINE_IS_FREE} AND ${LEG_IS_FREE} AND ${IS_NOT_REFUSED}
      GROUP BY l.seq, g.id, g.transaction_id, l.book, l.amount, l.currency, l.booked_on)
    SELECT p.line_seq, p.book, p.amount, p.currency, p.day, p.value, (
      SELECT jsonb_agg(o.data ORDER BY o.id = p.leg_id DESC, o.id) FROM legs o
      WHERE o.transaction_id = p.transaction_id AND (o.id = p.leg_id OR NOT EXISTS (
        SELECT FROM matched_legs mg WHERE mg.leg_id = o.id AND mg.book = p.book))) AS legs
    FROM pairs p WHERE sharing = 2 ORDER BY p.leg_id LIMIT ${MOST_EXPLAINED}`;
  const explained = differing.flatMap((one) => explainedMatch(one, pass));
  if (explained.length > 0) await insertMatches(tx, pass, runId, explained);
  return {
    rule: pass.rule,
    lines: explained.length,
    legs: explained.reduce((sum, { leg_ids }) => sum + leg_ids.length, 0),
  };
}

type NewMatch = { line_seq: string; leg_ids: readonly string[]; book: string; evidence: MatchEvidence };

function explainedMatch(
  { line_seq, book, amount, currency, day, legs, value }: Differing,
  { rule }: RuleInForce,
): NewMatch[] {
  const [leg, ...siblings] = legs;
  if (!leg) return [];
  const explanation = explain({ amount, currency, bookedOn: day }, [leg], siblings);
  if (explanation.outcome !== 'told' || !explanation.isComplete) return [];
  // What came back was booked together with what went out: both legs have their line.
  const cameBack = explanation.lines.some(({ label }) => label === 'reverted')
    ? siblings.filter(({ id }) => id.endsWith('#return'))
    : [];
  const evidence: MatchEvidence = {
    agreed: [{ criterion: rule, value }],
    rivals: 0,
    explained: explanation.lines.map(({ label, amount: worth }) => ({ label, amount: worth })),
  };
  return [{ line_seq: String(line_seq), leg_ids: [leg, ...cameBack].map(({ id }) => id), book, evidence }];
}

async function insertMatches(
  tx: Tx,
  { rule, version }: RuleInForce,
  runId: bigint,
  rows: readonly NewMatch[],
): Promise<void> {
  await tx.$executeRaw`
    WITH taken AS (
      SELECT nextval('matches_id_seq') AS id, r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(line_seq bigint, leg_ids text[], book text, evidence jsonb)),
    made AS (
      INSERT INTO matches (id, pass, rule, rule_version, run_id, evidence, remainder)
      SELECT id, ${PASS_OF_RULE[rule]}, ${rule}, ${version}, ${runId}, evidence, 0 FROM taken),
    lines_taken AS (INSERT INTO matched_lines (line_seq, match_id) SELECT line_seq, id FROM taken)
    INSERT INTO matched_legs (leg_id, book, match_id) SELECT unnest(leg_ids), book, id FROM taken`;
}
