import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { KindLabel } from '@/components/transactions/kind-label';
import { MoneyText } from '@/components/transactions/money-text';
import { transactionHref } from '@/components/transactions/transaction-href';
import { classNames } from '@/components/ui/class-names';
import { formatMoney, shortenId } from '@/lib/format';
import type { CriterionView, LegRow } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { isWorthTelling } from './criteria-words';

type Props = {
  readonly leg: LegRow;
  readonly zone: TimeZone;
  readonly isChosen: boolean;
  readonly toggle: (leg: LegRow) => void;
  /** What a comparison with the line said; empty where none was made. */
  readonly criteria?: readonly CriterionView[];
  readonly children?: ReactNode;
};

/** A payment that may belong to the selected lines: what agrees is highlighted, what does not is underlined. */
export function LegCard({ leg, zone, isChosen, toggle, criteria = [], children }: Props) {
  const t = useTranslations('workbench');
  const words = useTranslations('words');
  const legs = useTranslations('legs');
  const region = useRegion();
  const look = (criterion: CriterionView['criterion']) => {
    const verdict = criteria.filter(isWorthTelling).find((one) => one.criterion === criterion)?.verdict;
    return classNames(
      verdict === 'agrees' && 'rounded-sm bg-positive-soft px-0.5',
      verdict === 'differs' && 'underline decoration-negative decoration-2 underline-offset-2',
    );
  };
  return (
    <li
      className={classNames(
        'border-b border-line px-4 py-2.5 last:border-b-0 has-[[data-bench]:focus-visible]:outline-2 has-[[data-bench]:focus-visible]:-outline-offset-2 has-[[data-bench]:focus-visible]:outline-accent',
        isChosen && 'bg-accent-soft',
      )}
    >
      <label className="flex cursor-pointer items-start gap-2.5">
        <input
          type="checkbox"
          data-bench="legs"
          data-id={leg.id}
          checked={isChosen}
          onChange={() => toggle(leg)}
          aria-label={t('leg.select', {
            id: leg.id,
            amount: leg.money ? formatMoney(leg.money.amount, null, region).text : t('leg.amountUnknown'),
            currency: leg.money?.currency ?? '',
          })}
          className="mt-0.5 size-4 shrink-0 cursor-pointer accent-accent"
        />
        <span className="min-w-0 flex-1 text-body">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            <KindLabel provider={leg.provider} kind={leg.kind} />
            <span className="flex items-baseline gap-2">
              <span className={classNames('text-xs text-ink-2', look('direction'))}>
                {words(`direction.${leg.direction}`)}
              </span>
              <MoneyText money={leg.money} className={classNames('font-medium', look('amount'))} />
            </span>
          </span>
          <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-ink-2">
            <Instant at={leg.occurredAt} zone={zone} className={look('day')} />
            <span>{words(`rail.${leg.rail}`)}</span>
            <span title={legs(`expectation.${leg.expectation}`)}>{legs(`state.${leg.state}`)}</span>
            {leg.counterparty.name && <span className={look('name')}>{leg.counterparty.name}</span>}
          </span>
        </span>
      </label>
      <div className="mt-1.5 ml-6.5 space-y-1.5">
        <p className="text-xs">
          <Link
            href={transactionHref(leg.transactionId)}
            prefetch={false}
            title={leg.transactionId}
            className="font-mono text-accent hover:underline"
          >
            {shortenId(leg.transactionId, 18, 8)}
          </Link>
        </p>
        {children}
      </div>
    </li>
  );
}
