import { useReader } from '@/components/language/reader';
import { ChipList, ClearAll } from '@/components/ui/chip-list';
import { formatInstant, formatMoney } from '@/lib/format';
import { type ShownKept, wordsOf } from '@/lib/kept-value';
import type { Reader } from '@/lib/language/said';
import { type Environment, type Kind, PROVIDER_LABELS, type Provider } from '@/lib/providers/catalogue';
import { NOBODY, type RefundFilters, type RefundQuery } from '@/lib/refunds/refund-query';
import { isCalendarDate } from '@/lib/time-zones';
import { filteredRefundsHref, unfilteredRefundsHref } from './refund-links';
import { secondsText } from './refund-words';

/** A condition, and the change of filters that takes it away. */
type Condition = { readonly field?: string; readonly value: string; readonly without: Partial<RefundFilters> };

/** What the refunds are narrowed to: one chip per condition, each with its way out. */
export function RefundChips({ query, kept }: { readonly query: RefundQuery; readonly kept: ShownKept }) {
  const reader = useReader();
  const conditions = [...listed(query.filters, reader), ...single(query.filters, kept, reader)];
  if (conditions.length === 0) return null;
  const chips = conditions.map(({ without, ...chip }) => ({ ...chip, href: filteredRefundsHref(query, without) }));
  return (
    <ChipList chips={chips}>
      <ClearAll href={unfilteredRefundsHref(query)} />
    </ChipList>
  );
}

function listed(filters: RefundFilters, reader: Reader): Condition[] {
  const list = <N extends ListName>(name: N, field: string, label: (value: RefundFilters[N][number]) => string) => {
    const values: readonly RefundFilters[N][number][] = filters[name];
    return values.map((value) => ({
      field,
      value: label(value),
      without: { [name]: values.filter((other) => other !== value) },
    }));
  };
  return [
    ...list('provider', reader.t('refunds.filter.provider'), (value) => PROVIDER_LABELS[value as Provider]),
    ...list('kind', reader.t('refunds.filter.kind'), (value) => reader.t(`words.kind.${value as Kind}`)),
    ...list('environment', reader.t('refunds.filter.environment'), (value) =>
      reader.t(`words.environment.${value as Environment}`),
    ),
    ...list('column', reader.t('refunds.filter.stage'), (value) => reader.t(`refunds.stage.${value}`)),
    ...list('limit_state', reader.t('refunds.filter.against'), (value) => reader.t(`refunds.limit.${value}`)),
    ...list('step', reader.t('refunds.filter.step'), (value) => value),
    ...list('currency', reader.t('refunds.filter.asset'), (value) => value),
  ];
}

type ListName = 'provider' | 'kind' | 'environment' | 'column' | 'limit_state' | 'step' | 'currency';

function single(filters: RefundFilters, kept: ShownKept, reader: Reader): Condition[] {
  const { region } = reader;
  const { assignee, amount_min, amount_max, older_than, q } = filters;
  const money = (amount: string) => formatMoney(amount, null, region).text;
  const conditions: (Condition | false)[] = [
    assignee !== null && {
      field: reader.t('refunds.filter.owner'),
      value: assignee === NOBODY ? reader.t('refunds.filter.nobody') : assignee,
      without: { assignee: null },
    },
    amount_min !== null && {
      field: reader.t('refunds.filter.amountMin'),
      value: money(amount_min),
      without: { amount_min: null },
    },
    amount_max !== null && {
      field: reader.t('refunds.filter.amountMax'),
      value: money(amount_max),
      without: { amount_max: null },
    },
    ...(['triggered_from', 'triggered_to', 'ended_from', 'ended_to'] as const).map((name) => {
      const text = filters[name];
      return (
        text !== null && {
          field: reader.t(`refunds.filter.${DATE_KEYS[name]}`),
          value: momentText(text, filters, reader),
          without: { [name]: null },
        }
      );
    }),
    older_than !== null && {
      field: reader.t('refunds.filter.olderThan'),
      value: secondsText(older_than, region),
      without: { older_than: null },
    },
    q !== null && { field: reader.t('refunds.filter.reference'), value: wordsOf(q, kept), without: { q: null } },
    filters.id_missing && { value: reader.t('refunds.filter.idMissing'), without: { id_missing: false } },
    filters.one_sided && { value: reader.t('refunds.filter.oneSided'), without: { one_sided: false } },
    filters.partial && { value: reader.t('refunds.filter.partial'), without: { partial: false } },
  ];
  return conditions.filter((condition) => condition !== false);
}

const DATE_KEYS = {
  triggered_from: 'triggeredFrom',
  triggered_to: 'triggeredTo',
  ended_from: 'endedFrom',
  ended_to: 'endedTo',
} as const;

/** A day is named with its zone; an instant is shown in it. */
function momentText(text: string, { tz }: RefundFilters, reader: Reader): string {
  const { region } = reader;
  const shown = isCalendarDate(text)
    ? formatInstant(`${text}T00:00:00Z`, 'UTC', region).date
    : formatInstant(text, tz, region).text;
  return `${shown} (${reader.t(`frame.zone.names.${tz}`)})`;
}
