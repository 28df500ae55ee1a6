import { readDate } from './calendar';
import { type DecimalSign, quoted, readDecimal } from './decimal';
import { DATE_ORDERS, type Profile } from './profile';

/** One setting that was found out, with what it makes of the file's own values. */
export type Guess = {
  readonly setting: 'encoding' | 'delimiter' | 'decimal' | 'dateOrder' | 'preamble' | 'columns';
  readonly value: string;
  readonly samples: readonly { readonly before: string; readonly after: string }[];
};

type Found<Value> = { readonly value: Value; readonly guess: Guess; readonly doubts: readonly string[] };

export const SAMPLES = 3;

/** The decimal sign of some amounts: the one that reads what the other cannot; `usual` where both read all. */
export function detectDecimal(amounts: readonly string[], usual: DecimalSign): Found<DecimalSign> {
  const reads = (sign: DecimalSign, text: string) => readDecimal(text, sign).amount !== undefined;
  const onlyPoint = amounts.filter((text) => reads('.', text) && !reads(',', text));
  const onlyComma = amounts.filter((text) => reads(',', text) && !reads('.', text));
  const value = onlyPoint.length === onlyComma.length ? usual : onlyPoint.length > onlyComma.length ? '.' : ',';
  const doubts: string[] = [];
  const [point = ''] = onlyPoint;
  const [comma = ''] = onlyComma;
  const open = amounts.find((text) => readDecimal(text, '.').amount !== readDecimal(text, ',').amount);
  if (point && comma) {
    doubts.push(`Some amounts have a decimal point (${quoted(point)}) and some a decimal comma (${quoted(comma)})`);
  } else if (!point && !comma && open !== undefined) {
    doubts.push(`${quoted(open)} may have a decimal point or a decimal comma; “${value}” is taken`);
  }
  const samples = telling(amounts, (text) => /[.,]/.test(text)).map((before) => {
    const read = readDecimal(before, value);
    return { before, after: read.amount ?? read.reason };
  });
  return { value, guess: { setting: 'decimal', value, samples }, doubts };
}

/** The order of day, month and year under which all dates exist; `usual` where two orders read all and differ. */
export function detectDateOrder(dates: readonly string[], usual: Profile['dateOrder']): Found<Profile['dateOrder']> {
  const day = (order: Profile['dateOrder'], text: string) => readDate(text, order).date;
  const counts = DATE_ORDERS.map((order) => ({
    order,
    count: dates.filter((text) => day(order, text) !== undefined).length,
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  const best = counts.filter(({ count }) => count === most).map(({ order }) => order);
  const isYearFirst = dates.length > 0 && dates.every((text) => /^\d{4}\D/.test(text.trim()));
  const taken = best.includes(usual) ? usual : (best[0] ?? usual);
  const value = isYearFirst ? 'ymd' : taken;
  const doubts: string[] = [];
  const open = dates.find((text) => {
    const days = best.map((order) => day(order, text)).filter((date) => date !== undefined);
    return new Set(days).size > 1;
  });
  if (dates.length > 0 && most === 0) doubts.push(`${quoted(dates[0] ?? '')} is no date in any order`);
  else if (open !== undefined)
    doubts.push(
      ambiguous(
        open,
        best.map((order) => day(order, open)),
        value,
      ),
    );
  else if (most < dates.length) {
    const odd = dates.find((text) => day(value, text) === undefined) ?? '';
    doubts.push(`${dates.length - most} of ${dates.length} dates do not fit, such as ${quoted(odd)}`);
  }
  const samples = telling(dates, () => true).map((before) => ({ before, after: day(value, before) ?? 'no date' }));
  return { value, guess: { setting: 'dateOrder', value, samples }, doubts };
}

function ambiguous(text: string, days: readonly (string | undefined)[], value: Profile['dateOrder']): string {
  const first = value === 'mdy' ? 'the month' : 'the day';
  return `${quoted(text)} may be ${days.join(' or ')}, and no other date of the sample decides; ${first} is taken to come first`;
}

/** Up to three different values, those that tell something before the others. */
export function telling(values: readonly string[], tells: (value: string) => boolean): string[] {
  const different = [...new Set(values)];
  return [...different.filter(tells), ...different.filter((value) => !tells(value))].slice(0, SAMPLES);
}
