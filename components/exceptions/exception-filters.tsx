import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Privately } from '@/components/private/privately';
import { AmountFilter, DateField, ProviderFilter } from '@/components/transactions/filter-fields';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Field, Input, Select } from '@/components/ui/field';
import { FilterChoice, FilterPanel } from '@/components/ui/filter-panel';
import { typedOf } from '@/lib/kept-value';
import { EXCEPTION_STATES, REASON_NAMES, SEVERITIES } from '@/lib/reconciliation/reason';
import type { ExceptionRow } from '@/lib/reconciliation/view';
import {
  DEFAULT_VIEW_LIMIT,
  type ExceptionQuery,
  type ExceptionFilters as Filters,
} from '@/lib/reconciliation/view-query';
import { ExceptionForm } from './exception-form';
import type { ExceptionsPath } from './exception-links';

const SORTS = {
  '-day': 'newest',
  day: 'oldest',
  '-amount': 'most',
  amount: 'least',
} as const satisfies Record<ExceptionQuery['sort'], string>;
/** Of exceptions: those of payments, and the own ledger's. */
const RAILS = ['spei', 'pix', 'ars', 'chain', 'ledger'] as const satisfies readonly ExceptionRow['rail'][];

const NOBODY = 'nobody';
const CURRENCIES = ['MXN', 'BRL', 'ARS', 'USD', 'MXNB', 'BRL1', 'BRLA', 'USDC', 'USDT'];

type Props = {
  readonly query: ExceptionQuery;
  readonly path: ExceptionsPath;
  /** The reader, and all whom an exception may belong to, by e-mail address. */
  readonly viewer: string;
  readonly people: readonly string[];
  /** Names of our accounts by their ids. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly privately: Privately;
};

/** Every filter of the exceptions in one form. What has no field of its own travels with it, so that nothing is lost. */
export function ExceptionFilters({ query, path, viewer, people, accounts, privately }: Props) {
  const t = useTranslations('exceptions');
  const words = useTranslations('words');
  const says = useTranslations('reasons');
  const { filters, limit } = query;
  return (
    <ExceptionForm path={path} privately={privately} className="flex flex-wrap items-center gap-2">
      <div className="flex gap-2 max-md:-mx-4 max-md:-my-1 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1 md:flex-wrap">
        <Choices
          name="reason"
          title={t('field.reason')}
          chosen={filters.reason}
          words={REASON_NAMES.map((reason) => [reason, says(`reason.${reason}.label`)])}
          className="w-64"
        />
        <Choices
          name="severity"
          title={t('field.severity')}
          chosen={filters.severity}
          words={SEVERITIES.map((severity) => [severity, says(`severity.${severity}`)])}
        />
        <Choices
          name="state"
          title={t('field.state')}
          chosen={filters.state}
          words={EXCEPTION_STATES.map((state) => [state, says(`exceptionState.${state}`)])}
        />
        <Choices
          name="rail"
          title={t('field.rail')}
          chosen={filters.rail}
          words={RAILS.map((rail) => [rail, words(`rail.${rail}`)])}
        />
        <ProviderFilter filters={filters} />
        {accounts.size > 0 && (
          <Choices
            name="account"
            title={t('field.account')}
            chosen={filters.account}
            words={[...accounts]}
            className="w-64"
          />
        )}
        <CurrencyFilter chosen={filters.currency} />
        <AmountFilter filters={filters} hint={t('filter.stake')} />
        <DayFilter from={filters.from} to={filters.to} />
        <OwnerFilter owner={filters.owner} viewer={viewer} people={people} />
      </div>
      <div className="relative w-full max-w-72 min-w-36 flex-1 max-md:min-w-full max-md:max-w-none">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        <Input
          name="q"
          defaultValue={typedOf(filters.q, privately.kept)}
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          className="h-8 pl-8"
        />
      </div>
      <Select name="sort" aria-label={t('filter.order')} defaultValue={query.sort} className="h-8 w-auto md:hidden">
        {Object.entries(SORTS).map(([sort, order]) => (
          <option key={sort} value={sort}>
            {t(`sort.${order}`)}
          </option>
        ))}
      </Select>
      {limit !== DEFAULT_VIEW_LIMIT && <input type="hidden" name="limit" value={limit} />}
      <Button type="submit" className="h-8">
        {t('filter.apply')}
      </Button>
    </ExceptionForm>
  );
}

type Words = readonly (readonly [value: string, label: string])[];

type ChoicesProps = {
  readonly name: string;
  readonly title: string;
  readonly chosen: readonly string[];
  readonly words: Words;
  readonly className?: string;
};

function Choices({ name, title, chosen, words, className }: ChoicesProps) {
  return (
    <FilterPanel name={title} count={chosen.length} className={className}>
      {words.map(([value, label]) => (
        <FilterChoice key={value} name={name} value={value} chosen={chosen}>
          {label}
        </FilterChoice>
      ))}
    </FilterPanel>
  );
}

function CurrencyFilter({ chosen }: { readonly chosen: readonly string[] }) {
  const t = useTranslations('exceptions');
  const others = chosen.filter((code) => !CURRENCIES.includes(code));
  return (
    <FilterPanel name={t('field.currency')} count={chosen.length}>
      <div className="grid grid-cols-2">
        {[...CURRENCIES, ...others].map((code) => (
          <FilterChoice key={code} name="currency" value={code} chosen={chosen}>
            {code}
          </FilterChoice>
        ))}
      </div>
      <div className="px-2 pt-1.5 pb-1">
        <Field label={t('filter.anotherCode')}>
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

function DayFilter({ from, to }: Pick<Filters, 'from' | 'to'>) {
  const t = useTranslations('exceptions');
  return (
    <FilterPanel name={t('filter.day')} count={(from ? 1 : 0) + (to ? 1 : 0)} className="w-72">
      <div className="grid grid-cols-2 gap-2 p-2">
        <DateField name="from" label={t('filter.from')} value={from} />
        <DateField name="to" label={t('filter.to')} value={to} />
      </div>
      <p className="px-2 pb-1 text-xs text-ink-2">{t('filter.local')}</p>
    </FilterPanel>
  );
}

type OwnerProps = Pick<Props, 'viewer' | 'people'> & { readonly owner: string | null };

function OwnerFilter({ owner, viewer, people }: OwnerProps) {
  const t = useTranslations('exceptions');
  const known = people.filter((email) => email !== viewer);
  const isKnown = owner === null || [NOBODY, viewer, ...known].includes(owner);
  return (
    <Select
      name="owner"
      aria-label={t('field.owner')}
      defaultValue={owner ?? ''}
      className={classNames(
        'h-8 w-auto max-w-48 shrink-0 pr-2 pl-2.5 font-medium',
        owner !== null && 'border-accent/30 bg-accent-soft text-accent',
      )}
    >
      <option value="">{t('filter.anyOwner')}</option>
      <option value={viewer}>{t('filter.mine')}</option>
      <option value={NOBODY}>{t('filter.nobody')}</option>
      {[...known, ...(isKnown ? [] : [owner])].map((email) => (
        <option key={email} value={email}>
          {email}
        </option>
      ))}
    </Select>
  );
}
