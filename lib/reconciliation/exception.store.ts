import 'server-only';
import type { Tx } from '@/lib/db';
import { keptText, said } from '@/lib/language/said';
import type { Environment } from '@/lib/providers/catalogue';
import { accuseByAmount, accuseByParty, accuseBySharedId, namePairs, openFound, proposeSets } from './accuse.store';
import { accuseAbsent, accuseMatched, accuseOneSided, accuseTwins } from './accuse-legs.store';
import type { RuleInForce } from './pass.store';
import { proposeSimilar } from './propose.store';

/** Reasons that runs find, and therefore see end; what is told elsewhere is not theirs to resolve. */
const OF_RUNS = [
  'missing_at_bank',
  'missing_at_provider',
  'amount_differs',
  'id_equal_amount_differs',
  'currency_differs',
  'state_differs',
  'duplicate_at_bank',
  'duplicate_at_provider',
  'split_incomplete',
  'several_candidates',
  'late',
  'refund_one_sided',
  'reversed_after_match',
  'amount_unknown',
  'unit_suspect',
];

export type Changed = { readonly opened: number; readonly reopened: number; readonly resolved: number };
export type Asked = {
  readonly environment: Environment;
  /** Those that are on, a likeness aside. */
  readonly rules: readonly RuleInForce[];
  /** How far a likeness and a bank may lie apart in days. */
  readonly windowDays: number;
  readonly today: string;
};

/** Finds everything that does not agree after the passes, and opens, reopens and resolves exceptions accordingly. */
export async function findExceptions(tx: Tx, asked: Asked): Promise<Changed> {
  await openFound(tx);
  await namePairs(tx, asked.rules);
  await accuseBySharedId(tx);
  await accuseByParty(tx);
  await proposeSimilar(tx, asked);
  await proposeSets(tx);
  await accuseByAmount(tx);
  await tx.$executeRaw`ANALYZE found, proposed`;
  await accuseAbsent(tx, asked);
  await accuseTwins(tx, asked.environment);
  await accuseMatched(tx, asked.environment);
  await accuseOneSided(tx, asked.environment);
  await endWaits(tx, asked.today);
  return settle(tx);
}

/** Kept sentences into which the database puts its values: each stands where its name stands. */
const WAIT_OVER = keptText(said('reasons.kept.waitOver', { day: '<day>' }));
const FOUND_AGAIN = keptText(
  said('reasons.kept.foundAgain', { expected: { amount: '<expected>' }, actual: { amount: '<actual>' } }),
);
const AGREES = keptText(said('reasons.kept.agrees'));

/** What somebody waited for until a day is open again once the day has come. */
async function endWaits(tx: Tx, today: string): Promise<void> {
  await tx.$executeRaw`
    WITH over AS (
      UPDATE match_exceptions SET state = 'open' WHERE state = 'waiting' AND wait_until <= ${today}::date
      RETURNING id, wait_until)
    INSERT INTO exception_notes (exception_id, kind, text)
    SELECT id, 'state', replace(${WAIT_OVER}, '<day>', wait_until::text) FROM over`;
}

/**
 * Makes the exceptions what was found. One that is found again keeps its owner and its state; one that had resolved itself,
 * or that a person resolved while its values were others, opens again; what is not found any more resolves itself.
 */
async function settle(tx: Tx): Promise<Changed> {
  await tx.$executeRaw`
    CREATE TEMP TABLE held ON COMMIT DROP AS
    SELECT DISTINCT ON (about) * FROM (
      SELECT reason || '|' || coalesce(line_seq::text, '') || '|' || coalesce(leg_id, '')
        || CASE book WHEN 'ledger' THEN '|ledger' ELSE '' END AS about, f.* FROM found f) AS f
    ORDER BY about, expected, actual`;
  const [changed] = await tx.$queryRaw<{ opened: bigint; reopened: bigint; resolved: bigint }[]>`
    WITH opened AS (
      INSERT INTO match_exceptions (about, reason, line_seq, leg_id, rail, expected, actual, amount, currency, day, state)
      SELECT about, reason, line_seq, leg_id, rail, expected, actual, amount, currency, day, 'open' FROM held
      ON CONFLICT (about) DO NOTHING RETURNING 1),
    changed AS (
      SELECT e.id, h.expected, h.actual, h.amount, h.currency, h.day, e.state = 'resolved' AS is_reopened
      FROM match_exceptions e JOIN held h ON h.about = e.about
      WHERE (e.expected, e.actual, e.amount, e.currency) IS DISTINCT FROM (h.expected, h.actual, h.amount, h.currency)
        OR (e.state = 'resolved' AND e.resolution IN ('itself', 'corrected'))),
    updated AS (
      UPDATE match_exceptions e SET expected = c.expected, actual = c.actual, amount = c.amount, currency = c.currency,
        day = c.day, state = CASE WHEN c.is_reopened THEN 'open' ELSE e.state END,
        resolution = CASE WHEN c.is_reopened THEN NULL ELSE e.resolution END,
        remark = CASE WHEN c.is_reopened THEN NULL ELSE e.remark END,
        resolved_by = CASE WHEN c.is_reopened THEN NULL ELSE e.resolved_by END,
        resolved_at = CASE WHEN c.is_reopened THEN NULL ELSE e.resolved_at END
      FROM changed c WHERE c.id = e.id),
    gone AS (
      UPDATE match_exceptions e SET state = 'resolved', resolution = 'itself', resolved_at = now()
      WHERE e.state <> 'resolved' AND e.reason = ANY(${OF_RUNS}::text[])
        AND NOT EXISTS (SELECT FROM held h WHERE h.about = e.about)
      RETURNING e.id),
    notes AS (
      INSERT INTO exception_notes (exception_id, kind, text)
      SELECT id, 'reopened', replace(replace(${FOUND_AGAIN}, '"<expected>"', to_jsonb(coalesce(expected, '—'))::text),
        '"<actual>"', to_jsonb(coalesce(actual, '—'))::text)
      FROM changed WHERE is_reopened
      UNION ALL SELECT id, 'resolved', ${AGREES} FROM gone)
    SELECT (SELECT count(*) FROM opened) AS opened, (SELECT count(*) FROM changed WHERE is_reopened) AS reopened,
      (SELECT count(*) FROM gone) AS resolved`;
  return {
    opened: Number(changed?.opened ?? 0),
    reopened: Number(changed?.reopened ?? 0),
    resolved: Number(changed?.resolved ?? 0),
  };
}
