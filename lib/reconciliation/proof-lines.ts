import { add, subtract } from '@/lib/money';
import { signedAmount } from './explain';
import type { LegPart } from './leg';
import type { MatchView } from './view';

/** One line of the sum behind a match, signed as the bank signs. */
export type ProofLine = { readonly label: string; readonly amount: string };

export type MatchProof = {
  /** The payloads' own amounts, their fees, and what else was found, in lines that add up to `explained`. */
  readonly lines: readonly ProofLine[];
  readonly explained: string;
  /** What the bank shows: the sum of the lines of the statement. */
  readonly shown: string;
  /** shown − explained, to the last digit. */
  readonly remainder: string;
  readonly currency: string | null;
};

/** The amounts of a match as a sum that can be checked by hand; `null` where an amount is unknown or currencies differ. */
export function proofOf({ lines, legs, evidence }: Pick<MatchView, 'lines' | 'legs' | 'evidence'>): MatchProof | null {
  const currencies = new Set([
    ...lines.map((line) => line.currency),
    ...legs.map((leg) => leg.money?.currency ?? null),
  ]);
  if (currencies.size !== 1 || legs.some((leg) => leg.money === null)) return null;
  const parts = legs.flatMap((leg) => {
    const sign = leg.direction === 'out' ? negated : (amount: string) => amount;
    const own = leg.parts.map(({ label, amount }) => ({ label: label as LegPart | string, amount: sign(amount) }));
    return own.length > 0 ? own : [{ label: 'amount', amount: signedAmount(leg) ?? '0' }];
  });
  const fees = new Set(parts.map(({ label }) => label));
  // The gap’s own explanation repeats the fees that the legs tell already.
  const more = evidence.explained.filter(({ label }) => !fees.has(label));
  const all = [...parts, ...more];
  const explained = all.reduce((sum, { amount }) => add(sum, amount), '0');
  const shown = lines.reduce((sum, { amount }) => add(sum, amount), '0');
  const [currency = null] = currencies;
  return { lines: all, explained, shown, remainder: subtract(shown, explained), currency };
}

function negated(amount: string): string {
  return subtract('0', amount);
}
