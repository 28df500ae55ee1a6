import { useTranslations } from 'next-intl';
import { Field, Input } from '@/components/ui/field';
import { FilterChoice, FilterGroup, FilterPanel } from '@/components/ui/filter-panel';
import { ENVIRONMENTS } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import type { Filters } from '@/lib/transactions/filters';
import { ID_OPERATOR_NAMES } from '@/lib/transactions/filters-ids';
import { IS_WORDS, RECONCILED_WORDS } from '@/lib/transactions/filters-values';
import { DateField } from './filter-fields';

type Props = { readonly filters: Filters; readonly zone: TimeZone };

/** Everything else a list can be narrowed to, in one panel. */
export function MoreFilter({ filters, zone }: Props) {
  const t = useTranslations('filters');
  const words = useTranslations('words');
  const zones = useTranslations('frame');
  const { reconciliation, is, environment, ids, updated_from, updated_to } = filters;
  const dates = [updated_from, updated_to].filter((moment) => moment !== null);
  return (
    <FilterPanel
      name={t('panel.more')}
      count={reconciliation.length + is.length + environment.length + ids.length + dates.length}
      className="w-80"
    >
      <FilterGroup title={t('more.bank')}>
        {RECONCILED_WORDS.map((word) => (
          <FilterChoice key={word} name="reconciliation" value={word} chosen={reconciliation}>
            {t(`reconciled.${word}`)}
          </FilterChoice>
        ))}
      </FilterGroup>
      <FilterGroup title={t('more.payment')}>
        {IS_WORDS.map((word) => (
          <FilterChoice key={word} name="is" value={word} chosen={is}>
            {capitalised(t(`is.${word}`))}
          </FilterChoice>
        ))}
      </FilterGroup>
      <FilterGroup title={t('more.environment')}>
        {ENVIRONMENTS.map((word) => (
          <FilterChoice key={word} name="environment" value={word} chosen={environment}>
            {words(`environment.${word}`)}
          </FilterChoice>
        ))}
      </FilterGroup>
      <FilterGroup title={t('more.changed')}>
        <div className="grid grid-cols-2 gap-2 px-2 pt-1">
          <DateField name="updated_from" label={t('date.from')} value={updated_from} />
          <DateField name="updated_to" label={t('date.to')} value={updated_to} />
        </div>
        <p className="px-2 pt-1 pb-1 text-xs text-ink-2">{t('date.days', { zone: zones(`zone.names.${zone}`) })}</p>
      </FilterGroup>
      <FilterGroup title={t('more.identifiers')}>
        <div className="grid grid-cols-2 gap-2 px-2 pt-1">
          {ID_OPERATOR_NAMES.map((operator) => (
            <Field key={operator} label={t(`field.${operator}`)}>
              <Input name={operator} data-adds="true" autoComplete="off" spellCheck={false} className="h-8 px-2" />
            </Field>
          ))}
        </div>
        <p className="px-2 pt-1.5 pb-1 text-xs text-ink-2">{t('more.hint')}</p>
      </FilterGroup>
    </FilterPanel>
  );
}

/** Inside a sentence these words are small. */
function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
