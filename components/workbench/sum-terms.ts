import { decimalsOf, fromUnits, toUnits } from '@/lib/money';
import type { RunningSum } from '@/lib/reconciliation/running-sum';

type Told = Extract<RunningSum, { outcome: 'told' }>;
/** An amount without sign, and the sign before it. */
export type Term = { readonly sign: '+' | '−'; readonly amount: string };

/**
 * A sum as people write it: bank − payments + explained = remainder. Money that went out is written without sign, since
 * the words say so; every term turns with it, so that the line still adds up.
 */
export function sumTerms({ bank, payments, explained, remainder }: Told): {
  readonly isOut: boolean;
  readonly bank: string;
  readonly payments: Term;
  readonly explained: Term;
  readonly remainder: string;
} {
  const isOut = bank.startsWith('-');
  const turned = (amount: string) => (isOut ? negated(amount) : amount);
  return {
    isOut,
    bank: turned(bank),
    payments: termOf(turned(payments), '−', '+'),
    explained: termOf(turned(explained), '+', '−'),
    remainder: turned(remainder),
  };
}

function termOf(amount: string, sign: Term['sign'], opposite: Term['sign']): Term {
  return amount.startsWith('-') ? { sign: opposite, amount: negated(amount) } : { sign, amount };
}

function negated(amount: string): string {
  return fromUnits(-toUnits(amount), decimalsOf(amount));
}
