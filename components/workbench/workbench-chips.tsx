import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { ChipList, ClearAll } from '@/components/ui/chip-list';
import { formatMoney } from '@/lib/format';
import { type ShownKept, wordsOf } from '@/lib/kept-value';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
import type { Reader } from '@/lib/language/said';
import type { Reason } from '@/lib/reconciliation/reason';
import type { LineFilters } from '@/lib/reconciliation/view-query';
import {
  filteredWorkbenchHref,
  unfilteredWorkbenchHref,
  type WorkbenchQuery,
} from '@/lib/reconciliation/workbench-query';
import type { AccountRail, BankAccount } from '@/lib/statements/account';

type Account = Pick<BankAccount, 'id' | 'name'>;
type Condition = { readonly field?: string; readonly value: string; readonly without: Partial<LineFilters> };

type Props = {
  readonly query: WorkbenchQuery;
  readonly accounts: readonly Account[];
  readonly kept: ShownKept;
};

/** What the lines are narrowed to: one chip per condition, each with its way out. */
export function WorkbenchChips({ query, accounts, kept }: Props) {
  const { filters } = query.list;
  const t = useTranslations('workbench');
  const reader = useReader();
  const conditions = [...listed(filters, accounts, t, reader), ...single(filters, kept, t, reader.region)];
  if (conditions.length === 0) return null;
  const chips = conditions.map(({ without, ...chip }) => ({ ...chip, href: filteredWorkbenchHref(query, without) }));
  return (
    <ChipList chips={chips}>
      <ClearAll href={unfilteredWorkbenchHref(query)} />
    </ChipList>
  );
}

function listed(
  filters: LineFilters,
  accounts: readonly Account[],
  t: Translator<'workbench'>,
  reader: Reader,
): Condition[] {
  const lists = {
    account: [t('chip.account'), (id: string) => accounts.find((account) => account.id === id)?.name ?? id],
    rail: [t('chip.rail'), (rail: string) => t(`chip.accountRail.${rail as AccountRail}`)],
    direction: [t('chip.direction'), (direction: string) => (direction === 'in' ? t('chip.in') : t('chip.out'))],
    currency: [t('chip.currency'), (code: string) => code],
    reason: [t('chip.reason'), (reason: string) => reader.t(`reasons.reason.${reason as Reason}.label`)],
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

function single(
  { from, to, amount_min, amount_max, q, statement, with_id, with_rivals }: LineFilters,
  kept: ShownKept,
  t: Translator<'workbench'>,
  region: Region,
): Condition[] {
  const money = (amount: string) => formatMoney(amount, null, region).text;
  const conditions: (Condition | false)[] = [
    from !== null && { field: t('chip.from'), value: from, without: { from: null } },
    to !== null && { field: t('chip.to'), value: to, without: { to: null } },
    amount_min !== null && { field: t('chip.amountMin'), value: money(amount_min), without: { amount_min: null } },
    amount_max !== null && { field: t('chip.amountMax'), value: money(amount_max), without: { amount_max: null } },
    q !== null && { field: t('chip.text'), value: wordsOf(q, kept), without: { q: null } },
    statement !== null && { field: t('chip.statement'), value: statement, without: { statement: null } },
    with_rivals && { value: t('filter.rivals'), without: { with_rivals: false } },
    with_id && { value: t('filter.withId'), without: { with_id: false } },
  ];
  return conditions.filter((condition) => condition !== false);
}
