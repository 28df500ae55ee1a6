import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { ChipList, ClearAll } from '@/components/ui/chip-list';
import { formatMoney } from '@/lib/format';
import { type ShownKept, wordsOf } from '@/lib/kept-value';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
import type { Reader } from '@/lib/language/said';
import { PROVIDER_LABELS, type Provider } from '@/lib/providers/catalogue';
import type { Rail } from '@/lib/reconciliation/leg';
import type { ExceptionState, Reason, Severity } from '@/lib/reconciliation/reason';
import type { ExceptionFilters, ExceptionQuery } from '@/lib/reconciliation/view-query';
import type { AccountRail } from '@/lib/statements/account';
import { type ExceptionsPath, filteredExceptionsHref, NO_EXCEPTION_FILTERS } from './exception-links';

type Props = {
  readonly query: ExceptionQuery;
  readonly path: ExceptionsPath;
  /** Names of our accounts by their ids. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly kept: ShownKept;
};

/** A condition, and the change of filters that takes it away. */
type Condition = { readonly field?: string; readonly value: string; readonly without: Partial<ExceptionFilters> };

/** What the queue is narrowed to: one chip per condition, each with its way out. */
export function ExceptionChips({ query, path, accounts, kept }: Props) {
  const t = useTranslations('exceptions');
  const reader = useReader();
  const conditions = [...listed(query.filters, accounts, t, reader), ...single(query.filters, kept, t, reader.region)];
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

function listed(
  filters: ExceptionFilters,
  accounts: Props['accounts'],
  t: Translator<'exceptions'>,
  reader: Reader,
): Condition[] {
  const lists = {
    reason: [t('field.reason'), (value: string) => reader.t(`reasons.reason.${value as Reason}.label`)],
    state: [t('field.state'), (value: string) => reader.t(`reasons.exceptionState.${value as ExceptionState}`)],
    severity: [t('field.severity'), (value: string) => reader.t(`reasons.severity.${value as Severity}`)],
    rail: [t('field.rail'), (value: string) => reader.t(`words.rail.${value as Rail | AccountRail}`)],
    currency: [t('field.currency'), (value: string) => value],
    provider: [t('field.provider'), (value: string) => PROVIDER_LABELS[value as Provider]],
    account: [t('field.account'), (value: string) => accounts.get(value) ?? value],
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
  { owner, amount_min, amount_max, from, to, q }: ExceptionFilters,
  kept: ShownKept,
  t: Translator<'exceptions'>,
  region: Region,
): Condition[] {
  const money = (amount: string) => formatMoney(amount, null, region).text;
  const conditions: (Condition | false)[] = [
    owner !== null && { field: t('field.owner'), value: owner, without: { owner: null } },
    amount_min !== null && { field: t('field.amountMin'), value: money(amount_min), without: { amount_min: null } },
    amount_max !== null && { field: t('field.amountMax'), value: money(amount_max), without: { amount_max: null } },
    from !== null && { field: t('field.from'), value: from, without: { from: null } },
    to !== null && { field: t('field.to'), value: to, without: { to: null } },
    q !== null && { field: t('field.text'), value: wordsOf(q, kept), without: { q: null } },
  ];
  return conditions.filter((condition) => condition !== false);
}
