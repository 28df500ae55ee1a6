import { decimalsOf, fromUnits, SCALE, toUnits } from '@/lib/money';

/**
 * A conversion's rate is told with so many digits and no more, and not which way round it is. What that rounding can
 * cause is explained; anything beyond it is not.
 */
export type ConversionExplanation = {
  /** How the rate was read: what came out is what went in, divided or multiplied by it. */
  readonly reading: 'divided' | 'multiplied';
  /** amount out as told − amount out by the rate, to 10⁻¹⁸. */
  readonly difference: string;
  /** The most that the digits of the rate can cause. */
  readonly bound: string;
  /** One line, or none where the remainder is the whole difference; both add up to it. */
  readonly lines: readonly { readonly label: 'rate_rounding'; readonly amount: string }[];
  readonly remainder: string;
};

const ONE = 10n ** BigInt(SCALE);

/** Explains the amounts of a conversion, by the reading of the rate that comes closer. `null` for a rate or amount of zero. */
export function explainConversion(amountIn: string, amountOut: string, rate: string): ConversionExplanation | null {
  const [given, got, price] = [toUnits(amountIn), toUnits(amountOut), toUnits(rate)];
  if (given <= 0n || got <= 0n || price <= 0n) return null;
  // Half a unit of the last digit on either side of the rate.
  const half = halfOfLast(rate);
  const readings = [
    read('divided', got, (at) => (given * ONE) / at, [price - half, price, price + half]),
    read('multiplied', got, (at) => (given * at) / ONE, [price - half, price, price + half]),
  ];
  const [first, second] = readings;
  if (!first || !second) return null;
  return sizeOf(toUnits(first.difference)) <= sizeOf(toUnits(second.difference)) ? first : second;
}

function read(
  reading: ConversionExplanation['reading'],
  got: bigint,
  convert: (rate: bigint) => bigint,
  [low, middle, high]: readonly [bigint, bigint, bigint],
): ConversionExplanation {
  const expected = convert(middle);
  const difference = got - expected;
  // One unit of 10⁻¹⁸ for the division that was cut off.
  let bound = 1n;
  for (const rate of [low, high]) {
    const reach = rate > 0n ? sizeOf(convert(rate) - expected) + 1n : 0n;
    if (reach > bound) bound = reach;
  }
  const isExplained = sizeOf(difference) <= bound;
  return {
    reading,
    difference: fromUnits(difference),
    bound: fromUnits(bound),
    lines: isExplained && difference !== 0n ? [{ label: 'rate_rounding', amount: fromUnits(difference) }] : [],
    remainder: fromUnits(isExplained ? 0n : difference),
  };
}

function halfOfLast(text: string): bigint {
  return 10n ** BigInt(SCALE - decimalsOf(text)) / 2n;
}

function sizeOf(units: bigint): bigint {
  return units < 0n ? -units : units;
}
