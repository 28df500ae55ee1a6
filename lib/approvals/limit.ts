import { typedAmount } from '@/lib/format';
import type { Region } from '@/lib/language/region';
import { compare } from '@/lib/money';

/** Above which amount a second person is needed, by currency. Pure. */
export type Limits = ReadonlyMap<string, string>;

/**
 * Whether more than one person must agree that an amount is left over, or written off. Its sign does not matter; what has
 * no limit of its own, or no currency, always needs both.
 */
export function needsSecond(amount: string, currency: string | null, limits: Limits): boolean {
  if (compare(amount, '0') === 0) return false;
  const limit = currency === null ? undefined : limits.get(currency);
  return limit === undefined || compare(withoutSign(amount), limit) > 0;
}

export function withoutSign(amount: string): string {
  return amount.replace(/^-/, '');
}

/** Currencies that the desk meets; any other code may be typed. */
export const USUAL_CURRENCIES = ['MXN', 'BRL', 'ARS', 'USD', 'MXNB', 'BRL1', 'USDC'] as const;

/** A limit as a form tells it; `amount` is `null` where it shall be taken away. */
export type LimitEntry = { readonly currency: string; readonly amount: string | null };

export function readLimitEntry({ currency: code, amount: typed }: LimitEntry, region: Region) {
  const currency = code.trim().toUpperCase();
  if (!/^[A-Z0-9]{2,12}$/.test(currency)) return { problem: 'currency' } as const;
  if (typed === null) return { entry: { currency, amount: null } } as const;
  const text = typed.trim();
  const amount = /e/i.test(text) ? null : typedAmount(text, region);
  return amount !== null && /^\d{1,18}(?:\.\d{1,18})?$/.test(amount)
    ? ({ entry: { currency, amount } } as const)
    : ({ problem: 'amount' } as const);
}
