import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Privately } from '@/components/private/privately';
import { AmountFilter, DateField } from '@/components/transactions/filter-fields';
import { Button } from '@/components/ui/button';
import { Checkbox, Input } from '@/components/ui/field';
import { FilterChoice, FilterPanel } from '@/components/ui/filter-panel';
import { typedOf } from '@/lib/kept-value';
import type { LineFilters } from '@/lib/reconciliation/view-query';
import type { WorkbenchQuery } from '@/lib/reconciliation/workbench-query';
import type { AccountRail, BankAccount } from '@/lib/statements/account';
import { WorkbenchForm } from './workbench-form';

const RAILS = ['spei', 'pix', 'ars', 'ledger'] as const satisfies readonly AccountRail[];

type Account = Pick<BankAccount, 'id' | 'name'>;
type Props = {
  readonly query: WorkbenchQuery;
  readonly accounts: readonly Account[];
  readonly privately: Privately;
};

/** Every filter of the lines in one form. */
export function WorkbenchFilters({ query, accounts, privately }: Props) {
  const t = useTranslations('workbench');
  const words = useTranslations('words');
  const { filters, sort } = query.list;
  return (
    <WorkbenchForm privately={privately} className="flex flex-wrap items-center gap-2">
      <div className="flex gap-2 max-md:-mx-4 max-md:-my-1 max-md:w-screen max-md:overflow-x-auto max-md:px-4 max-md:py-1 md:flex-wrap">
        <FilterPanel name={t('chip.account')} count={filters.account.length}>
          {accounts.map(({ id, name }) => (
            <FilterChoice key={id} name="account" value={id} chosen={filters.account}>
              {name}
            </FilterChoice>
          ))}
        </FilterPanel>
        <FilterPanel name={t('chip.rail')} count={filters.rail.length}>
          {RAILS.map((rail) => (
            <FilterChoice key={rail} name="rail" value={rail} chosen={filters.rail}>
              {t(`chip.accountRail.${rail}`)}
            </FilterChoice>
          ))}
        </FilterPanel>
        <FilterPanel name={t('filter.direction')} count={filters.direction.length}>
          <FilterChoice name="direction" value="in" chosen={filters.direction}>
            {words('direction.in')}
          </FilterChoice>
          <FilterChoice name="direction" value="out" chosen={filters.direction}>
            {words('direction.out')}
          </FilterChoice>
        </FilterPanel>
        <AmountFilter filters={filters} hint={t('filter.amountHint')} />
        <DayFilter filters={filters} />
        <FilterPanel
          name={t('filter.more')}
          count={[filters.with_rivals, filters.with_id].filter(Boolean).length}
          className="w-60"
        >
          <Checkbox name="with_rivals" value="true" defaultChecked={filters.with_rivals}>
            {t('filter.rivals')}
          </Checkbox>
          <Checkbox name="with_id" value="true" defaultChecked={filters.with_id}>
            {t('filter.withId')}
          </Checkbox>
        </FilterPanel>
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
      {sort !== '-day' && <input type="hidden" name="sort" value={sort} />}
      {filters.statement !== null && <input type="hidden" name="statement" value={filters.statement} />}
      <Button type="submit" className="h-8">
        {t('filter.apply')}
      </Button>
    </WorkbenchForm>
  );
}

function DayFilter({ filters: { from, to } }: { readonly filters: LineFilters }) {
  const t = useTranslations('workbench');
  return (
    <FilterPanel name={t('filter.day')} count={[from, to].filter(Boolean).length} className="w-72">
      <div className="grid grid-cols-2 gap-2 p-2">
        <DateField name="from" label={t('chip.from')} value={from} />
        <DateField name="to" label={t('filter.toIncluded')} value={to} />
      </div>
      <p className="px-2 pb-1 text-xs text-ink-2">{t('filter.days')}</p>
    </FilterPanel>
  );
}
