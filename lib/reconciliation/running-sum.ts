import { type Said, said } from '@/lib/language/said';
import { add, compare, fromUnits, toUnits } from '@/lib/money';
import { explain, isOtherCurrency } from './explain';
import type { Leg } from './leg';
import type { Resolution } from './reason';
import type { LineRow } from './view';

/** What lines and legs that somebody put side by side come to: bank − payments + explained = remainder, to the last digit. */

export type RunningSum =
  | {
      readonly outcome: 'told';
      readonly currency: string;
      /** All four signed as the bank signs. */
      readonly bank: string;
      readonly payments: string;
      /** What the payloads' own fees and rounding explain, as it is added. */
      readonly explained: string;
      /** Its lines, signed the same; each says what it is. */
      readonly explanations: readonly {
        readonly label: Said;
        readonly amount: string;
        readonly note: Said | null;
      }[];
      readonly remainder: string;
      readonly isZero: boolean;
    }
  /** Nothing to subtract yet, or nothing that may be subtracted. */
  | { readonly outcome: 'no_lines' | 'no_legs' | 'cannot'; readonly why: Said };

export type SummedLine = Pick<LineRow, 'amount' | 'currency' | 'bookedOn' | 'book'>;

export function runningSum(lines: readonly SummedLine[], legs: readonly Leg[]): RunningSum {
  const [first] = lines;
  if (!first) return { outcome: 'no_lines', why: said('legs.sum.noLines') };
  const refusal = refusalOf(first, lines);
  if (refusal) return { outcome: 'cannot', why: refusal };
  if (legs.length === 0) return { outcome: 'no_legs', why: said('legs.sum.noLegs') };
  const bank = lines.map(({ amount }) => amount).reduce(add);
  const explanation = explain({ amount: bank, currency: first.currency, bookedOn: first.bookedOn }, legs);
  if (explanation.outcome !== 'told') return { outcome: 'cannot', why: explanation.why };
  const { shown, told, lines: explained, remainder, isComplete } = explanation;
  const explanations = explained.map(({ label, amount, note }) => ({
    label: said(`legs.part.${label}`),
    amount: negated(amount),
    note: note ?? null,
  }));
  return {
    outcome: 'told',
    currency: first.currency,
    bank: shown,
    payments: told,
    explained: explanations.map(({ amount }) => amount).reduce(add, '0'),
    explanations,
    remainder,
    isZero: isComplete,
  };
}

function refusalOf(first: SummedLine, lines: readonly SummedLine[]): Said | null {
  const other = lines.find(({ currency }) => isOtherCurrency(currency, first.currency));
  if (other) return said('legs.sum.currencies', { one: first.currency, other: other.currency });
  return lines.some(({ book }) => book !== first.book) ? said('legs.sum.books') : null;
}

function negated(amount: string): string {
  return compare(amount, '0') === 0 ? amount : fromUnits(-toUnits(amount), amount.split('.')[1]?.length ?? 0);
}

/** The reasons for which a person may match although something is left over. */
export const REMAINDER_REASONS = ['bank_fee', 'tax', 'rounding', 'fx', 'write_off'] as const satisfies Resolution[];
/** Characters of the remark beside the reason. */
export const LONGEST_REMARK = 500;
export type RemainderReason = (typeof REMAINDER_REASONS)[number];

export function isRemainderReason(text: unknown): text is RemainderReason {
  return REMAINDER_REASONS.some((reason) => reason === text);
}
