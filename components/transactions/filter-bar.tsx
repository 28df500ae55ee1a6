import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import type { TimeZone } from '@/lib/time-zones';
import { DEFAULT_LIMIT, type ListQuery, type Sort } from '@/lib/transactions/filters';
import {
  AmountFilter,
  AssetFilter,
  DateFilter,
  KindFilter,
  MoreFilter,
  ProviderFilter,
  StatusFilter,
} from './filter-fields';
import { FilterForm } from './filter-form';

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
}: {
  readonly query: ListQuery;
  readonly zone: TimeZone;
  readonly now: Date;
}) {
  const { filters } = query;
  const dateZone = filters.occurred_from || filters.occurred_to ? filters.tz : zone;
  return (
    <FilterForm className="flex flex-wrap items-center gap-2">
      <div className="flex gap-2 max-md:-mx-4 max-md:-my-1 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1">
        <ProviderFilter filters={filters} />
        <KindFilter filters={filters} />
        <StatusFilter filters={filters} />
        <AssetFilter filters={filters} hint="Money in, money out, or the token." />
        <DateFilter query={query} zone={dateZone} now={now} />
        <AmountFilter filters={filters} hint="The amount in, in its own currency: choose an asset beside it." />
        <MoreFilter filters={filters} />
      </div>
      <div className="relative w-full max-w-72 min-w-44 flex-1 max-md:max-w-none">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        <Input
          name="external_ref"
          defaultValue={filters.external_ref ?? ''}
          aria-label="External reference, exact"
          placeholder="External reference, exact"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          className="h-8 pl-8"
        />
      </div>
      <Select name="sort" aria-label="Order" defaultValue={query.sort} className="h-8 w-auto md:hidden">
        {Object.entries(SORT_LABELS).map(([sort, label]) => (
          <option key={sort} value={sort}>
            {label}
          </option>
        ))}
      </Select>
      <input type="hidden" name="tz" value={dateZone} />
      {query.limit !== DEFAULT_LIMIT && <input type="hidden" name="limit" value={query.limit} />}
      <Button type="submit" className="h-8">
        Apply
      </Button>
    </FilterForm>
  );
}
