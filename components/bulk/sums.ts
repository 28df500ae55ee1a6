import { add, type Money } from '@/lib/money';

/** One exact sum per currency, in the order the currencies come; what is not told is left out. */
export function sumsOf(amounts: readonly (Money | null)[]): Money[] {
  const sums = new Map<string | null, string>();
  for (const money of amounts) if (money) sums.set(money.currency, add(sums.get(money.currency) ?? '0', money.amount));
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}
