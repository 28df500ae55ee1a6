import { useTranslations } from 'next-intl';
import type { Privately } from '@/components/private/privately';
import { AmountFilter, AssetFilter } from '@/components/transactions/filter-fields';
import { Checkbox } from '@/components/ui/field';
import { FilterChoice, FilterPanel } from '@/components/ui/filter-panel';
import { typedOf } from '@/lib/kept-value';
import type { Rail } from '@/lib/reconciliation/leg';
import { DEFAULT_VIEW_LIMIT, type LineQuery } from '@/lib/reconciliation/view-query';
import type { BankAccount } from '@/lib/statements/account';
import { LINE_KINDS } from '@/lib/statements/statement';
import { DayFilter, DirectionFilter, FILTER_ROW, FilterFoot, ReasonFilter } from './filter-fields';
import { RailForm } from './rail-form';

type Props = {
  readonly rail: Rail;
  readonly query: LineQuery;
  readonly accounts: readonly Pick<BankAccount, 'id' | 'name'>[];
  readonly privately: Privately;
};

/** Every filter of a rail’s unmatched lines in one form. */
export function LineFilters({ rail, query: { filters, sort, limit }, accounts, privately }: Props) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const sorts: Readonly<Record<LineQuery['sort'], string>> = {
    '-day': t('filter.sort.latest'),
    day: t('filter.sort.earliest'),
    '-amount': t('filter.sort.largest'),
    amount: t('filter.sort.smallest'),
  };
  return (
    <RailForm path={`/reconciliation/rails/${rail}/lines`} list="lines" label={t('filter.lines')} privately={privately}>
      <div className={FILTER_ROW}>
        <FilterPanel name={t('filter.account')} count={filters.account.length} className="w-64">
          {accounts.length === 0 && <p className="px-2 py-1 text-xs text-ink-2">{t('filter.noAccount')}</p>}
          {accounts.map(({ id, name }) => (
            <FilterChoice key={id} name="account" value={id} chosen={filters.account}>
              {name}
            </FilterChoice>
          ))}
        </FilterPanel>
        <ReasonFilter chosen={filters.reason} />
        <DirectionFilter chosen={filters.direction} />
        <AssetFilter filters={filters} hint={t('filter.assetOfLine')} />
        <AmountFilter filters={filters} hint={t('filter.amountOfLine')} />
        <DayFilter from={filters.from} to={filters.to} hint={t('filter.dayOfLine')} />
        <FilterPanel name={t('filter.kind')} count={filters.kind.length}>
          {LINE_KINDS.map((kind) => (
            <FilterChoice key={kind} name="kind" value={kind} chosen={filters.kind}>
              {words(`lineKind.${kind}`)}
            </FilterChoice>
          ))}
        </FilterPanel>
        <FilterPanel
          name={t('filter.more')}
          count={[filters.with_id, filters.with_rivals].filter(Boolean).length}
          className="w-60"
        >
          <Checkbox name="with_id" value="true" defaultChecked={filters.with_id}>
            {t('filter.withId')}
          </Checkbox>
          <Checkbox name="with_rivals" value="true" defaultChecked={filters.with_rivals}>
            {t('filter.withRivals')}
          </Checkbox>
        </FilterPanel>
      </div>
      <FilterFoot q={typedOf(filters.q, privately.kept)} sort={sort} sorts={sorts} />
      {filters.match && <input type="hidden" name="match" value={filters.match} />}
      {filters.statement && <input type="hidden" name="statement" value={filters.statement} />}
      {limit !== DEFAULT_VIEW_LIMIT && <input type="hidden" name="limit" value={limit} />}
    </RailForm>
  );
}
