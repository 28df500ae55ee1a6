import { useTranslations } from 'next-intl';
import type { Privately } from '@/components/private/privately';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import type { TimeZone } from '@/lib/time-zones';
import { DEFAULT_LIMIT, hasDates, type ListQuery, SORTS, writeListQuery } from '@/lib/transactions/filters';
import { ID_OPERATOR_NAMES } from '@/lib/transactions/filters-ids';
import { LIST_NAMES, wordOf } from '@/lib/transactions/filters-values';
import { AmountFilter, AssetFilter, DateFilter, KindFilter, ProviderFilter, StatusFilter } from './filter-fields';
import { FilterForm } from './filter-form';
import { MoreFilter } from './filter-more';
import { FilterText } from './filter-text';

/** Every filter of the list in one form. Order and page size travel with it, so that filtering does not lose them. */
export function FilterBar({
  query,
  zone,
  now,
  privately,
}: {
  readonly query: ListQuery;
  readonly zone: TimeZone;
  readonly now: Date;
  readonly privately: Pick<Privately, 'keep'>;
}) {
  const t = useTranslations('filters');
  const { filters } = query;
  const dateZone = hasDates(filters) ? filters.tz : zone;
  return (
    <FilterForm privately={privately} className="flex flex-wrap items-center gap-2">
      <div
        data-list-filters
        className="flex gap-2 md:flex-wrap max-md:-mx-4 max-md:-my-1 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1"
      >
        <ProviderFilter filters={filters} />
        <KindFilter filters={filters} />
        <StatusFilter filters={filters} />
        <AssetFilter filters={filters} hint={t('asset.hint')} />
        <DateFilter query={query} zone={dateZone} now={now} />
        <AmountFilter filters={filters} hint={t('amount.hint')} />
        <MoreFilter filters={filters} zone={dateZone} />
      </div>
      <FilterText text={filters.q ?? ''} />
      <Select name="sort" aria-label={t('order')} defaultValue={query.sort} className="h-8 w-auto md:hidden">
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </Select>
      <input type="hidden" name="tz" value={dateZone} />
      {withoutField(query).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {query.view && <input type="hidden" name="view" value={query.view} />}
      {query.limit !== DEFAULT_LIMIT && <input type="hidden" name="limit" value={query.limit} />}
      <Button type="submit" className="h-8">
        {t('apply')}
      </Button>
    </FilterForm>
  );
}

/** What is set and has no field of its own that shows it: words that are excluded, and identifiers. */
function withoutField({ filters }: ListQuery): [name: string, value: string][] {
  const isHidden = ([name, value]: [string, string]) =>
    (ID_OPERATOR_NAMES as readonly string[]).includes(name) ||
    ((LIST_NAMES as readonly string[]).includes(name) && wordOf(value).isExcluded);
  return [...writeListQuery({ filters })].filter(isHidden);
}
