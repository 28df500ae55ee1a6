import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Privately } from '@/components/private/privately';
import {
  AmountFilter,
  AssetFilter,
  DateField,
  KindFilter,
  ProviderFilter,
} from '@/components/transactions/filter-fields';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Checkbox, Input, Select } from '@/components/ui/field';
import { FilterChoice, FilterGroup, FilterPanel } from '@/components/ui/filter-panel';
import { typedOf } from '@/lib/kept-value';
import { KINDS } from '@/lib/providers/catalogue';
import { BOARD_COLUMNS, LIMIT_STATES } from '@/lib/refunds/refund';
import {
  DEFAULT_REFUND_LIMIT,
  type RefundFilters as Filters,
  NOBODY,
  REFUND_SORTS,
  type RefundQuery,
  type RefundSort,
} from '@/lib/refunds/refund-query';
import { possibleSteps } from '@/lib/refunds/steps';
import type { TimeZone } from '@/lib/time-zones';
import { RefundForm } from './refund-form';

/** The words of each order, among the messages. */
const SORT_KEYS = {
  '-triggered_at': 'newest',
  triggered_at: 'oldest',
  '-moved_at': 'lastChanged',
  moved_at: 'longestUnchanged',
  '-amount': 'largest',
  amount: 'smallest',
} as const satisfies Record<RefundSort, string>;

const STEPS = [...new Set(Object.values(KINDS).flat().flatMap(possibleSteps))];

type Props = {
  readonly query: RefundQuery;
  readonly zone: TimeZone;
  /** The reader, and all whom a refund may belong to, by e-mail address. */
  readonly viewer: string;
  readonly people: readonly string[];
  readonly privately: Privately;
};

