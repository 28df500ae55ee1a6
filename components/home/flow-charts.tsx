import { useTranslations } from 'next-intl';
import { BarList, type BarRow } from '@/components/charts/bar-list';
import { ChartEmpty } from '@/components/charts/chart-states';
import { ColumnChart } from '@/components/charts/column-chart';
import { useRegion } from '@/components/language/reader';
import { STATUS_LOOKS, StatusBadge } from '@/components/transactions/status-badge';
import { SectionCard } from '@/components/ui/card';
import { LinkChoices } from '@/components/ui/link-choices';
import type { Tone } from '@/components/ui/tone';
import { STATUSES } from '@/lib/events/status';
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
import type { Region } from '@/lib/language/region';
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
  const t = useTranslations('home');
  const region = useRegion();
  const head = { currency: currency ?? 'none' };
  const period = t('flow.period', { days: CHART_DAYS });
  const nothing = <ChartEmpty>{t('flow.nothing', { days: CHART_DAYS })}</ChartEmpty>;
  return (
    <>
      <SectionCard
        id="flow"
        className="xl:col-span-2"
        title={t('flow.byDay', head)}
        description={<PeriodLine {...props} />}
        actions={<MeasureChoices rows={rows} currency={currency} />}
      >
        {rows.length === 0 ? nothing : <ByDay {...props} />}
      </SectionCard>
      <div className="min-w-0 space-y-6">
        <SectionCard title={t('flow.byProvider', head)} description={period}>
          {rows.length === 0 ? (
            nothing
          ) : (
            <BarList label={t('flow.byProvider', head)} rows={byProvider(props, region)} />
          )}
        </SectionCard>
        <SectionCard title={t('flow.byState', head)} description={period}>
          {rows.length === 0 ? nothing : <BarList label={t('flow.byState', head)} rows={byStatus(props, region)} />}
        </SectionCard>
      </div>
    </>
  );
}

/** The whole of the period, and what is in no sum. */
function PeriodLine({ rows, currency }: Props) {
  const t = useTranslations('home');
  const figure = figureText(figureOf(rows, currency), currency, useRegion());
  const unknown = rows.reduce((total, row) => total + row.unknown, 0);
  if (currency === null || unknown === 0) return t('flow.total', { days: CHART_DAYS, figure });
  return t('flow.totalPart', { days: CHART_DAYS, figure, unknown });
}

/** As many as one looks through; any other may be named in the address. */
const MOST_CURRENCIES = 8;

function MeasureChoices({ rows, currency }: Pick<Props, 'rows' | 'currency'>) {
  const t = useTranslations('home');
  const currencies = currenciesOf(rows).slice(0, MOST_CURRENCIES);
  const choices = currency === null || currencies.includes(currency) ? currencies : [...currencies, currency];
  return (
    <LinkChoices
      label={t('flow.show')}
      choices={[null, ...choices].map((choice) => ({
        href: choice === null ? '/#flow' : `/?${new URLSearchParams({ show: choice })}#flow`,
        label: choice ?? t('flow.count'),
        isCurrent: choice === currency,
      }))}
    />
  );
}

function ByDay({ rows, period, environment, currency }: Props) {
  const t = useTranslations('home');
  const region = useRegion();
  const figures = period.dates.map((_, day) =>
    figureOf(
      rows.filter((row) => row.day === day),
      currency,
    ),
  );
  const highest = highestOf(figures);
  const head = { currency: currency ?? 'none' };
  return (
    <ColumnChart
      label={t('flow.byDay', head)}
      heads={[t('flow.day'), t('flow.head', head)]}
      highest={figureText(highest, currency, region)}
      columns={period.dates.map((date, day) => ({
        key: date,
        href: periodHref({ zone: period.zone, dates: [date] }, environment, { currency: listed(currency) }),
        label: formatInstant(`${date}T00:00:00Z`, 'UTC', region).date,
        value: figureText(figures[day] as string, currency, region),
        length: lengthOf(figures[day] as string, highest),
      }))}
    />
  );
}

function byProvider({ rows, period, environment, currency }: Props, region: Region): BarRow[] {
  return barRows(
    { currency, region },
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

function byStatus({ rows, period, environment, currency }: Props, region: Region): BarRow[] {
  const told = STATUSES.filter((status) => rows.some((row) => row.status === status));
  return barRows(
    { currency, region },
    told.map((status) => ({
      key: status,
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

type Writing = { readonly currency: string | null; readonly region: Region };

function barRows({ currency, region }: Writing, drawn: readonly Drawn[]): BarRow[] {
  const highest = highestOf(drawn.map(({ figure }) => figure));
  return drawn.map(({ figure, fill, ...row }) => ({
    ...row,
    value: figureText(figure, currency, region),
    bars:
      figure === '0' ? [{ length: 0, className: 'hidden' }] : [{ length: lengthOf(figure, highest), className: fill }],
  }));
}

/** The list's filter for the currency that is shown. */
function listed(currency: string | null): readonly string[] {
  return currency === null ? [] : [currency];
}

/** A sum without the zeros that change nothing: it is looked at, not booked. */
function figureText(figure: string, currency: string | null, region: Region): string {
  if (currency === null) return formatCount(Number(figure), region);
  return `${formatMoney(figure, currency, region).digits} ${currency}`;
}
