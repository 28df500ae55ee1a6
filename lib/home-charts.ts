import { add, compare, toUnits } from '@/lib/money';
import type { Kind, Provider } from '@/lib/providers/catalogue';
import { startOfDay, type TimeZone } from '@/lib/time-zones';
import { fixedMoment } from '@/lib/transactions/filters-moments';
import type { Status } from './events/status';

export const CHART_DAYS = 30;

/** Whole days of a zone, today the last of them. */
export type ChartPeriod = {
  /** YYYY-MM-DD, the oldest first. */
  readonly dates: readonly string[];
  /** When each begins, and after them when the last ends. */
  readonly bounds: readonly Date[];
  readonly zone: TimeZone;
};

export function chartPeriod(zone: TimeZone, now: Date): ChartPeriod {
  const first = fixedMoment(`${CHART_DAYS}d`, zone, now);
  const dates = Array.from({ length: CHART_DAYS }, (_, day) =>
    startOfDay(first, 'UTC', day).toISOString().slice(0, 'YYYY-MM-DD'.length),
  );
  return { dates, bounds: [...dates, null].map((_, day) => startOfDay(first, zone, day)), zone };
}

/** What came in on one day from one provider, by state and currency. */
export type FlowRow = {
  /** Its place among the dates of the period. */
  readonly day: number;
  readonly provider: Provider;
  readonly status: Status;
  readonly currency: string | null;
  readonly count: number;
  /** Those of which no amount is told: they are in no sum. */
  readonly unknown: number;
  readonly sum: string | null;
};

/** How many transactions the rows are, or with a currency what they add up to in it; a decimal text either way. */
export function figureOf(rows: readonly FlowRow[], currency: string | null): string {
  if (currency === null) return String(rows.reduce((total, { count }) => total + count, 0));
  return rows.reduce((total, row) => (row.currency === currency && row.sum ? add(total, row.sum) : total), '0');
}

/** The currencies that have a sum, the most frequent first. */
export function currenciesOf(rows: readonly FlowRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { currency, sum, count } of rows)
    if (currency && sum) counts.set(currency, (counts.get(currency) ?? 0) + count);
  return [...counts].sort(([a, i], [b, j]) => j - i || a.localeCompare(b)).map(([currency]) => currency);
}

/** The highest of some figures; '0' without any. */
export function highestOf(figures: readonly string[]): string {
  return figures.reduce((highest, figure) => (compare(figure, highest) > 0 ? figure : highest), '0');
}

/** How long a bar is, in percent of the longest; what is below zero has none. */
export function lengthOf(figure: string, highest: string): number {
  const [units, most] = [toUnits(figure), toUnits(highest)];
  return units <= 0n || most <= 0n ? 0 : Number((units * 10_000n) / most) / 100;
}

/** How long transactions of one kind took from their beginning to their completion, in seconds. */
export type Completion = {
  readonly provider: Provider;
  readonly kind: Kind;
  /** How many were measured: the latest of the period, at most MOST_MEASURED. */
  readonly measured: number;
  /** Half of them took no longer than this. */
  readonly half: number;
  /** Of 20 of them 19. */
  readonly mostly: number;
};

export const MOST_MEASURED = 1_000;

/** How long a bar is on a logarithmic scale, in percent of the longest: seconds stand beside days. */
export function logLengthOf(seconds: number, longest: number): number {
  return longest <= 0 ? 0 : (Math.log1p(Math.max(seconds, 0)) / Math.log1p(longest)) * 100;
}
