import { AmountFilter, AssetFilter, KindFilter, ProviderFilter } from '@/components/transactions/filter-fields';
import { classNames } from '@/components/ui/class-names';
import { Field, Input, Select } from '@/components/ui/field';
import { FilterChoice, FilterPanel } from '@/components/ui/filter-panel';
import { TONE_TEXT } from '@/components/ui/tone';
import type { Rail } from '@/lib/reconciliation/leg';
import { RECONCILED } from '@/lib/reconciliation/match';
import type { Book } from '@/lib/reconciliation/view';
import { DEFAULT_VIEW_LIMIT, type LegFilters as Filters, type LegQuery } from '@/lib/reconciliation/view-query';
import { DayFilter, DirectionFilter, FILTER_ROW, FilterFoot, ReasonFilter } from './filter-fields';
import { RailForm } from './rail-form';
import { STATE_LOOKS, STATES } from './state-badge';

const SORT_LABELS = {
  '-occurred_at': 'Newest first',
  occurred_at: 'Oldest first',
  '-amount': 'Largest amount first',
  amount: 'Smallest amount first',
} as const satisfies Record<LegQuery['sort'], string>;

const DAY_HINTS = {
  spei: 'Days in Mexico City.',
  pix: 'Days in São Paulo.',
  ars: 'Days in Buenos Aires.',
  chain: 'Days in UTC.',
} as const satisfies Record<Rail, string>;

/** Rails on which more than one provider moves money. */
const SHARED_RAILS: readonly Rail[] = ['pix', 'chain'];

/** Every filter of a rail’s legs in one form. What has no field of its own travels with it, so that nothing is lost. */
export function LegFilters({ rail, query }: { readonly rail: Rail; readonly query: LegQuery }) {
  const { filters, limit, sort } = query;
  return (
    <RailForm path={`/reconciliation/rails/${rail}`} list="legs">
      <div className={FILTER_ROW}>
        <StateFilter filters={filters} />
        <ReasonFilter chosen={filters.reason} />
        <DirectionFilter chosen={filters.direction} />
        {SHARED_RAILS.includes(rail) && <ProviderFilter filters={filters} />}
        <KindFilter filters={filters} />
        <AssetFilter filters={filters} hint="The currency the bank, or the chain, would show." />
        <AmountFilter filters={filters} hint="As the bank would show it, without sign." />
        <DayFilter from={filters.from} to={filters.to} hint={DAY_HINTS[rail]} />
        {(rail === 'spei' || rail === 'ars') && <AccountFilter account={filters.account} rail={rail} />}
        <BookFilter book={filters.book} />
      </div>
      <FilterFoot q={filters.q} sort={sort} sorts={SORT_LABELS} />
      {filters.environment.map((environment) => (
        <input key={environment} type="hidden" name="environment" value={environment} />
      ))}
      {limit !== DEFAULT_VIEW_LIMIT && <input type="hidden" name="limit" value={limit} />}
    </RailForm>
  );
}

function StateFilter({ filters }: { readonly filters: Filters }) {
  return (
    <FilterPanel name="State" count={filters.state.length}>
      {STATES.map((state) => {
        const { icon: Icon, tone } = STATE_LOOKS[state];
        return (
          <FilterChoice key={state} name="state" value={state} chosen={filters.state}>
            <span className="flex items-center gap-2">
              <Icon aria-hidden className={classNames('size-3.5 shrink-0', TONE_TEXT[tone])} />
              {RECONCILED[state]}
            </span>
          </FilterChoice>
        );
      })}
    </FilterPanel>
  );
}

const ACCOUNT_NAMES = { spei: 'CLABE', ars: 'CBU or CVU' } as const;

function AccountFilter({
  account,
  rail,
}: {
  readonly account: string | null;
  readonly rail: keyof typeof ACCOUNT_NAMES;
}) {
  return (
    <FilterPanel name={ACCOUNT_NAMES[rail]} count={account ? 1 : 0} className="w-72">
      <div className="p-2">
        <Field label="The whole number, of either side">
          <Input
            name="account"
            defaultValue={account ?? ''}
            inputMode="numeric"
            autoComplete="off"
            className="h-8 px-2"
          />
        </Field>
      </div>
    </FilterPanel>
  );
}

function BookFilter({ book }: { readonly book: Book | null }) {
  return (
    <Select
      name="book"
      aria-label="Judged against"
      defaultValue={book === 'ledger' ? book : ''}
      className={classNames(
        'h-8 w-auto shrink-0 pr-2 pl-2.5 font-medium',
        book === 'ledger' && 'border-accent/30 bg-accent-soft text-accent',
      )}
    >
      <option value="">Against the bank</option>
      <option value="ledger">Against the own ledger</option>
    </Select>
  );
}
