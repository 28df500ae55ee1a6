import { CalendarDays, ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Privately } from '@/components/private/privately';
import { DateField } from '@/components/transactions/filter-fields';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Checkbox, Select } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { ORIGINS, PROOFS } from '@/lib/events/delivery';
import { type DeliveryFilters, LAGS, type Lag, RESULTS } from '@/lib/events/received';
import { isFiltered, type ReceivedQuery } from '@/lib/events/received-query';
import { typedOf } from '@/lib/kept-value';
import { PROVIDER_LABELS, PROVIDERS } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import { FindField } from './find-field';
import { ReceivedForm } from './received-form';
import { receivedHref } from './received-href';

/** Every answer we give to what we store is 200; others came in with older versions. */
const ANSWERS = [200, 201, 202, 204];

type Props = {
  readonly query: ReceivedQuery;
  readonly typed: string;
  readonly zone: TimeZone;
  readonly privately: Privately;
};

/** Search and filters of what was received, in one form; `typed` is the search as it was written, also where it says nothing. */
export function ReceivedFilters({ query, typed, zone, privately }: Props) {
  const t = useTranslations('webhooks');
  const { filters, isTailing } = query;
  const dateZone = filters.received_from || filters.received_to ? filters.tz : zone;
  return (
    <ReceivedForm privately={privately} className="space-y-2.5">
      <div className="flex items-start gap-2">
        <FindField value={typedOf(typed, privately.kept)} />
        <Button type="submit">{t('filter.find')}</Button>
      </div>
      <div className="flex items-center gap-2 max-md:-mx-4 max-md:-my-1 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1 md:flex-wrap">
        <Choices filters={filters} />
        <DateFilter filters={filters} zone={dateZone} />
        <Checkbox name="duplicates" value="true" defaultChecked={filters.duplicates} className="shrink-0 py-1">
          {t('filter.duplicates')}
        </Checkbox>
        {isFiltered(filters) && (
          <Link
            href={receivedHref({ isTailing })}
            scroll={false}
            prefetch={false}
            className="shrink-0 rounded-md px-1.5 py-1 text-xs font-medium whitespace-nowrap text-accent hover:underline"
          >
            {t('filter.clear')}
          </Link>
        )}
      </div>
      <input type="hidden" name="tz" value={dateZone} />
      {isTailing && <input type="hidden" name="tail" value="on" />}
    </ReceivedForm>
  );
}

function Choices({ filters }: { readonly filters: DeliveryFilters }) {
  const t = useTranslations('webhooks');
  const tellings = useTranslations('deliveries');
  const answers = filters.answer === null ? ANSWERS : [...new Set([...ANSWERS, filters.answer])].sort();
  const answer = filters.answer === null ? null : String(filters.answer);
  return (
    <>
      <Choice
        name="provider"
        label={t('filter.provider.label')}
        any={t('filter.provider.any')}
        value={filters.provider}
      >
        {PROVIDERS.map((provider) => [provider, PROVIDER_LABELS[provider]])}
      </Choice>
      <Choice name="result" label={t('filter.result.label')} any={t('filter.result.any')} value={filters.result}>
        {RESULTS.map((result) => [result, tellings(`result.${result}.label`)])}
      </Choice>
      <Choice name="proof" label={t('filter.proof.label')} any={t('filter.proof.any')} value={filters.proof}>
        {PROOFS.map((proof) => [proof, tellings(`proof.${proof}.label`)])}
      </Choice>
      <Choice name="origin" label={t('filter.origin.label')} any={t('filter.origin.any')} value={filters.origin}>
        {ORIGINS.map((origin) => [origin, tellings(`origin.${origin}.label`)])}
      </Choice>
      <Choice name="answer" label={t('filter.answer.label')} any={t('filter.answer.any')} value={answer}>
        {answers.map((status) => [String(status), t('filter.answer.one', { status })])}
      </Choice>
      <Choice name="lag" label={t('filter.lag.label')} any={t('filter.lag.any')} value={filters.lag}>
        {(Object.keys(LAGS) as Lag[]).map((lag) => [lag, t(`filter.lag.over.${lag}`)])}
      </Choice>
    </>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  /** The words of no choice at all. */
  readonly any: string;
  readonly value: string | null;
  readonly children: readonly (readonly [value: string, label: string])[];
};

function Choice({ name, label, any, value, children }: ChoiceProps) {
  return (
    <Select
      name={name}
      aria-label={label}
      defaultValue={value ?? ''}
      className={classNames(
        'h-8 w-auto shrink-0 pr-2 pl-2.5 font-medium',
        value !== null && 'border-accent/30 bg-accent-soft text-accent',
      )}
    >
      <option value="">{any}</option>
      {children.map(([choice, words]) => (
        <option key={choice} value={choice}>
          {words}
        </option>
      ))}
    </Select>
  );
}

function DateFilter({ filters, zone }: { readonly filters: DeliveryFilters; readonly zone: TimeZone }) {
  const t = useTranslations('webhooks');
  const frame = useTranslations('frame');
  const { received_from: from, received_to: to } = filters;
  const isSet = from !== null || to !== null;
  return (
    <Popover
      label={t('filter.time.label')}
      closesOnClick
      className="w-72 p-2"
      triggerClassName={classNames(
        'inline-flex h-8 shrink-0 cursor-pointer items-center gap-1.5 rounded-lg border px-2.5 text-body font-medium whitespace-nowrap transition-colors',
        isSet
          ? 'border-accent/30 bg-accent-soft text-accent'
          : 'border-line-strong bg-surface text-ink shadow-xs hover:bg-sunken',
      )}
      trigger={
        <>
          <CalendarDays aria-hidden className="size-3.5" />
          {isSet ? `${from ?? '…'} – ${to ?? '…'}` : t('filter.time.any')}
          <ChevronDown aria-hidden className="size-3.5 opacity-70" />
        </>
      }
    >
      <div className="grid grid-cols-2 gap-2">
        <DateField name="received_from" label={t('filter.time.from')} value={from} />
        <DateField name="received_to" label={t('filter.time.to')} value={to} />
      </div>
      <p className="my-2 text-xs text-ink-2">{t('filter.time.days', { zone: frame(`zone.names.${zone}`) })}</p>
      <Button type="submit" look="primary" size="small" className="w-full">
        {t('filter.time.apply')}
      </Button>
    </Popover>
  );
}
