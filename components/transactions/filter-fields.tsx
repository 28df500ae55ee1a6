import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { Field, Input } from '@/components/ui/field';
import { FilterChoice, FilterGroup, FilterPanel } from '@/components/ui/filter-panel';
import { TONE_TEXT } from '@/components/ui/tone';
import { STATUSES, type Status } from '@/lib/events/status';
import { KINDS, PROVIDER_FULL_NAMES, PROVIDER_LABELS, PROVIDERS } from '@/lib/providers/catalogue';
import { isCalendarDate, type TimeZone } from '@/lib/time-zones';
import type { Filters, ListQuery } from '@/lib/transactions/filters';
import { AmountFilterInput } from './amount-input';
import { datePresets } from './date-presets';
import { filteredHref } from './list-links';
import { STATUS_LOOKS } from './status-badge';

/** Codes the three providers move; any other can be typed. */
const ASSETS = ['MXN', 'MXNB', 'BRL', 'BRL1', 'BRLA', 'ARS', 'USD', 'USDC', 'USDT', 'WBTC', 'WETH'];

type Props = { readonly filters: Filters };
/** Filters that other lists have too. */
type Own<N extends keyof Filters> = { readonly filters: Pick<Filters, N> };

export function ProviderFilter({ filters }: Own<'provider'>) {
  const t = useTranslations('filters');
  return (
    <FilterPanel name={t('panel.provider')} count={filters.provider.length}>
      {PROVIDERS.map((provider) => (
        <FilterChoice key={provider} name="provider" value={provider} chosen={filters.provider}>
          {PROVIDER_FULL_NAMES[provider]}
        </FilterChoice>
      ))}
    </FilterPanel>
  );
}

export function KindFilter({ filters }: Own<'kind'>) {
  const t = useTranslations('filters');
  const words = useTranslations('words');
  return (
    <FilterPanel name={t('panel.kind')} count={filters.kind.length}>
      {PROVIDERS.map((provider) => (
        <FilterGroup key={provider} title={PROVIDER_LABELS[provider]}>
          {KINDS[provider].map((kind) => (
            <FilterChoice key={kind} name="kind" value={kind} chosen={filters.kind}>
              {words(`kind.${kind}`)}
            </FilterChoice>
          ))}
        </FilterGroup>
      ))}
    </FilterPanel>
  );
}

export function StatusFilter({ filters }: Props) {
  const t = useTranslations('filters');
  return (
    <FilterPanel name={t('panel.status')} count={filters.status.length}>
      {STATUSES.map((status) => (
        <FilterChoice key={status} name="status" value={status} chosen={filters.status}>
          <StatusWord status={status} />
        </FilterChoice>
      ))}
    </FilterPanel>
  );
}

function StatusWord({ status }: { readonly status: Status }) {
  const words = useTranslations('words');
  const { icon: Icon, tone } = STATUS_LOOKS[status];
  return (
    <span className="flex items-center gap-2">
      <Icon aria-hidden className={classNames('size-3.5 shrink-0', TONE_TEXT[tone])} />
      {words(`status.${status}`)}
    </span>
  );
}

export function AssetFilter({ filters, hint }: Own<'currency'> & { readonly hint: string }) {
  const t = useTranslations('filters');
  const others = filters.currency.filter((code) => !ASSETS.includes(code));
  return (
    <FilterPanel name={t('panel.asset')} count={filters.currency.length}>
      <div className="grid grid-cols-2">
        {[...ASSETS, ...others].map((code) => (
          <FilterChoice key={code} name="currency" value={code} chosen={filters.currency}>
            {code}
          </FilterChoice>
        ))}
      </div>
      <div className="px-2 pt-1.5 pb-1">
        <Field label={t('asset.other')} hint={hint}>
          <Input
            name="currency"
            data-adds="true"
            pattern="[A-Za-z0-9]{2,12}"
            autoComplete="off"
            className="h-8 uppercase"
          />
        </Field>
      </div>
    </FilterPanel>
  );
}

type DateProps = { readonly query: ListQuery; readonly zone: TimeZone; readonly now: Date };

export function DateFilter({ query, zone, now }: DateProps) {
  const t = useTranslations('filters');
  const zones = useTranslations('frame');
  const { occurred_from: from, occurred_to: to } = query.filters;
  return (
    <FilterPanel name={t('panel.date')} count={(from ? 1 : 0) + (to ? 1 : 0)} className="w-72">
      <ul className="flex flex-wrap gap-1.5 px-2 pt-1.5">
        {datePresets(now, zone).map(({ name, ...range }) => (
          <li key={name}>
            <Link
              href={filteredHref(query, { ...range, tz: zone })}
              scroll={false}
              prefetch={false}
              className="inline-flex h-6.5 items-center rounded-md border border-line-strong px-2 text-xs hover:bg-sunken"
            >
              {t(`preset.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-2 gap-2 p-2">
        <DateField name="occurred_from" label={t('date.from')} value={from} />
        <DateField name="occurred_to" label={t('date.to')} value={to} />
      </div>
      <p className="px-2 pb-1 text-xs text-ink-2">{t('date.clock', { zone: zones(`zone.names.${zone}`) })}</p>
    </FilterPanel>
  );
}

type DateFieldProps = { readonly name: string; readonly label: string; readonly value: string | null };

/** A day to choose. A link may carry an instant instead of a day; a date field would swallow it. */
export function DateField({ name, label, value }: DateFieldProps) {
  const type = value === null || isCalendarDate(value) ? 'date' : 'text';
  return (
    <Field label={label}>
      <Input name={name} type={type} defaultValue={value ?? ''} className="h-8 px-2" />
    </Field>
  );
}

type AmountProps = Own<'amount_min' | 'amount_max'> & { readonly hint: string };

export function AmountFilter({ filters, hint }: AmountProps) {
  const t = useTranslations('filters');
  return (
    <FilterPanel
      name={t('panel.amount')}
      count={(filters.amount_min ? 1 : 0) + (filters.amount_max ? 1 : 0)}
      className="w-72"
    >
      <div className="grid grid-cols-2 gap-2 p-2">
        <Field label={t('amount.least')}>
          <AmountFilterInput name="amount_min" amount={filters.amount_min ?? null} className="h-8 px-2" />
        </Field>
        <Field label={t('amount.most')}>
          <AmountFilterInput name="amount_max" amount={filters.amount_max ?? null} className="h-8 px-2" />
        </Field>
      </div>
      <p className="px-2 pb-1 text-xs text-ink-2">{hint}</p>
      <noscript>
        <p className="px-2 pb-1 text-xs text-ink-2">{t('amount.withoutScript')}</p>
      </noscript>
    </FilterPanel>
  );
}
