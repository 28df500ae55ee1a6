import { useTranslations } from 'next-intl';
import type { Privately } from '@/components/private/privately';
import { AmountFilter, AssetFilter, KindFilter, ProviderFilter } from '@/components/transactions/filter-fields';
import { classNames } from '@/components/ui/class-names';
import { Field, Input, Select } from '@/components/ui/field';
import { FilterChoice, FilterPanel } from '@/components/ui/filter-panel';
import { TONE_TEXT } from '@/components/ui/tone';
import { typedOf } from '@/lib/kept-value';
import type { Rail } from '@/lib/reconciliation/leg';
import type { Book } from '@/lib/reconciliation/view';
import { DEFAULT_VIEW_LIMIT, type LegFilters as Filters, type LegQuery } from '@/lib/reconciliation/view-query';
import { DayFilter, DirectionFilter, FILTER_ROW, FilterFoot, ReasonFilter } from './filter-fields';
import { RailForm } from './rail-form';
import { STATE_LOOKS, STATES } from './state-badge';

/** Rails on which more than one provider moves money. */
const SHARED_RAILS: readonly Rail[] = ['pix', 'chain'];

type Props = { readonly rail: Rail; readonly query: LegQuery; readonly privately: Privately };

/** Every filter of a rail’s legs in one form. What has no field of its own travels with it, so that nothing is lost. */
export function LegFilters({ rail, query, privately }: Props) {
  const t = useTranslations('reconciliation');
  const { filters, limit, sort } = query;
  const sorts: Readonly<Record<LegQuery['sort'], string>> = {
    '-occurred_at': t('filter.sort.newest'),
    occurred_at: t('filter.sort.oldest'),
    '-amount': t('filter.sort.largest'),
    amount: t('filter.sort.smallest'),
  };
  return (
    <RailForm path={`/reconciliation/rails/${rail}`} list="legs" label={t('filter.legs')} privately={privately}>
      <div className={FILTER_ROW}>
        <StateFilter filters={filters} />
        <ReasonFilter chosen={filters.reason} />
        <DirectionFilter chosen={filters.direction} />
        {SHARED_RAILS.includes(rail) && <ProviderFilter filters={filters} />}
        <KindFilter filters={filters} />
        <AssetFilter filters={filters} hint={t('filter.assetOfLeg')} />
        <AmountFilter filters={filters} hint={t('filter.amountOfLeg')} />
        <DayFilter from={filters.from} to={filters.to} hint={t(`filter.dayOfLeg.${rail}`)} />
        {(rail === 'spei' || rail === 'ars') && (
          <AccountFilter account={typedOf(filters.account, privately.kept)} rail={rail} />
        )}
        <BookFilter book={filters.book} />
      </div>
      <FilterFoot q={typedOf(filters.q, privately.kept)} sort={sort} sorts={sorts} />
      {filters.environment.map((environment) => (
        <input key={environment} type="hidden" name="environment" value={environment} />
      ))}
      {limit !== DEFAULT_VIEW_LIMIT && <input type="hidden" name="limit" value={limit} />}
    </RailForm>
  );
}

function StateFilter({ filters }: { readonly filters: Filters }) {
  const t = useTranslations('reconciliation');
  const legs = useTranslations('legs');
  return (
    <FilterPanel name={t('filter.state')} count={filters.state.length}>
      {STATES.map((state) => {
        const { icon: Icon, tone } = STATE_LOOKS[state];
        return (
          <FilterChoice key={state} name="state" value={state} chosen={filters.state}>
            <span className="flex items-center gap-2">
              <Icon aria-hidden className={classNames('size-3.5 shrink-0', TONE_TEXT[tone])} />
              {legs(`state.${state}`)}
            </span>
          </FilterChoice>
        );
      })}
    </FilterPanel>
  );
}

function AccountFilter({ account, rail }: { readonly account: string; readonly rail: 'spei' | 'ars' }) {
  const t = useTranslations('reconciliation');
  return (
    <FilterPanel name={rail === 'spei' ? 'CLABE' : t('filter.cbu')} count={account ? 1 : 0} className="w-72">
      <div className="p-2">
        <Field label={t('filter.wholeNumber')}>
          <Input name="account" defaultValue={account} inputMode="numeric" autoComplete="off" className="h-8 px-2" />
        </Field>
      </div>
    </FilterPanel>
  );
}

function BookFilter({ book }: { readonly book: Book | null }) {
  const t = useTranslations('reconciliation');
  return (
    <Select
      name="book"
      aria-label={t('filter.against')}
      defaultValue={book === 'ledger' ? book : ''}
      className={classNames(
        'h-8 w-auto shrink-0 pr-2 pl-2.5 font-medium',
        book === 'ledger' && 'border-accent/30 bg-accent-soft text-accent',
      )}
    >
      <option value="">{t('filter.againstBank')}</option>
      <option value="ledger">{t('filter.againstLedger')}</option>
    </Select>
  );
}
