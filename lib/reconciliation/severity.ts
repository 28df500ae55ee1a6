import { compare } from '@/lib/money';
import type { Reason, Severity } from './reason';

/** From which amount at stake an exception weighs more, per currency: one point from `some`, two from `much`. */
export const STAKES: Readonly<Record<string, { readonly some: string; readonly much: string }>> = {
  MXN: { some: '10000', much: '100000' },
  MXNB: { some: '10000', much: '100000' },
  BRL: { some: '3000', much: '30000' },
  BRL1: { some: '3000', much: '30000' },
  BRLA: { some: '3000', much: '30000' },
  ARS: { some: '750000', much: '7500000' },
  wARS: { some: '750000', much: '7500000' },
  USD: { some: '500', much: '5000' },
  USDC: { some: '500', much: '5000' },
  USDT: { some: '500', much: '5000' },
};
/** Reasons that are a point by themselves: money moved that should not have, or moved twice. */
export const GRAVE_REASONS: readonly Reason[] = [
  'state_differs',
  'duplicate_at_bank',
  'duplicate_at_provider',
  'id_equal_amount_differs',
  'currency_differs',
  'unit_suspect',
  'reversed_after_match',
];
/** Days after which an exception weighs a point, and another. */
export const AGES = { some: 2, much: 7 } as const;
/** Points from which it is so grave. */
export const SEVERE_FROM = { medium: 2, high: 3 } as const;

/** How grave an exception is. `amount` without sign, `null` where unknown; `ageDays` in whole days. */
export function severityOf({
  amount,
  currency,
  reason,
  ageDays,
}: {
  readonly amount: string | null;
  readonly currency: string | null;
  readonly reason: Reason;
  readonly ageDays: number;
}): Severity {
  const age = ageDays >= AGES.much ? 2 : ageDays >= AGES.some ? 1 : 0;
  const points = stakeOf(amount, currency) + age + (GRAVE_REASONS.includes(reason) ? 1 : 0);
  return points >= SEVERE_FROM.high ? 'high' : points >= SEVERE_FROM.medium ? 'medium' : 'low';
}

function stakeOf(amount: string | null, currency: string | null): 0 | 1 | 2 {
  const stakes = STAKES[currency ?? ''];
  if (amount === null || !stakes) return 1;
  return compare(amount, stakes.much) >= 0 ? 2 : compare(amount, stakes.some) >= 0 ? 1 : 0;
}
