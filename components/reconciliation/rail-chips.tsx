import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { type Chip, ChipList, ClearAll } from '@/components/ui/chip-list';
import { formatMoney } from '@/lib/format';
import { type ShownKept, wordsOf } from '@/lib/kept-value';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { Rail } from '@/lib/reconciliation/leg';
import type { LegFilters, LegQuery, LineFilters, LineQuery } from '@/lib/reconciliation/view-query';
import type { BankAccount } from '@/lib/statements/account';
import { legsHref, linesHref, unfilteredLegsHref, unfilteredLinesHref } from './rail-links';

/** A condition, and the change of filters that takes it away. */
type Condition<F> = { readonly field?: string; readonly value: string; readonly without: Partial<F> };
type Shared = Pick<LegFilters & LineFilters, 'from' | 'to' | 'amount_min' | 'amount_max' | 'q'>;

type LegProps = { readonly rail: Rail; readonly query: LegQuery; readonly kept: ShownKept };

/** What a rail’s legs are narrowed to: one chip per condition, each with its way out. */
export function LegChips({ rail, query, kept }: LegProps) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const legs = useTranslations('legs');
  const reasons = useTranslations('reasons');
  const region = useRegion();
  const { filters } = query;
  const conditions: Condition<LegFilters>[] = [
    ...each(filters, 'state', t('filter.state'), (state) => legs(`state.${state}`)),
    ...each(filters, 'reason', t('filter.reason'), (reason) => reasons(`reason.${reason}.label`)),
    ...each(filters, 'direction', t('filter.direction'), (direction) => words(`direction.${direction}`)),
    ...each(filters, 'provider', t('chip.provider'), (provider) => PROVIDER_LABELS[provider]),
    ...each(filters, 'kind', t('filter.kind'), (kind) => words(`kind.${kind}`)),
    ...each(filters, 'currency', t('chip.asset'), (code) => code),
    ...each(filters, 'environment', t('chip.environment'), (environment) => words(`environment.${environment}`)),
    ...shared(filters, kept, t, region),
    ...one(filters.account && wordsOf(filters.account, kept), t('filter.account'), { account: null }),
    ...one(filters.book && legs(`book.${filters.book}`), t('chip.against'), { book: null }),
  ];
  const chips = conditions.map(({ without, ...chip }) => ({
    ...chip,
    href: legsHref(rail, query, { filters: without }),
  }));
  return <Chips chips={chips} clearHref={unfilteredLegsHref(rail, query)} />;
}

const MATCH_WORDS = ['matched', 'free'] as const;

type LineProps = {
  readonly rail: Rail;
  readonly query: LineQuery;
  readonly accounts: readonly Pick<BankAccount, 'id' | 'name'>[];
  readonly kept: ShownKept;
};

/** The same of its lines. */
export function LineChips({ rail, query, accounts, kept }: LineProps) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const reasons = useTranslations('reasons');
  const region = useRegion();
  const { filters } = query;
  const matchIs = MATCH_WORDS.find((word) => word === filters.match) ?? null;
  const nameOf = (id: string) => accounts.find((account) => account.id === id)?.name ?? id;
  const conditions: Condition<LineFilters>[] = [
    ...each(filters, 'account', t('filter.account'), nameOf),
    ...each(filters, 'reason', t('filter.reason'), (reason) => reasons(`reason.${reason}.label`)),
    ...each(filters, 'direction', t('filter.direction'), (direction) => words(`direction.${direction}`)),
    ...each(filters, 'currency', t('chip.asset'), (code) => code),
    ...each(filters, 'kind', t('filter.kind'), (kind) => words(`lineKind.${kind}`)),
    ...shared(filters, kept, t, region),
    ...one(filters.statement, t('chip.statement'), { statement: null }),
    ...one(matchIs && t(`chip.matchIs.${matchIs}`), t('chip.match'), { match: null }),
    ...(filters.with_id ? [{ value: t('filter.withId'), without: { with_id: false } }] : []),
    ...(filters.with_rivals ? [{ value: t('filter.withRivals'), without: { with_rivals: false } }] : []),
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

function shared<F extends Shared>(
  { from, to, amount_min, amount_max, q }: F,
  kept: ShownKept,
  t: Translator<'reconciliation'>,
  region: Region,
): Condition<F>[] {
  const money = (amount: string | null) => amount && formatMoney(amount, null, region).text;
  const none = (name: keyof Shared) => ({ [name]: null }) as Partial<F>;
  return [
    ...one(from, t('filter.from'), none('from')),
    ...one(to, t('chip.to'), none('to')),
    ...one(money(amount_min), t('chip.atLeast'), none('amount_min')),
    ...one(money(amount_max), t('chip.atMost'), none('amount_max')),
    ...one(q && wordsOf(q, kept), t('filter.text'), none('q')),
  ];
}
