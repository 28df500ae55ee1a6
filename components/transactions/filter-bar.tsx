import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import type { TimeZone } from '@/lib/time-zones';
import { DEFAULT_LIMIT, hasDates, type ListQuery, type Sort, writeListQuery } from '@/lib/transactions/filters';
import { ID_OPERATOR_NAMES } from '@/lib/transactions/filters-ids';
import { LIST_NAMES, wordOf } from '@/lib/transactions/filters-values';
import { AmountFilter, AssetFilter, DateFilter, KindFilter, ProviderFilter, StatusFilter } from './filter-fields';
import { FilterForm } from './filter-form';
import { MoreFilter } from './filter-more';
import { FilterText } from './filter-text';

const SORT_LABELS = {
  '-occurred_at': 'Newest first',
  occurred_at: 'Oldest first',
  '-updated_at': 'Last changed first',
  updated_at: 'Longest unchanged first',
  '-amount': 'Largest amount first',
  amount: 'Smallest amount first',
} as const satisfies Record<Sort, string>;

/** Every filter of the list in one form. Order and page size travel with it, so that filtering does not lose them. */
export function FilterBar({
  query,
  zone,
  now,
  privateAddress,
}: {
  readonly query: ListQuery;
  readonly zone: TimeZone;
  readonly now: Date;
  readonly privateAddress: (search: string) => Promise<string>;
}) {
  const { filters } = query;
  const dateZone = hasDates(filters) ? filters.tz : zone;
  return (
    <FilterForm privateAddress={privateAddress} className="flex flex-wrap items-center gap-2">
      <div
        data-list-filters
        className="flex gap-2 md:flex-wrap max-md:-mx-4 max-md:-my-1 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1"
      >
        <ProviderFilter filters={filters} />
        <KindFilter filters={filters} />
        <StatusFilter filters={filters} />
        <AssetFilter filters={filters} hint="Money in, money out, or the token." />
        <DateFilter query={query} zone={dateZone} now={now} />
        <AmountFilter filters={filters} hint="The amount in, in its own currency: choose an asset beside it." />
        <MoreFilter filters={filters} zone={dateZone} />
      </div>
      <FilterText text={filters.q ?? ''} />
      <Select name="sort" aria-label="Order" defaultValue={query.sort} className="h-8 w-auto md:hidden">
        {Object.entries(SORT_LABELS).map(([sort, label]) => (
          <option key={sort} value={sort}>
            {label}
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
        Apply
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
