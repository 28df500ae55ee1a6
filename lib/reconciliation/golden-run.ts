import type { StatementLine } from '@/lib/statements/statement';
import { isHundredfold, signedAmount } from './explain';
import type { LineVerdict, OpenLeg } from './golden-case';
import { addUp, setsFor } from './golden-sets';
import { type Criteria, type Criterion, failuresOf, judge, namesParty, type Strength, strengthOf } from './judge';
import type { Leg, Rail } from './leg';
import type { Reason } from './reason';

/**
 * For tests only: a whole run over a few lines and legs, written for clarity. It never looks at the order of either, and
 * is what the matcher over the database must agree with.
 */
export function run(lines: readonly StatementLine[], legs: readonly Leg[], rail: Rail): Run {
  const payments = lines.filter(({ kind }) => kind === 'payment');
  const pairs = payments.flatMap((line) => legs.filter((leg) => leg.rail === rail).map((leg) => pairOf(line, leg)));
  const verdicts = new Map<StatementLine, LineVerdict>();
  const isFree = ({ line, leg }: Pair) => !verdicts.has(line) && !isTaken(verdicts, leg);

  matchOneToOne(
    pairs.filter(({ strength }) => strength === 'proven'),
    1,
    verdicts,
    (pair, rivals) => (rivals.some(({ line }) => line !== pair.line) ? 'duplicate_at_bank' : 'duplicate_at_provider'),
  );
  accuseBySharedId(pairs.filter(isFree), verdicts);
  matchOneToOne(
    pairs.filter((pair) => isFree(pair) && pair.strength === 'unique'),
    2,
    verdicts,
    (pair, rivals) =>
      rivals.some(({ line, leg }) => line === pair.line && leg !== pair.leg) ? 'several_candidates' : null,
  );
  propose(pairs.filter(isFree), payments, verdicts);
  accuseByAccount(pairs.filter(isFree), verdicts);
  return { lines: lines.map((line) => verdictOf(line, verdicts)), openLegs: openLegs(pairs, legs, rail, verdicts) };
}

export type Run = { readonly lines: readonly LineVerdict[]; readonly openLegs: readonly OpenLeg[] };

export type Pair = {
  readonly line: StatementLine;
  readonly leg: Leg;
  readonly criteria: Criteria;
  readonly failed: readonly Criterion[];
  readonly strength: Strength;
};

type Verdicts = Map<StatementLine, LineVerdict>;

function pairOf(line: StatementLine, leg: Leg): Pair {
  const criteria = judge(line, leg);
  return { line, leg, criteria, failed: failuresOf(criteria), strength: strengthOf(criteria) };
}

function isTaken(verdicts: Verdicts, leg: Leg): boolean {
  return [...verdicts.values()].some((one) => one.verdict === 'matched' && one.legs.includes(leg.id));
}

/** Matches what is alone on both sides; what is not gets the reason that `clash` gives, or stays open. */
function matchOneToOne(
  pairs: readonly Pair[],
  pass: 1 | 2,
  verdicts: Verdicts,
  clash: (pair: Pair, rivals: readonly Pair[]) => Reason | null,
): void {
  for (const pair of pairs) {
    const rivals = pairs.filter((other) => other !== pair && (other.line === pair.line || other.leg === pair.leg));
    const reason = rivals.length > 0 ? clash(pair, rivals) : null;
    if (rivals.length === 0) verdicts.set(pair.line, { verdict: 'matched', pass, legs: [pair.leg.id] });
    else if (reason) verdicts.set(pair.line, { verdict: 'exception', reason });
  }
}

