import { compare } from '@/lib/money';
import { LEG_EXPECTATIONS } from '@/lib/reconciliation/leg';
import { runningSum } from '@/lib/reconciliation/running-sum';
import type { ExceptionDetail } from '@/lib/reconciliation/view';
import { valueText } from './exception-words';

/** One field of both sides. `explained` and `remainder` are told of amounts only. */
export type DifferenceRow = {
  readonly field: string;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly explained: string | null;
  readonly remainder: string | null;
  readonly isSame: boolean;
};

type Sides = Pick<ExceptionDetail, 'exception' | 'line' | 'leg'>;

/** What differs, field by field: actual = expected + explained + remainder. With one side alone, the two values that the exception holds. */
export function differenceRows({ exception, line, leg }: Sides): DifferenceRow[] {
  if (!line || !leg) {
    const [expected, actual] = [exception.expected, exception.actual];
    const row = plain('What was compared', told(expected), told(actual));
    return [
      { ...row, remainder: exception.amount && valueText(`${exception.amount} ${exception.currency ?? ''}`.trim()) },
    ];
  }
  const sum = runningSum([line], [leg]);
  const money = leg.money;
  return [
    sum.outcome === 'told'
      ? {
          ...plain('Amount', valueText(sum.payments), valueText(sum.bank), sum.isZero),
          explained: valueText(negated(sum.explained)),
          remainder: valueText(sum.remainder),
        }
      : {
          ...plain('Amount', money && valueText(money.amount), valueText(line.amount), false),
          remainder: 'cannot be subtracted',
        },
    plain('Currency', money?.currency ?? null, line.currency),
    plain('Day', leg.localDay, line.bookedOn),
    plain('State', LEG_EXPECTATIONS[leg.expectation], 'The bank booked it', leg.expectation === 'expected'),
    plain('Counterparty', leg.counterparty.name, line.name),
    // Ours and the bank's own: two numberings that never agree, so nothing is said against either.
    ...(line.bankReference || leg.externalRef ? [plain('Reference', leg.externalRef, line.bankReference, true)] : []),
  ];
}

/** The sum of the workbench adds what is explained to the gap; here it is added to what was expected. */
function negated(amount: string): string {
  return compare(amount, '0') === 0 ? amount : amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

function told(value: string | null): string | null {
  return value === null ? null : valueText(value);
}

function plain(
  field: string,
  expected: string | null,
  actual: string | null,
  isSame = expected === actual,
): DifferenceRow {
  return { field, expected, actual, explained: null, remainder: null, isSame };
}
