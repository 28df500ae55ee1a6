import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DateField } from '@/components/transactions/filter-fields';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import { FilterChoice, FilterPanel } from '@/components/ui/filter-panel';
import { REASON_NAMES, type Reason } from '@/lib/reconciliation/reason';

/** Filters that legs and lines share. */

export function DirectionFilter({ chosen }: { readonly chosen: readonly ('in' | 'out')[] }) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  return (
    <FilterPanel name={t('filter.direction')} count={chosen.length}>
      {(['in', 'out'] as const).map((direction) => (
        <FilterChoice key={direction} name="direction" value={direction} chosen={chosen}>
          {words(`direction.${direction}`)}
        </FilterChoice>
      ))}
    </FilterPanel>
  );
}

type DayProps = { readonly from: string | null; readonly to: string | null; readonly hint: string };

export function DayFilter({ from, to, hint }: DayProps) {
  const t = useTranslations('reconciliation');
  return (
    <FilterPanel name={t('filter.day')} count={(from ? 1 : 0) + (to ? 1 : 0)} className="w-72">
      <div className="grid grid-cols-2 gap-2 p-2">
        <DateField name="from" label={t('filter.from')} value={from} />
        <DateField name="to" label={t('filter.to')} value={to} />
      </div>
      <p className="px-2 pb-1 text-xs text-ink-2">{hint}</p>
    </FilterPanel>
  );
}

export function ReasonFilter({ chosen }: { readonly chosen: readonly Reason[] }) {
  const t = useTranslations('reconciliation');
  const reasons = useTranslations('reasons');
  return (
    <FilterPanel name={t('filter.reason')} count={chosen.length} className="max-h-96 w-64 overflow-y-auto">
      {REASON_NAMES.map((reason) => (
        <FilterChoice key={reason} name="reason" value={reason} chosen={chosen}>
          {reasons(`reason.${reason}.label`)}
        </FilterChoice>
      ))}
    </FilterPanel>
  );
}

type FootProps = {
  /** What its field holds. */
  readonly q: string;
  readonly sort: string;
  /** The orders by their names in the address, each with its words. */
  readonly sorts: Readonly<Record<string, string>>;
};

/** The text or id to look for, the order on a phone, and the button that works before any script has run. */
export function FilterFoot({ q, sort, sorts }: FootProps) {
  const t = useTranslations('reconciliation');
  return (
    <>
      <div className="relative w-full max-w-72 min-w-44 flex-1 max-md:max-w-none">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        <Input
          name="q"
          defaultValue={q}
          aria-label={t('filter.text')}
          placeholder={t('filter.text')}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          className="h-8 pl-8"
        />
      </div>
      <Select name="sort" aria-label={t('filter.order')} defaultValue={sort} className="h-8 w-auto md:hidden">
        {Object.entries(sorts).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Button type="submit" className="h-8">
        {t('filter.apply')}
      </Button>
    </>
  );
}

/** A row of filters that scrolls sideways on a phone. */
export const FILTER_ROW =
  'flex gap-2 max-md:-mx-4 max-md:-my-1 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1 md:flex-wrap';
