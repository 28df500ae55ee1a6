import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Says } from '@/components/language/says';
import { MoneyText } from '@/components/transactions/money-text';
import { Button } from '@/components/ui/button';
import { formatMoney } from '@/lib/format';
import type { RunningSum } from '@/lib/reconciliation/running-sum';
import { sumTerms } from './sum-terms';
import type { Selected } from './use-selected';

type Props = {
  readonly selected: Selected;
  readonly isBusy: boolean;
  /** Matches at zero, and asks why where something is left over. */
  readonly match: () => void;
};

/** The foot: bank − payments + explained = what is left over, and what may be done with it. */
export function SumBar({ selected: { sum, lines, legs }, isBusy, match }: Props) {
  const t = useTranslations('workbench');
  const isZero = sum.outcome === 'told' && sum.isZero;
  return (
    <section
      aria-label={t('sum.label')}
      className="sticky bottom-18 z-20 mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-xl border border-line-strong bg-surface px-4 py-2.5 shadow-lg md:bottom-4"
    >
      <div className="min-w-0 flex-1">
        {sum.outcome === 'told' ? (
          <Told sum={sum} />
        ) : (
          <p className="text-body text-ink-2">
            <Says said={sum.why} />
          </p>
        )}
        <p className="text-xs text-ink-2">
          {t('sum.selected', {
            lines: t('lines', { count: lines.length }),
            payments: t('payments', { count: legs.size }),
          })}
        </p>
      </div>
      <div className="flex items-center gap-2">
        {sum.outcome === 'told' && !sum.isZero && (
          <Button onClick={match} disabled={isBusy}>
            {t('sum.withRemainder')}
          </Button>
        )}
        <Button look="primary" onClick={match} disabled={!isZero || isBusy}>
          {isBusy ? t('sum.working') : t('sum.match')}
        </Button>
      </div>
    </section>
  );
}

type ToldSum = Extract<RunningSum, { outcome: 'told' }>;

function Told({ sum }: { readonly sum: ToldSum }) {
  const t = useTranslations('workbench');
  const { explanations, currency, isZero } = sum;
  const { bank, payments, explained, remainder, isOut } = sumTerms(sum);
  return (
    <>
      <p className="text-body">
        <Part label={isOut ? t('sum.bankOut') : t('sum.bankIn')} amount={bank} /> <Sign>{payments.sign}</Sign>{' '}
        <Part label={t('sum.payments')} amount={payments.amount} />{' '}
        {explanations.length > 0 && (
          <>
            <Sign>{explained.sign}</Sign> <Part label={t('sum.explained')} amount={explained.amount} />{' '}
          </>
        )}
        <Sign>=</Sign>{' '}
        <span className={isZero ? 'font-semibold text-positive' : 'font-semibold text-negative'}>
          <MoneyText money={{ amount: remainder, currency }} />
        </span>
        {isZero && (
          <CircleCheck
            role="img"
            aria-label={t('sum.zero')}
            className="ml-1.5 inline size-4 align-text-bottom text-positive"
          />
        )}
      </p>
      {explanations.length > 0 && (
        <ul className="text-xs text-ink-2">
          {explanations.map(({ label, amount, note }) => (
            <li key={`${label.key} ${amount}`}>
              <Says said={label} />
              {note ? (
                <>
                  : <Says said={note} />
                </>
              ) : (
                <MoneyText money={{ amount, currency }} className="ml-1.5" />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Part({ label, amount }: { readonly label: string; readonly amount: string }) {
  const region = useRegion();
  return (
    <span className="whitespace-nowrap">
      <span className="text-xs text-ink-2">{label}</span>{' '}
      <span className="tabular-nums">{formatMoney(amount, null, region).text}</span>
    </span>
  );
}

function Sign({ children }: { readonly children: string }) {
  return <span className="text-ink-2">{children}</span>;
}
