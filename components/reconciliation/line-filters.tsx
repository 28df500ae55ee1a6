import { AmountFilter, AssetFilter } from '@/components/transactions/filter-fields';
import { Checkbox } from '@/components/ui/field';
import { FilterChoice, FilterPanel } from '@/components/ui/filter-panel';
import type { Rail } from '@/lib/reconciliation/leg';
import { DEFAULT_VIEW_LIMIT, type LineQuery } from '@/lib/reconciliation/view-query';
import type { BankAccount } from '@/lib/statements/account';
import { LINE_KIND_WORDS, LINE_KINDS } from '@/lib/statements/statement';
import { DayFilter, DirectionFilter, FILTER_ROW, FilterFoot, ReasonFilter } from './filter-fields';
import { RailForm } from './rail-form';

const SORT_LABELS = {
  '-day': 'Latest first',
  day: 'Earliest first',
  '-amount': 'Largest amount first',
  amount: 'Smallest amount first',
} as const satisfies Record<LineQuery['sort'], string>;

type Props = {
  readonly rail: Rail;
  readonly query: LineQuery;
  readonly accounts: readonly Pick<BankAccount, 'id' | 'name'>[];
};

/** Every filter of a rail’s unmatched lines in one form. */
export function LineFilters({ rail, query: { filters, sort, limit }, accounts }: Props) {
  return (
    <RailForm path={`/reconciliation/rails/${rail}/lines`} list="lines">
      <div className={FILTER_ROW}>
        <FilterPanel name="Account" count={filters.account.length} className="w-64">
          {accounts.length === 0 && <p className="px-2 py-1 text-xs text-ink-2">No account on this rail yet.</p>}
          {accounts.map(({ id, name }) => (
            <FilterChoice key={id} name="account" value={id} chosen={filters.account}>
              {name}
            </FilterChoice>
          ))}
        </FilterPanel>
        <ReasonFilter chosen={filters.reason} />
        <DirectionFilter chosen={filters.direction} />
        <AssetFilter filters={filters} hint="The currency of the line." />
        <AmountFilter filters={filters} hint="Without sign, in the line’s own currency." />
        <DayFilter from={filters.from} to={filters.to} hint="The bank’s own booking days." />
        <FilterPanel name="Kind" count={filters.kind.length}>
          {LINE_KINDS.map((kind) => (
            <FilterChoice key={kind} name="kind" value={kind} chosen={filters.kind}>
              {LINE_KIND_WORDS[kind]}
            </FilterChoice>
          ))}
        </FilterPanel>
        <FilterPanel name="More" count={[filters.with_id, filters.with_rivals].filter(Boolean).length} className="w-60">
          <Checkbox name="with_id" value="true" defaultChecked={filters.with_id}>
            An id was found in it
          </Checkbox>
          <Checkbox name="with_rivals" value="true" defaultChecked={filters.with_rivals}>
            Several candidates fit
          </Checkbox>
        </FilterPanel>
      </div>
      <FilterFoot q={filters.q} sort={sort} sorts={SORT_LABELS} />
      {filters.match && <input type="hidden" name="match" value={filters.match} />}
      {filters.statement && <input type="hidden" name="statement" value={filters.statement} />}
      {limit !== DEFAULT_VIEW_LIMIT && <input type="hidden" name="limit" value={limit} />}
    </RailForm>
  );
}
