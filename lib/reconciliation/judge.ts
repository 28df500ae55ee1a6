import { compare, fromUnits, toUnits } from '@/lib/money';
import type { StatementLine } from '@/lib/statements/statement';
import { explain, isOtherCurrency } from './explain';
import { accountOf, type Compared, compareHashes, compareIds, nameOf, taxIdOf, weightiest } from './judge-ids';
import type { Leg, LegExpectation, LegIdKind } from './leg';
import { bankingDaysBetween, daysBetween, speiOperatingDays } from './local-day';

/** The pure meaning of the criteria by which a line and a leg are compared. */

/** The ids that name one payment on its rail. */
export type RailIdKind = Extract<LegIdKind, 'e2e' | 'clave_rastreo' | 'tx_hash'>;

export type Criteria = {
  /** The rail ids of both: which kind agrees, or is on both sides and does not. */
  readonly id: Compared & { readonly kind: RailIdKind };
  readonly account: Compared;
  readonly taxId: Compared;
  /** References that banks print: ours, the provider's. They never contradict. */
  readonly reference: Compared;
  readonly amount: {
    readonly verdict: 'equal' | 'explained' | 'differs' | 'unknown';
    /** line − leg, both signed; `null` where that means nothing. */
    readonly difference: string | null;
  };
  readonly direction: 'same' | 'opposite';
  /** `unknown` where one side does not say. */
  readonly currency: 'same' | 'differs' | 'unknown';
  readonly day: {
    readonly verdict: 'same' | 'inside' | 'outside';
    /** From the leg's local day to the line's; banking days on SPEI. */
    readonly days: number;
    readonly window: number;
  };
  readonly name: 'similar' | 'different' | 'silent';
  readonly state: LegExpectation;
};

/** `windowDays`: how far apart line and leg may be, in the rail's own days; 1 where nobody set it. */
export type JudgeOptions = { readonly windowDays?: number };

export function judge(line: StatementLine, leg: Leg, { windowDays = 1 }: JudgeOptions = {}): Criteria {
  return {
    id: railId(line, leg),
    account: accountOf(line, leg),
    taxId: taxIdOf(line, leg),
    reference: compareIds(line.ids, leg.ids, 'reference'),
    amount: amountOf(line, leg),
    direction: line.amount.startsWith('-') === (leg.direction === 'out') ? 'same' : 'opposite',
    currency: currencyOf(line.currency, leg.money?.currency ?? null),
    day: dayOf(line.bookedOn, leg, windowDays),
    name: nameOf(line, leg),
    state: leg.expectation,
  };
}

/**
 * How strongly a line and a leg belong together. `unique` holds only if no other line and no other leg reach it with
 * these: that is for the caller to know. `similar` is for proposals, `no` is no match.
 */
export type Strength = 'proven' | 'unique' | 'similar' | 'no';

export function strengthOf(criteria: Criteria): Strength {
  if (failuresOf(criteria).length > 0) return 'no';
  if (criteria.id.verdict === 'agrees') return 'proven';
  return namesParty(criteria) ? 'unique' : 'similar';
}

/** The account or the tax id is the same, and all of it was to be seen. */
export function namesParty({ account, taxId }: Criteria): boolean {
  return [account, taxId].some(({ verdict, isPartial }) => verdict === 'agrees' && !isPartial);
}

export const CRITERIA = ['state', 'direction', 'currency', 'id', 'amount', 'account', 'tax_id', 'day', 'name'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The criteria that stand against a match, gravest first; empty where nothing does. */
export function failuresOf(criteria: Criteria): Criterion[] {
  const { id, account, taxId, amount, day } = criteria;
  const isProven = id.verdict === 'agrees';
  // A clave de rastreo is one payment only together with its day and its sender.
  const isClave = id.kind === 'clave_rastreo';
  const hasCounterparty = account.verdict === 'agrees' || taxId.verdict === 'agrees';
  const failed: Readonly<Record<Criterion, boolean>> = {
    state: criteria.state === 'failed' || criteria.state === 'not_seen',
    direction: criteria.direction === 'opposite',
    currency: criteria.currency === 'differs',
    id: id.verdict === 'contradicts',
    // In two currencies there is no difference to speak of.
    amount: criteria.currency !== 'differs' && (amount.verdict === 'differs' || amount.verdict === 'unknown'),
    account: account.verdict === 'contradicts' && (!isProven || isClave),
    tax_id: taxId.verdict === 'contradicts' && !isProven,
    day: day.verdict === 'outside' && (!isProven || isClave),
    name: criteria.name === 'different' && !isProven && !hasCounterparty && criteria.reference.verdict !== 'agrees',
  };
  return CRITERIA.filter((criterion) => failed[criterion]);
}

/** A line's return id has no counterpart: the original's end-to-end id beside it is what the leg of a return carries. */
function railId(line: StatementLine, leg: Leg): Criteria['id'] {
  return weightiest<Criteria['id']>([
    { ...compareIds(line.ids, leg.ids, 'e2e'), kind: 'e2e' },
    { ...compareHashes(line.ids, leg.ids), kind: 'tx_hash' },
    { ...compareIds(line.ids, leg.ids, 'clave_rastreo'), kind: 'clave_rastreo' },
  ]);
}

function amountOf(line: StatementLine, leg: Leg): Criteria['amount'] {
  if (!leg.money) return { verdict: 'unknown', difference: null };
  if (isOtherCurrency(line.currency, leg.money.currency)) return { verdict: 'differs', difference: null };
  const isOut = line.amount.startsWith('-');
  const shown = isOut ? line.amount.slice(1) : line.amount;
  if (compare(shown, leg.money.amount) === 0) return { verdict: 'equal', difference: '0' };
  const difference = fromUnits(toUnits(shown) - toUnits(leg.money.amount));
  const explanation = explain(line, [leg]);
  const isExplained = explanation.outcome === 'told' && explanation.isComplete;
  return { verdict: isExplained ? 'explained' : 'differs', difference };
}

function currencyOf(line: string | null, leg: string | null): Criteria['currency'] {
  if (line === null || leg === null) return 'unknown';
  return isOtherCurrency(line, leg) ? 'differs' : 'same';
}

/** On SPEI the operating day may be the next banking day, and weekends and holidays count for nothing. */
function dayOf(bookedOn: string, leg: Leg, window: number): Criteria['day'] {
  const isSpei = leg.rail === 'spei';
  const isSame = bookedOn === leg.localDay || (isSpei && speiOperatingDays(leg.occurredAt).includes(bookedOn));
  const between = isSpei ? bankingDaysBetween : daysBetween;
  const days = isSame ? 0 : between(leg.localDay, bookedOn);
  if (isSame) return { verdict: 'same', days, window };
  return { verdict: Math.abs(days) <= window ? 'inside' : 'outside', days, window };
}
