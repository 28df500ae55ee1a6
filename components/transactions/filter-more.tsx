import { Field, Input } from '@/components/ui/field';
import { FilterChoice, FilterGroup, FilterPanel } from '@/components/ui/filter-panel';
import { ENVIRONMENT_LABELS } from '@/lib/providers/catalogue';
import { RECONCILED } from '@/lib/reconciliation/match';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import type { Filters } from '@/lib/transactions/filters';
import { ID_OPERATORS } from '@/lib/transactions/filters-ids';
import { IS_LABELS } from '@/lib/transactions/filters-words';
import { DateField } from './filter-fields';

type Props = { readonly filters: Filters; readonly zone: TimeZone };

/** Everything else a list can be narrowed to, in one panel. */
export function MoreFilter({ filters, zone }: Props) {
  const { reconciliation, is, environment, ids, updated_from, updated_to } = filters;
  const dates = [updated_from, updated_to].filter((moment) => moment !== null);
  return (
    <FilterPanel
      name="More"
      count={reconciliation.length + is.length + environment.length + ids.length + dates.length}
      className="w-80"
    >
      <Choices title="Against the bank" name="reconciliation" labels={RECONCILED} chosen={reconciliation} />
      <Choices title="The payment is" name="is" labels={IS_LABELS} chosen={is} />
      <Choices title="Environment" name="environment" labels={ENVIRONMENT_LABELS} chosen={environment} />
      <FilterGroup title="Last changed">
        <div className="grid grid-cols-2 gap-2 px-2 pt-1">
          <DateField name="updated_from" label="From" value={updated_from} />
          <DateField name="updated_to" label="To, included" value={updated_to} />
        </div>
        <p className="px-2 pt-1 pb-1 text-xs text-ink-2">Whole days in {TIME_ZONES[zone]}.</p>
      </FilterGroup>
      <FilterGroup title="Identifiers">
        <div className="grid grid-cols-2 gap-2 px-2 pt-1">
          {Object.entries(ID_OPERATORS).map(([operator, { label }]) => (
            <Field key={operator} label={label}>
              <Input name={operator} data-adds="true" autoComplete="off" spellCheck={false} className="h-8 px-2" />
            </Field>
          ))}
        </div>
        <p className="px-2 pt-1.5 pb-1 text-xs text-ink-2">
          Whole, or its beginning and *. “empty” finds what has none; ! before it the opposite.
        </p>
      </FilterGroup>
    </FilterPanel>
  );
}

type ChoicesProps = {
  readonly title: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
};

function Choices({ title, name, labels, chosen }: ChoicesProps) {
  return (
    <FilterGroup title={title}>
      {Object.entries(labels).map(([word, label]) => (
        <FilterChoice key={word} name={name} value={word} chosen={chosen}>
          {`${label.charAt(0).toUpperCase()}${label.slice(1)}`}
        </FilterChoice>
      ))}
    </FilterGroup>
  );
}