/** The same rail id and still no match: why, gravest first. Several lines of one payment are a split. */
function accuseBySharedId(pairs: readonly Pair[], verdicts: Verdicts): void {
  const shared = pairs.filter(({ criteria, failed }) => {
    const isOther = failed.includes('direction') || failed.includes('account') || failed.includes('day');
    return criteria.id.verdict === 'agrees' && !isOther;
  });
  for (const pair of shared) {
    const siblings = shared.filter(({ leg }) => leg === pair.leg).map(({ line }) => line);
    const isSplit = siblings.length > 1 && pair.failed.includes('amount') && pair.leg.money !== null;
    const isWhole = isSplit && addUp(siblings.map(({ amount }) => amount)) === addUp([signedAmount(pair.leg) ?? '0']);
    if (isWhole) verdicts.set(pair.line, { verdict: 'proposal', legs: [pair.leg.id] });
    else if (isSplit) verdicts.set(pair.line, { verdict: 'exception', reason: 'split_incomplete' });
    else verdicts.set(pair.line, { verdict: 'exception', reason: reasonOf(pair, 'id_equal_amount_differs') });
  }
}

/** Account or tax id agrees and one thing does not. */
function accuseByAccount(pairs: readonly Pair[], verdicts: Verdicts): void {
  for (const pair of pairs) {
    const only = pair.failed.filter((criterion) => criterion !== 'currency');
    const isAccused = pair.failed.every((criterion) => ['state', 'currency', 'amount'].includes(criterion));
    if (namesParty(pair.criteria) && isAccused && only.length <= 1 && pair.failed.length > 0)
      verdicts.set(pair.line, { verdict: 'exception', reason: reasonOf(pair, 'amount_differs') });
  }
}

function reasonOf({ line, leg, failed }: Pair, otherAmount: Reason): Reason {
  if (failed.includes('state')) return 'state_differs';
  if (failed.includes('currency')) return 'currency_differs';
  if (!leg.money) return 'amount_unknown';
  const amount = line.amount.replace('-', '');
  return isHundredfold(amount, leg.money.amount) ? 'unit_suspect' : otherAmount;
}

/** Pass 3: single legs that fit, else sets whose exact sum does. */
function propose(pairs: readonly Pair[], lines: readonly StatementLine[], verdicts: Verdicts): void {
  for (const line of lines.filter((one) => !verdicts.has(one))) {
    const own = pairs.filter((pair) => pair.line === line);
    const single = own.filter(({ strength }) => strength !== 'no').map(({ leg }) => leg.id);
    const legs = single.length > 0 ? single : setsFor(line, pairs);
    if (legs.length > 0) verdicts.set(line, { verdict: 'proposal', legs: [...new Set(legs)].sort() });
  }
}

function verdictOf(line: StatementLine, verdicts: Verdicts): LineVerdict {
  if (line.kind !== 'payment') return { verdict: 'not_needed' };
  return verdicts.get(line) ?? { verdict: 'exception', reason: 'missing_at_provider' };
}

/** Legs on the rail that no line has, is proposed for, or is accused by. */
function openLegs(pairs: readonly Pair[], legs: readonly Leg[], rail: Rail, verdicts: Verdicts): OpenLeg[] {
  const touched = new Set(
    [...verdicts.values()].flatMap((one) => (one.verdict === 'matched' || one.verdict === 'proposal' ? one.legs : [])),
  );
  for (const { line, leg, criteria } of pairs) {
    const isNamed = criteria.id.verdict === 'agrees' || namesParty(criteria);
    const verdict = verdicts.get(line);
    const isSameWay = criteria.direction === 'same' && criteria.day.verdict !== 'outside';
    if (verdict?.verdict === 'exception' && isNamed && isSameWay) touched.add(leg.id);
  }
  const open = legs.filter((leg) => leg.rail === rail && !touched.has(leg.id));
  return open.map((leg) => ({ leg: leg.id, verdict: OPEN[leg.expectation] }));
}

const OPEN = {
  expected: 'missing_at_bank',
  in_flight: 'expected',
  failed: 'not_needed',
  not_seen: 'not_needed',
} as const satisfies Record<Leg['expectation'], OpenLeg['verdict']>;
