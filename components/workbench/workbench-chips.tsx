import { ChipList, ClearAll } from '@/components/ui/chip-list';
import { formatMoney } from '@/lib/format';
import type { LineFilters } from '@/lib/reconciliation/view-query';
import {
  filteredWorkbenchHref,
  unfilteredWorkbenchHref,
  type WorkbenchQuery,
} from '@/lib/reconciliation/workbench-query';
import { ACCOUNT_RAILS, type AccountRail, type BankAccount } from '@/lib/statements/account';

type Account = Pick<BankAccount, 'id' | 'name'>;
type Condition = { readonly field?: string; readonly value: string; readonly without: Partial<LineFilters> };

/** What the lines are narrowed to: one chip per condition, each with its way out. */
export function WorkbenchChips({ query, accounts }: { query: WorkbenchQuery; accounts: readonly Account[] }) {
  const { filters } = query.list;
  const conditions = [...listed(filters, accounts), ...single(filters)];
  if (conditions.length === 0) return null;
  const chips = conditions.map(({ without, ...chip }) => ({ ...chip, href: filteredWorkbenchHref(query, without) }));
  return (
    <ChipList chips={chips}>
      <ClearAll href={unfilteredWorkbenchHref(query)} />
    </ChipList>
  );
}

function listed(filters: LineFilters, accounts: readonly Account[]): Condition[] {
  const lists = {
    account: ['Account', (id: string) => accounts.find((account) => account.id === id)?.name ?? id],
    rail: ['Rail', (rail: string) => ACCOUNT_RAILS[rail as AccountRail]],
    direction: ['Direction', (direction: string) => direction],
    currency: ['Currency', (code: string) => code],
    reason: ['Reason', (reason: string) => reason.replaceAll('_', ' ')],
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

function single({ from, to, amount_min, amount_max, q, statement, with_id, with_rivals }: LineFilters): Condition[] {
  const money = (amount: string) => formatMoney(amount, null).text;
  const conditions: (Condition | false)[] = [
    from !== null && { field: 'From', value: from, without: { from: null } },
    to !== null && { field: 'To', value: to, without: { to: null } },
    amount_min !== null && { field: 'Amount at least', value: money(amount_min), without: { amount_min: null } },
    amount_max !== null && { field: 'Amount at most', value: money(amount_max), without: { amount_max: null } },
    q !== null && { field: 'Text or id', value: q, without: { q: null } },
    statement !== null && { field: 'Statement', value: statement, without: { statement: null } },
    with_rivals && { value: 'Only lines with rivals', without: { with_rivals: false } },
    with_id && { value: 'Only with an id in the text', without: { with_id: false } },
  ];
  return conditions.filter((condition) => condition !== false);
}
