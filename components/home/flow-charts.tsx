import { BarList, type BarRow } from '@/components/charts/bar-list';
import { ChartEmpty } from '@/components/charts/chart-states';
import { ColumnChart } from '@/components/charts/column-chart';
import { STATUS_LOOKS, StatusBadge } from '@/components/transactions/status-badge';
import { SectionCard } from '@/components/ui/card';
import { LinkChoices } from '@/components/ui/link-choices';
import type { Tone } from '@/components/ui/tone';
import { STATUS_LABELS, STATUSES } from '@/lib/events/status';
import { formatCount, formatInstant, formatMoney } from '@/lib/format';
import {
  CHART_DAYS,
  type ChartPeriod,
  currenciesOf,
  type FlowRow,
  figureOf,
  highestOf,
  lengthOf,
} from '@/lib/home-charts';
import { type Environment, PROVIDER_FULL_NAMES, PROVIDERS } from '@/lib/providers/catalogue';
import { periodHref } from './period-href';

type Props = {
  readonly rows: readonly FlowRow[];
  readonly period: ChartPeriod;
  readonly environment: Environment;
  /** The currency whose sums are shown; `null` counts. */
  readonly currency: string | null;
};

/** Colour only repeats what icon and word say. */
const FILLS = {
  neutral: 'bg-ink-3',
  progress: 'bg-progress',
  positive: 'bg-positive',
  caution: 'bg-caution',
  negative: 'bg-negative',
} as const satisfies Record<Tone, string>;

/** What came in by day, by provider and by state, in numbers or in one currency; each bar opens its transactions. */
export function FlowCharts(props: Props) {
  const { rows, currency } = props;
  const head = headOf(currency);
  const period = `Last ${CHART_DAYS} days`;
  return (
    <>
      <SectionCard
        id="flow"
        className="xl:col-span-2"
        title={`${head} by day`}
        description={<PeriodLine {...props} />}
        actions={<MeasureChoices rows={rows} currency={currency} />}
      >
        {rows.length === 0 ? <ChartEmpty>{NOTHING}</ChartEmpty> : <ByDay {...props} />}
      </SectionCard>
      <div className="min-w-0 space-y-6">
        <SectionCard title={`${head} by provider`} description={period}>
          {rows.length === 0 ? (
            <ChartEmpty>{NOTHING}</ChartEmpty>
          ) : (
            <BarList label={`${head} by provider`} rows={byProvider(props)} />
          )}
        </SectionCard>
        <SectionCard title={`${head} by state`} description={period}>
          {rows.length === 0 ? (
            <ChartEmpty>{NOTHING}</ChartEmpty>
          ) : (
            <BarList label={`${head} by state`} rows={byStatus(props)} />
          )}
        </SectionCard>
      </div>
    </>
  );
}

const NOTHING = `No transactions in the last ${CHART_DAYS} days.`;

/** What is counted, or summed. */
function headOf(currency: string | null): string {
  return currency === null ? 'Transactions' : `${currency} in`;
}

/** The whole of the period, and what is in no sum. */
function PeriodLine({ rows, currency }: Props) {
  const unknown = rows.reduce((total, row) => total + row.unknown, 0);
  return (
    <>
      Last {CHART_DAYS} days: {words(figureOf(rows, currency), currency)}
      {currency !== null && unknown > 0 && `; ${formatCount(unknown)} with no amount told are in no sum`}
    </>
  );
}

/** As many as one looks through; any other may be named in the address. */
const MOST_CURRENCIES = 8;

function MeasureChoices({ rows, currency }: Pick<Props, 'rows' | 'currency'>) {
  const currencies = currenciesOf(rows).slice(0, MOST_CURRENCIES);
  const choices = currency === null || currencies.includes(currency) ? currencies : [...currencies, currency];
  return (
    <LinkChoices
      label="Show"
      choices={[null, ...choices].map((choice) => ({
        href: choice === null ? '/#flow' : `/?${new URLSearchParams({ show: choice })}#flow`,
        label: choice ?? 'Count',
        isCurrent: choice === currency,
      }))}
    />
  );
}

function ByDay({ rows, period, environment, currency }: Props) {
  const figures = period.dates.map((_, day) =>
    figureOf(
      rows.filter((row) => row.day === day),
      currency,
    ),
  );
  const highest = highestOf(figures);
  const head = headOf(currency);
  return (
    <ColumnChart
      label={`${head} by day`}
      heads={['Day', head]}
      highest={words(highest, currency)}
      columns={period.dates.map((date, day) => ({
        key: date,
        href: periodHref({ zone: period.zone, dates: [date] }, environment, { currency: listed(currency) }),
        label: formatInstant(`${date}T00:00:00Z`, 'UTC').date,
        value: words(figures[day] as string, currency),
        length: lengthOf(figures[day] as string, highest),
      }))}
    />
  );
}

function byProvider({ rows, period, environment, currency }: Props): BarRow[] {
  return barRows(
    currency,
    PROVIDERS.map((provider) => ({
      key: provider,
      figure: figureOf(
        rows.filter((row) => row.provider === provider),
        currency,
      ),
      label: PROVIDER_FULL_NAMES[provider],
      href: periodHref(period, environment, { provider: [provider], currency: listed(currency) }),
      fill: 'bg-accent/80',
    })),
  );
}

function byStatus({ rows, period, environment, currency }: Props): BarRow[] {
  const told = STATUSES.filter((status) => rows.some((row) => row.status === status));
  return barRows(
    currency,
    told.map((status) => ({
      key: STATUS_LABELS[status],
      figure: figureOf(
        rows.filter((row) => row.status === status),
        currency,
      ),
      label: <StatusBadge status={status} />,
      href: periodHref(period, environment, { status: [status], currency: listed(currency) }),
      fill: FILLS[STATUS_LOOKS[status].tone],
    })),
  );
}

type Drawn = Pick<BarRow, 'key' | 'href' | 'label'> & { readonly figure: string; readonly fill: string };

function barRows(currency: string | null, drawn: readonly Drawn[]): BarRow[] {
  const highest = highestOf(drawn.map(({ figure }) => figure));
  return drawn.map(({ figure, fill, ...row }) => ({
    ...row,
    value: words(figure, currency),
    bars:
      figure === '0' ? [{ length: 0, className: 'hidden' }] : [{ length: lengthOf(figure, highest), className: fill }],
  }));
}

/** The list's filter for the currency that is shown. */
function listed(currency: string | null): readonly string[] {
  return currency === null ? [] : [currency];
}

/** A sum without the zeros that change nothing: it is looked at, not booked. */
function words(figure: string, currency: string | null): string {
  if (currency === null) return formatCount(Number(figure));
  return `${formatMoney(figure, currency).digits} ${currency}`;
}
