import type { Reader } from '@/lib/language/said';
import { compare } from '@/lib/money';
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
export function differenceRows({ exception, line, leg }: Sides, reader: Reader): DifferenceRow[] {
  const told = (value: string | null) => (value === null ? null : valueText(value, reader));
  if (!line || !leg) {
    const [expected, actual] = [exception.expected, exception.actual];
    const row = plain(reader.t('exceptions.difference.compared'), told(expected), told(actual));
    return [{ ...row, remainder: exception.amount && told(`${exception.amount} ${exception.currency ?? ''}`.trim()) }];
  }
  const money = leg.money;
  const { expectation } = leg;
  return [
    amountRow({ exception, line, leg }, reader),
    plain(reader.t('exceptions.difference.currency'), money?.currency ?? null, line.currency),
    plain(reader.t('exceptions.difference.day'), leg.localDay, line.bookedOn),
    plain(
      reader.t('exceptions.difference.state'),
      reader.t(`legs.expectation.${expectation}`),
      reader.t('exceptions.difference.booked'),
      expectation === 'expected',
    ),
    plain(reader.t('exceptions.difference.counterparty'), leg.counterparty.name, line.name),
    // Ours and the bank's own: two numberings that never agree, so nothing is said against either.
    ...(line.bankReference || leg.externalRef
      ? [plain(reader.t('exceptions.difference.reference'), leg.externalRef, line.bankReference, true)]
      : []),
  ];
}

type BothSides = { readonly [Side in keyof Sides]: NonNullable<Sides[Side]> };

function amountRow({ line, leg }: BothSides, reader: Reader): DifferenceRow {
  const field = reader.t('exceptions.difference.amount');
  const sum = runningSum([line], [leg]);
  const money = leg.money;
  if (sum.outcome !== 'told')
    return {
      ...plain(field, money && valueText(money.amount, reader), valueText(line.amount, reader), false),
      remainder: reader.t('exceptions.difference.notSubtracted'),
    };
  return {
    ...plain(field, valueText(sum.payments, reader), valueText(sum.bank, reader), sum.isZero),
    explained: valueText(negated(sum.explained), reader),
    remainder: valueText(sum.remainder, reader),
  };
}

/** The sum of the workbench adds what is explained to the gap; here it is added to what was expected. */
function negated(amount: string): string {
  return compare(amount, '0') === 0 ? amount : amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

function plain(
  field: string,
  expected: string | null,
  actual: string | null,
  isSame = expected === actual,
): DifferenceRow {
  return { field, expected, actual, explained: null, remainder: null, isSame };
}
