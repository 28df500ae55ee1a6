import { ENVIRONMENT_LABELS } from '@/components/layout/environment-badges';
import { type Chip, ChipList, ClearAll } from '@/components/ui/chip-list';
import { formatMoney } from '@/lib/format';
import { KIND_LABELS, PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { Rail } from '@/lib/reconciliation/leg';
import { RECONCILED } from '@/lib/reconciliation/match';
import { REASONS } from '@/lib/reconciliation/reason';
import { BOOKS } from '@/lib/reconciliation/view';
import type { LegFilters, LegQuery, LineFilters, LineQuery } from '@/lib/reconciliation/view-query';
import type { BankAccount } from '@/lib/statements/account';
import { LINE_KIND_WORDS } from '@/lib/statements/statement';
import { DIRECTION_WORDS } from './direction';
import { legsHref, linesHref, unfilteredLegsHref, unfilteredLinesHref } from './rail-links';

/** A condition, and the change of filters that takes it away. */
type Condition<F> = { readonly field?: string; readonly value: string; readonly without: Partial<F> };
type Shared = Pick<LegFilters & LineFilters, 'from' | 'to' | 'amount_min' | 'amount_max' | 'q'>;

/** What a rail’s legs are narrowed to: one chip per condition, each with its way out. */
export function LegChips({ rail, query }: { readonly rail: Rail; readonly query: LegQuery }) {
  const { filters } = query;
  const conditions: Condition<LegFilters>[] = [
    ...each(filters, 'state', 'State', (state) => RECONCILED[state]),
    ...each(filters, 'reason', 'Reason', (reason) => REASONS[reason].label),
    ...each(filters, 'direction', 'Direction', (direction) => DIRECTION_WORDS[direction]),
    ...each(filters, 'provider', 'Provider', (provider) => PROVIDER_LABELS[provider]),
    ...each(filters, 'kind', 'Kind', (kind) => KIND_LABELS[kind]),
    ...each(filters, 'currency', 'Asset', (code) => code),
    ...each(filters, 'environment', 'Environment', (environment) => ENVIRONMENT_LABELS[environment]),
    ...shared(filters),
    ...one(filters.account, 'Account', { account: null }),
    ...one(filters.book && BOOKS[filters.book], 'Against', { book: null }),
  ];
  const chips = conditions.map(({ without, ...chip }) => ({
    ...chip,
    href: legsHref(rail, query, { filters: without }),
  }));
  return <Chips chips={chips} clearHref={unfilteredLegsHref(rail, query)} />;
}

type LineProps = {
  readonly rail: Rail;
  readonly query: LineQuery;
  readonly accounts: readonly Pick<BankAccount, 'id' | 'name'>[];
};

/** The same of its lines. */
export function LineChips({ rail, query, accounts }: LineProps) {
  const { filters } = query;
  const nameOf = (id: string) => accounts.find((account) => account.id === id)?.name ?? id;
  const conditions: Condition<LineFilters>[] = [
    ...each(filters, 'account', 'Account', nameOf),
    ...each(filters, 'reason', 'Reason', (reason) => REASONS[reason].label),
    ...each(filters, 'direction', 'Direction', (direction) => DIRECTION_WORDS[direction]),
    ...each(filters, 'currency', 'Asset', (code) => code),
    ...each(filters, 'kind', 'Kind', (kind) => LINE_KIND_WORDS[kind]),
    ...shared(filters),
    ...one(filters.statement, 'Statement', { statement: null }),
    ...one(filters.match, 'Match', { match: null }),
    ...(filters.with_id ? [{ value: 'An id was found in it', without: { with_id: false } }] : []),
    ...(filters.with_rivals ? [{ value: 'Several candidates fit', without: { with_rivals: false } }] : []),
  ];
  const chips = conditions.map(({ without, ...chip }) => ({
    ...chip,
    href: linesHref(rail, query, { filters: without }),
  }));
  return <Chips chips={chips} clearHref={unfilteredLinesHref(rail, query)} />;
}

function Chips({ chips, clearHref }: { readonly chips: readonly Chip[]; readonly clearHref: string }) {
  if (chips.length === 0) return null;
  return (
    <ChipList chips={chips}>
      <ClearAll href={clearHref} />
    </ChipList>
  );
}

function each<V extends string, N extends string, F extends { readonly [K in N]: readonly V[] }>(
  filters: F,
  name: N,
  field: string,
  words: (value: F[N][number]) => string,
): Condition<F>[] {
  const values: readonly F[N][number][] = filters[name];
  return values.map((value) => {
    const without = { [name]: values.filter((other) => other !== value) } as unknown as Partial<F>;
    return { field, value: words(value), without };
  });
}

function one<F>(value: string | null, field: string, without: Partial<F>): Condition<F>[] {
  return value === null ? [] : [{ field, value, without }];
}

function shared<F extends Shared>({ from, to, amount_min, amount_max, q }: F): Condition<F>[] {
  const money = (amount: string | null) => amount && formatMoney(amount, null).text;
  const none = (name: keyof Shared) => ({ [name]: null }) as Partial<F>;
  return [
    ...one(from, 'From', none('from')),
    ...one(to, 'To', none('to')),
    ...one(money(amount_min), 'Amount at least', none('amount_min')),
    ...one(money(amount_max), 'Amount at most', none('amount_max')),
    ...one(q, 'Text or id', none('q')),
  ];
}
