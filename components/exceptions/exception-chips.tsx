import { ChipList, ClearAll } from '@/components/ui/chip-list';
import { formatMoney } from '@/lib/format';
import { PROVIDER_LABELS, type Provider } from '@/lib/providers/catalogue';
import { type ExceptionState, REASONS, type Reason, type Severity } from '@/lib/reconciliation/reason';
import type { ExceptionFilters, ExceptionQuery } from '@/lib/reconciliation/view-query';
import { type ExceptionsPath, filteredExceptionsHref, NO_EXCEPTION_FILTERS } from './exception-links';
import { RAIL_WORDS, SEVERITY_LOOKS, STATE_LOOKS } from './exception-words';

type Props = {
  readonly query: ExceptionQuery;
  readonly path: ExceptionsPath;
  /** Names of our accounts by their ids. */
  readonly accounts: ReadonlyMap<string, string>;
};

/** A condition, and the change of filters that takes it away. */
type Condition = { readonly field?: string; readonly value: string; readonly without: Partial<ExceptionFilters> };

/** What the queue is narrowed to: one chip per condition, each with its way out. */
export function ExceptionChips({ query, path, accounts }: Props) {
  const conditions = [...listed(query.filters, accounts), ...single(query.filters)];
  if (conditions.length === 0) return null;
  const chips = conditions.map(({ without, ...chip }) => ({
    ...chip,
    href: filteredExceptionsHref(query, without, path),
  }));
  return (
    <ChipList chips={chips}>
      <ClearAll href={filteredExceptionsHref(query, NO_EXCEPTION_FILTERS, path)} />
    </ChipList>
  );
}

function listed(filters: ExceptionFilters, accounts: Props['accounts']): Condition[] {
  const lists = {
    reason: ['Reason', (value: string) => REASONS[value as Reason].label],
    state: ['State', (value: string) => STATE_LOOKS[value as ExceptionState].words],
    severity: ['Severity', (value: string) => SEVERITY_LOOKS[value as Severity].words],
    rail: ['Rail', (value: string) => RAIL_WORDS[value as keyof typeof RAIL_WORDS]],
    currency: ['Currency', (value: string) => value],
    provider: ['Provider', (value: string) => PROVIDER_LABELS[value as Provider]],
    account: ['Account', (value: string) => accounts.get(value) ?? value],
  } as const;
  return (Object.keys(lists) as (keyof typeof lists)[]).flatMap((name) => {
    const [field, label] = lists[name];
    const values: readonly string[] = filters[name];
    return values.map((value) => ({
      field,
      value: label(value),
      without: { [name]: values.filter((other) => other !== value) },
    }));
  });
}

function single({ owner, amount_min, amount_max, from, to, q }: ExceptionFilters): Condition[] {
  const money = (amount: string) => formatMoney(amount, null).text;
  const conditions: (Condition | false)[] = [
    owner !== null && { field: 'Owner', value: owner, without: { owner: null } },
    amount_min !== null && { field: 'At stake at least', value: money(amount_min), without: { amount_min: null } },
    amount_max !== null && { field: 'At stake at most', value: money(amount_max), without: { amount_max: null } },
    from !== null && { field: 'Day from', value: from, without: { from: null } },
    to !== null && { field: 'Day to', value: to, without: { to: null } },
    q !== null && { field: 'Text or id', value: q, without: { q: null } },
  ];
  return conditions.filter((condition) => condition !== false);
}
