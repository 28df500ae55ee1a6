import { ENVIRONMENT_LABELS } from '@/components/layout/environment-badges';
import { ChipList, ClearAll } from '@/components/ui/chip-list';
import { formatInstant, formatMoney } from '@/lib/format';
import { type Environment, KIND_LABELS, type Kind, PROVIDER_LABELS, type Provider } from '@/lib/providers/catalogue';
import type { BoardColumn, LimitState } from '@/lib/refunds/refund';
import { NOBODY, type RefundFilters, type RefundQuery } from '@/lib/refunds/refund-query';
import { isCalendarDate, TIME_ZONES } from '@/lib/time-zones';
import { filteredRefundsHref, unfilteredRefundsHref } from './refund-links';
import { LIMIT_LOOKS, STAGE_LOOKS, secondsText } from './refund-words';

/** A condition, and the change of filters that takes it away. */
type Condition = { readonly field?: string; readonly value: string; readonly without: Partial<RefundFilters> };

/** What the refunds are narrowed to: one chip per condition, each with its way out. */
export function RefundChips({ query }: { readonly query: RefundQuery }) {
  const conditions = [...listed(query.filters), ...single(query.filters)];
  if (conditions.length === 0) return null;
  const chips = conditions.map(({ without, ...chip }) => ({ ...chip, href: filteredRefundsHref(query, without) }));
  return (
    <ChipList chips={chips}>
      <ClearAll href={unfilteredRefundsHref(query)} />
    </ChipList>
  );
}

const LISTS = {
  provider: ['Provider', (value: string) => PROVIDER_LABELS[value as Provider]],
  kind: ['Kind', (value: string) => KIND_LABELS[value as Kind]],
  environment: ['Environment', (value: string) => ENVIRONMENT_LABELS[value as Environment]],
  column: ['Stage', (value: string) => STAGE_LOOKS[value as BoardColumn].words],
  limit_state: ['Against its limit', (value: string) => LIMIT_LOOKS[value as LimitState].words],
  step: ['Step', (value: string) => value],
  currency: ['Asset', (value: string) => value],
} as const;

function listed(filters: RefundFilters): Condition[] {
  return (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((name) => {
    const [field, label] = LISTS[name];
    const values: readonly string[] = filters[name];
    return values.map((value) => ({
      field,
      value: label(value),
      without: { [name]: values.filter((other) => other !== value) },
    }));
  });
}

function single(filters: RefundFilters): Condition[] {
  const { assignee, amount_min, amount_max, older_than, q } = filters;
  const money = (amount: string) => formatMoney(amount, null).text;
  const conditions: (Condition | false)[] = [
    assignee !== null && {
      field: 'Owner',
      value: assignee === NOBODY ? 'nobody' : assignee,
      without: { assignee: null },
    },
    amount_min !== null && { field: 'Amount at least', value: money(amount_min), without: { amount_min: null } },
    amount_max !== null && { field: 'Amount at most', value: money(amount_max), without: { amount_max: null } },
    ...(['triggered_from', 'triggered_to', 'ended_from', 'ended_to'] as const).map((name) => {
      const text = filters[name];
      return text !== null && { field: DATE_FIELDS[name], value: momentText(text, filters), without: { [name]: null } };
    }),
    older_than !== null && { field: 'Older than', value: secondsText(older_than), without: { older_than: null } },
    q !== null && { field: 'Reference or id', value: q, without: { q: null } },
    filters.id_missing && { value: 'Waiting for an id', without: { id_missing: false } },
    filters.one_sided && { value: 'Linked from one side only', without: { one_sided: false } },
    filters.partial && { value: 'Only a part came back', without: { partial: false } },
  ];
  return conditions.filter((condition) => condition !== false);
}

const DATE_FIELDS = {
  triggered_from: 'Triggered from',
  triggered_to: 'Triggered to',
  ended_from: 'Ended from',
  ended_to: 'Ended to',
} as const;

/** A day is named with its zone; an instant is shown in it. */
function momentText(text: string, { tz }: RefundFilters): string {
  const shown = isCalendarDate(text) ? formatInstant(`${text}T00:00:00Z`, 'UTC').date : formatInstant(text, tz).text;
  return `${shown} (${TIME_ZONES[tz]})`;
}
