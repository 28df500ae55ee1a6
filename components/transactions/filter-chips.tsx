import { ENVIRONMENT_LABELS } from '@/components/layout/environment-badges';
import { ChipList, ClearAll } from '@/components/ui/chip-list';
import { STATUS_LABELS, type Status } from '@/lib/events/status';
import { formatInstant, formatMoney } from '@/lib/format';
import { type Environment, KIND_LABELS, type Kind, PROVIDER_LABELS, type Provider } from '@/lib/providers/catalogue';
import { isCalendarDate, TIME_ZONES } from '@/lib/time-zones';
import { type Filters, type ListQuery, NO_FILTERS } from '@/lib/transactions/filters';
import { filteredHref } from './list-links';

/** A condition, and the change of filters that takes it away. */
type Condition = { readonly field: string; readonly value: string; readonly without: Partial<Filters> };

/** What the list is narrowed to: one chip per condition, each with its way out. */
export function FilterChips({ query }: { readonly query: ListQuery }) {
  const conditions = conditionsOf(query.filters);
  if (conditions.length === 0) return null;
  return (
    <ChipList chips={conditions.map(({ without, ...chip }) => ({ ...chip, href: filteredHref(query, without) }))}>
      <ClearAll href={filteredHref(query, NO_FILTERS)} />
    </ChipList>
  );
}

const LISTS = {
  provider: ['Provider', (value: string) => PROVIDER_LABELS[value as Provider]],
  kind: ['Kind', (value: string) => KIND_LABELS[value as Kind]],
  status: ['State', (value: string) => STATUS_LABELS[value as Status]],
  currency: ['Asset', (value: string) => value],
  environment: ['Environment', (value: string) => ENVIRONMENT_LABELS[value as Environment]],
} as const;

function conditionsOf(filters: Filters): Condition[] {
  const { occurred_from, occurred_to, amount_min, amount_max, external_ref, incomplete } = filters;
  const lists = (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((name) => {
    const [field, label] = LISTS[name];
    return filters[name].map((value) => ({
      field,
      value: label(value),
      without: { [name]: filters[name].filter((other) => other !== value) },
    }));
  });
  const singles: (Condition | null)[] = [
    occurred_from
      ? { field: 'From', value: momentText(occurred_from, filters), without: { occurred_from: null } }
      : null,
    occurred_to ? { field: 'To', value: momentText(occurred_to, filters), without: { occurred_to: null } } : null,
    amount_min
      ? { field: 'Amount at least', value: formatMoney(amount_min, null).text, without: { amount_min: null } }
      : null,
    amount_max
      ? { field: 'Amount at most', value: formatMoney(amount_max, null).text, without: { amount_max: null } }
      : null,
    external_ref ? { field: 'External reference', value: external_ref, without: { external_ref: null } } : null,
    incomplete ? { field: 'Amount', value: 'still unknown', without: { incomplete: false } } : null,
  ];
  return [...lists, ...singles.filter((condition) => condition !== null)];
}

/** A day is named with its zone; an instant is shown in it. */
function momentText(text: string, { tz }: Filters): string {
  const shown = isCalendarDate(text) ? formatInstant(`${text}T00:00:00Z`, 'UTC').date : formatInstant(text, tz).text;
  return `${shown} (${TIME_ZONES[tz]})`;
}
