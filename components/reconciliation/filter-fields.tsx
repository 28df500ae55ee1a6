import { Search } from 'lucide-react';
import { DateField } from '@/components/transactions/filter-fields';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import { FilterChoice, FilterPanel } from '@/components/ui/filter-panel';
import { REASON_NAMES, REASONS, type Reason } from '@/lib/reconciliation/reason';
import { DIRECTION_WORDS } from './direction';

/** Filters that legs and lines share. */

export function DirectionFilter({ chosen }: { readonly chosen: readonly ('in' | 'out')[] }) {
  return (
    <FilterPanel name="Direction" count={chosen.length}>
      {(['in', 'out'] as const).map((direction) => (
        <FilterChoice key={direction} name="direction" value={direction} chosen={chosen}>
          {DIRECTION_WORDS[direction]}
        </FilterChoice>
      ))}
    </FilterPanel>
  );
}

type DayProps = { readonly from: string | null; readonly to: string | null; readonly hint: string };

export function DayFilter({ from, to, hint }: DayProps) {
  return (
    <FilterPanel name="Day" count={(from ? 1 : 0) + (to ? 1 : 0)} className="w-72">
      <div className="grid grid-cols-2 gap-2 p-2">
        <DateField name="from" label="From" value={from} />
        <DateField name="to" label="To, included" value={to} />
      </div>
      <p className="px-2 pb-1 text-xs text-ink-2">{hint}</p>
    </FilterPanel>
  );
}

export function ReasonFilter({ chosen }: { readonly chosen: readonly Reason[] }) {
  return (
    <FilterPanel name="Reason" count={chosen.length} className="max-h-96 w-64 overflow-y-auto">
      {REASON_NAMES.map((reason) => (
        <FilterChoice key={reason} name="reason" value={reason} chosen={chosen}>
          {REASONS[reason].label}
        </FilterChoice>
      ))}
    </FilterPanel>
  );
}

type FootProps = {
  readonly q: string | null;
  readonly sort: string;
  readonly sorts: Readonly<Record<string, string>>;
};

/** The text or id to look for, the order on a phone, and the button that works before any script has run. */
export function FilterFoot({ q, sort, sorts }: FootProps) {
  return (
    <>
      <div className="relative w-full max-w-72 min-w-44 flex-1 max-md:max-w-none">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        <Input
          name="q"
          defaultValue={q ?? ''}
          aria-label="Text or id"
          placeholder="Text or id"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          className="h-8 pl-8"
        />
      </div>
      <Select name="sort" aria-label="Order" defaultValue={sort} className="h-8 w-auto md:hidden">
        {Object.entries(sorts).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Button type="submit" className="h-8">
        Apply
      </Button>
    </>
  );
}

/** A row of filters that scrolls sideways on a phone. */
export const FILTER_ROW =
  'flex gap-2 max-md:-mx-4 max-md:-my-1 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1 md:flex-wrap';