/** Every filter of the refunds in one form. What has no field of its own travels with it, so that nothing is lost. */
export function RefundFilters({ query, zone, viewer, people, privately }: Props) {
  const t = useTranslations('refunds');
  const { filters, view, limit } = query;
  const hasDate = [filters.triggered_from, filters.triggered_to, filters.ended_from, filters.ended_to].some(Boolean);
  const dateZone = hasDate ? filters.tz : zone;
  return (
    <RefundForm privately={privately} className="flex flex-wrap items-center gap-2">
      <div className="flex gap-2 max-md:-mx-4 max-md:-my-1 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1 md:flex-wrap">
        <ProviderFilter filters={filters} />
        <KindFilter filters={filters} />
        <StageFilter filters={filters} />
        <StepFilter filters={filters} />
        <AssetFilter filters={filters} hint={t('filter.assetHint')} />
        <AmountFilter filters={filters} hint={t('filter.amountHint')} />
        <DateFilter filters={filters} zone={dateZone} />
        <MoreFilter filters={filters} />
        <OwnerFilter assignee={filters.assignee} viewer={viewer} people={people} />
      </div>
      <div className="relative w-full max-w-72 min-w-44 flex-1 max-md:max-w-none">
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
      {view === 'table' && (
        <Select name="sort" aria-label={t('filter.order')} defaultValue={query.sort} className="h-8 w-auto md:hidden">
          {REFUND_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${SORT_KEYS[sort]}`)}
            </option>
          ))}
        </Select>
      )}
      {view !== 'board' && <input type="hidden" name="view" value={view} />}
      {view === 'board' && <input type="hidden" name="sort" value={query.sort} />}
      {filters.older_than !== null && <input type="hidden" name="older_than" value={filters.older_than} />}
      {filters.environment.map((environment) => (
        <input key={environment} type="hidden" name="environment" value={environment} />
      ))}
      {limit !== DEFAULT_REFUND_LIMIT && <input type="hidden" name="limit" value={limit} />}
      <input type="hidden" name="tz" value={dateZone} />
      <Button type="submit" className="h-8">
        {t('filter.apply')}
      </Button>
    </RefundForm>
  );
}

function StageFilter({ filters }: { readonly filters: Filters }) {
  const t = useTranslations('refunds');
  return (
    <FilterPanel name={t('filter.stage')} count={filters.column.length + filters.limit_state.length}>
      {BOARD_COLUMNS.map((column) => (
        <FilterChoice key={column} name="column" value={column} chosen={filters.column}>
          {t(`stage.${column}`)}
        </FilterChoice>
      ))}
      <FilterGroup title={t('filter.against')}>
        {LIMIT_STATES.map((state) => (
          <FilterChoice key={state} name="limit_state" value={state} chosen={filters.limit_state}>
            {t(`limit.${state}`)}
          </FilterChoice>
        ))}
      </FilterGroup>
    </FilterPanel>
  );
}

function StepFilter({ filters }: { readonly filters: Filters }) {
  const t = useTranslations('refunds');
  const others = filters.step.filter((step) => !STEPS.includes(step));
  return (
    <FilterPanel name={t('filter.step')} count={filters.step.length}>
      {[...STEPS, ...others].map((step) => (
        <FilterChoice key={step} name="step" value={step} chosen={filters.step}>
          <span className="font-mono text-xs break-all">{step}</span>
        </FilterChoice>
      ))}
    </FilterPanel>
  );
}

function DateFilter({ filters, zone }: { readonly filters: Filters; readonly zone: TimeZone }) {
  const t = useTranslations('refunds');
  const frame = useTranslations('frame');
  const { triggered_from, triggered_to, ended_from, ended_to } = filters;
  const count = [triggered_from, triggered_to, ended_from, ended_to].filter(Boolean).length;
  return (
    <FilterPanel name={t('filter.date')} count={count} className="w-72">
      <div className="grid grid-cols-2 gap-2 p-2">
        <DateField name="triggered_from" label={t('filter.triggeredFrom')} value={triggered_from} />
        <DateField name="triggered_to" label={t('filter.toIncluded')} value={triggered_to} />
        <DateField name="ended_from" label={t('filter.endedFrom')} value={ended_from} />
        <DateField name="ended_to" label={t('filter.toIncluded')} value={ended_to} />
      </div>
      <p className="px-2 pb-1 text-xs text-ink-2">{t('filter.wholeDays', { zone: frame(`zone.names.${zone}`) })}</p>
    </FilterPanel>
  );
}

function MoreFilter({ filters }: { readonly filters: Filters }) {
  const t = useTranslations('refunds');
  const { id_missing, one_sided, partial } = filters;
  return (
    <FilterPanel
      name={t('filter.more')}
      count={[id_missing, one_sided, partial].filter(Boolean).length}
      className="w-60"
    >
      <Checkbox name="id_missing" value="true" defaultChecked={id_missing}>
        {t('filter.idMissing')}
      </Checkbox>
      <Checkbox name="one_sided" value="true" defaultChecked={one_sided}>
        {t('filter.oneSided')}
      </Checkbox>
      <Checkbox name="partial" value="true" defaultChecked={partial}>
        {t('filter.partial')}
      </Checkbox>
    </FilterPanel>
  );
}

type OwnerProps = Pick<Props, 'viewer' | 'people'> & { readonly assignee: string | null };

function OwnerFilter({ assignee, viewer, people }: OwnerProps) {
  const t = useTranslations('refunds');
  const known = people.filter((email) => email !== viewer);
  const isKnown = assignee === null || [NOBODY, viewer, ...known].includes(assignee);
  return (
    <Select
      name="assignee"
      aria-label={t('filter.owner')}
      defaultValue={assignee ?? ''}
      className={classNames(
        'h-8 w-auto max-w-48 shrink-0 pr-2 pl-2.5 font-medium',
        assignee !== null && 'border-accent/30 bg-accent-soft text-accent',
      )}
    >
      <option value="">{t('filter.anyOwner')}</option>
      <option value={viewer}>{t('filter.mine')}</option>
      <option value={NOBODY}>{t('filter.nobodys')}</option>
      {[...known, ...(isKnown ? [] : [assignee])].map((email) => (
        <option key={email} value={email}>
          {email}
        </option>
      ))}
    </Select>
  );
}
