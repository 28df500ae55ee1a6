import { type Said, said } from '@/lib/language/said';
import { readDate } from './calendar';
import { type DecimalSign, quoted, readDecimal } from './decimal';
import { DATE_ORDERS, type Profile } from './profile';
import type { Words } from './words';

/** One setting that was found out, with what it makes of the file's own values. */
export type Guess = {
  readonly setting: 'encoding' | 'delimiter' | 'decimal' | 'dateOrder' | 'preamble' | 'columns';
  readonly value: Words;
  readonly samples: readonly { readonly before: string; readonly after: Words }[];
};

type Found<Value> = { readonly value: Value; readonly guess: Guess; readonly doubts: readonly Said[] };

export const SAMPLES = 3;

/** The decimal sign of some amounts: the one that reads what the other cannot; `usual` where both read all. */
export function detectDecimal(amounts: readonly string[], usual: DecimalSign): Found<DecimalSign> {
  const reads = (sign: DecimalSign, text: string) => readDecimal(text, sign).amount !== undefined;
  const onlyPoint = amounts.filter((text) => reads('.', text) && !reads(',', text));
  const onlyComma = amounts.filter((text) => reads(',', text) && !reads('.', text));
  const value = onlyPoint.length === onlyComma.length ? usual : onlyPoint.length > onlyComma.length ? '.' : ',';
  const doubts: Said[] = [];
  const [point = ''] = onlyPoint;
  const [comma = ''] = onlyComma;
  const open = amounts.find((text) => readDecimal(text, '.').amount !== readDecimal(text, ',').amount);
  if (point && comma) {
    doubts.push(said('parsing.detect.bothDecimals', { point: quoted(point), comma: quoted(comma) }));
  } else if (!point && !comma && open !== undefined) {
    doubts.push(said('parsing.detect.openDecimal', { text: quoted(open), taken: value }));
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
  const doubts: Said[] = [];
  const open = dates.find((text) => {
    const days = best.map((order) => day(order, text)).filter((date) => date !== undefined);
    return new Set(days).size > 1;
  });
  if (dates.length > 0 && most === 0) doubts.push(said('parsing.detect.noOrder', { text: quoted(dates[0] ?? '') }));
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
    doubts.push(said('parsing.detect.oddDates', { odd: dates.length - most, all: dates.length, text: quoted(odd) }));
  }
  const samples = telling(dates, () => true).map((before) => ({
    before,
    after: day(value, before) ?? said('parsing.detect.noDate'),
  }));
  return { value, guess: { setting: 'dateOrder', value, samples }, doubts };
}

function ambiguous(text: string, days: readonly (string | undefined)[], value: Profile['dateOrder']): Said {
  const all = days.filter((day) => day !== undefined);
  const first = value === 'mdy' ? 'month' : 'day';
  return said('parsing.detect.openDate', { text: quoted(text), days: { all, by: 'or' }, first });
}

/** Up to three different values, those that tell something before the others. */
export function telling(values: readonly string[], tells: (value: string) => boolean): string[] {
  const different = [...new Set(values)];
  return [...different.filter(tells), ...different.filter((value) => !tells(value))].slice(0, SAMPLES);
}
