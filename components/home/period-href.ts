import type { ChartPeriod } from '@/lib/home-charts';
import type { Environment } from '@/lib/providers/catalogue';
import { type Filters, NO_FILTERS, writeListQuery } from '@/lib/transactions/filters';

/** The transactions that a chart counted: those of its days, in its environment, narrowed to one of its bars. */
export function periodHref(
  { dates, zone }: Pick<ChartPeriod, 'dates' | 'zone'>,
  environment: Environment,
  narrowed: Partial<Filters>,
): string {
  const filters = {
    ...NO_FILTERS,
    environment: [environment],
    occurred_from: dates[0] ?? null,
    occurred_to: dates.at(-1) ?? null,
    tz: zone,
    ...narrowed,
  };
  return `/transactions?${writeListQuery({ filters })}`;
}
