import { type Said, said } from '@/lib/language/said';
import { compare, decimalsOf, fromUnits, toUnits } from '@/lib/money';
import type { StatementLine } from '@/lib/statements/statement';
import type { Leg, LegPart } from './leg';
import { daysBetween } from './local-day';

/**
 * Differences that explain themselves: what lies between the bank's amount and the amounts of the payloads, in lines
 * that add up to the last digit. All amounts are signed as the bank signs them: negative went out.
 */

/** What a line of an explanation, or a part of a leg, may be. */
export const PART_LABELS = [
  'amount',
  'discounted_fee',
  'transfer_fee',
  'reverted',
  'rounded_down',
  'local_day',
] as const satisfies readonly (LegPart | 'rounded_down' | 'local_day')[];
export type PartLabel = (typeof PART_LABELS)[number];
export type ExplanationLabel = Exclude<PartLabel, 'amount'>;

/** What a line of an explanation is; one that nobody knows, such as a person's own, stays as it is. */
export function partSaid(label: string): Said | string {
  const known = PART_LABELS.find((one) => one === label);
  return known ? said(`legs.part.${known}`) : label;
}

export type ExplanationLine = {
  readonly label: ExplanationLabel;
  readonly amount: string;
  /** Said where a line is worth nothing and still explains something. */
  readonly note?: Said;
};

export type Explanation =
  | {
      readonly outcome: 'told';
      /** What the bank shows, and what the payloads call the amount. */
      readonly shown: string;
      readonly told: string;
      /** shown − told; the lines and the remainder add up to it. */
      readonly difference: string;
      readonly lines: readonly ExplanationLine[];
      readonly remainder: string;
      /** Nothing is left over: only then may it close by itself. */
      readonly isComplete: boolean;
    }
  | {
      readonly outcome: 'amount_unknown' | 'currency_differs' | 'no_legs';
      readonly lines: readonly [];
      readonly remainder: null;
      readonly why: Said;
    };

export type ShownLine = Pick<StatementLine, 'amount' | 'currency' | 'bookedOn'>;

/**
 * Explains a line, or the sum of several, by one leg or several. `candidates` are further legs that the bank may have
 * booked together with them: what came back of the same payment is taken from there, if it fits to the last digit.
 */
export function explain(line: ShownLine, legs: readonly Leg[], candidates: readonly Leg[] = []): Explanation {
  const refusal = refusalOf(line, legs);
  if (refusal) return refusal;
  const shown = toUnits(line.amount);
  const told = sumOf(legs.flatMap((leg) => partsOf(leg).filter(({ label }) => label === 'amount')));
  const parts = legs.flatMap((leg) => partsOf(leg).filter(isFee));
  const open = shown - told - sumOf(parts);
  const more = [...roundedDown(legs, open), ...cameBack(legs, candidates, open)];
  const remainder = open - sumOf(more);
  const digits = Math.max(
    decimalsOf(line.amount),
    ...legs.flatMap((leg) => leg.parts.map((part) => decimalsOf(part.amount))),
  );
  const text = (units: bigint) => fromUnits(units, digits);
  const lines = [...parts, ...more].map(({ label, units }) => ({ label, amount: text(units) }));
  return {
    outcome: 'told',
    shown: text(shown),
    told: text(told),
    difference: text(shown - told),
    lines: [...lines, ...localDays(line, legs)],
    remainder: text(remainder),
    isComplete: remainder === 0n,
  };
}

function refusalOf(line: ShownLine, legs: readonly Leg[]): Explanation | null {
  const no = { lines: [], remainder: null } as const;
  if (legs.length === 0) return { ...no, outcome: 'no_legs', why: said('legs.explain.noLegs') };
  if (legs.some(({ money }) => money === null))
    return { ...no, outcome: 'amount_unknown', why: said('legs.explain.amountUnknown') };
  const other = legs.find(({ money }) => isOtherCurrency(line.currency, money?.currency ?? null));
  if (!other) return null;
  const payment = other.money?.currency ?? '';
  const why = said('legs.explain.currencyDiffers', { bank: line.currency ?? '', payment });
  return { ...no, outcome: 'currency_differs', why };
}

/** Whether two currencies were told and are not the same. */
export function isOtherCurrency(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toUpperCase() !== b.toUpperCase();
}

/** The amount of a leg, signed as the bank signs it; `null` where it is unknown. */
export function signedAmount({ direction, money }: Leg): string | null {
  if (!money) return null;
  return fromUnits(signed(direction, money.amount), decimalsOf(money.amount));
}

type Part = { readonly label: LegPart | 'rounded_down'; readonly units: bigint };
type ExplainingPart = { readonly label: Exclude<Part['label'], 'amount'>; readonly units: bigint };

function partsOf({ direction, parts }: Leg): Part[] {
  return parts.map(({ label, amount }) => ({ label, units: signed(direction, amount) }));
}

function isFee(part: Part): part is ExplainingPart {
  return part.label !== 'amount';
}

function signed(direction: Leg['direction'], amount: string): bigint {
  return direction === 'in' ? toUnits(amount) : -toUnits(amount);
}

function sumOf(parts: readonly { readonly units: bigint }[]): bigint {
  return parts.reduce((sum, { units }) => sum + units, 0n);
}

const CENT = toUnits('0.01');

/** An increment is told in cents, rounded down: the chain moved as much or less than a cent more. */
function roundedDown(legs: readonly Leg[], open: bigint): ExplainingPart[] {
  const isIncrement = legs.length === 1 && legs[0]?.kind === 'balance_update';
  return isIncrement && open > 0n && open < CENT ? [{ label: 'rounded_down', units: open }] : [];
}

/** What came back of one of these payments, where the bank booked only what was left of it. */
function cameBack(legs: readonly Leg[], candidates: readonly Leg[], open: bigint): ExplainingPart[] {
  if (open === 0n) return [];
  const isOpen = (leg: Leg) =>
    leg.money !== null &&
    signed(leg.direction, leg.money.amount) === open &&
    leg.parts.some(({ label }) => label === 'reverted') &&
    legs.some(({ id, transactionId, money }) => {
      const isSamePayment = transactionId === leg.transactionId && id !== leg.id;
      return isSamePayment && !isOtherCurrency(money?.currency ?? null, leg.money?.currency ?? null);
    });
  return candidates.some(isOpen) ? [{ label: 'reverted', units: open }] : [];
}

/** The bank books by its own clock: what is one day in UTC may be another there. */
function localDays({ bookedOn }: ShownLine, legs: readonly Leg[]): ExplanationLine[] {
  const isShifted = ({ occurredAt, localDay }: Leg) =>
    localDay === bookedOn && daysBetween(occurredAt.slice(0, 10), bookedOn) !== 0;
  const leg = legs.find(isShifted);
  if (!leg) return [];
  const note = said('legs.explain.localDay', { utcDay: leg.occurredAt.slice(0, 10), day: bookedOn });
  return [{ label: 'local_day', amount: '0', note }];
}

/** Whether one of two amounts is exactly a hundred times the other: cents taken for units, or the other way round. */
export function isHundredfold(a: string, b: string): boolean {
  if (compare(a, '0') === 0 || compare(b, '0') === 0) return false;
  return toUnits(a) === toUnits(b) * 100n || toUnits(b) === toUnits(a) * 100n;
}
