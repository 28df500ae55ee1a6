import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { MoneyText } from '@/components/transactions/money-text';
import { add } from '@/lib/money';
import { type Balances, isProven, type Sum } from '@/lib/statements/imported';
import { placeText } from '@/lib/statements/place';

type Props = {
  readonly balances: Balances | null;
  readonly sums: readonly Sum[];
  readonly currency: string;
  /** Where the balances stop to follow one another. */
  readonly firstBreak?: string | null;
};

/** Opening + movements = closing, with what is missing between them; without both balances what moved in and out. */
export function BalanceProof({ balances, sums, currency, firstBreak = null }: Props) {
  const t = useTranslations('statements');
  const reader = useReader();
  if (!balances) {
    return (
      <div className="space-y-1 text-body">
        {sums.map((sum) => (
          <p key={sum.currency} className="flex flex-wrap gap-x-6">
            <Part label={t('proof.in')} amount={sum.incoming} currency={sum.currency} />
            <Part label={t('proof.out')} amount={sum.outgoing} currency={sum.currency} />
          </p>
        ))}
        <p className="text-xs text-ink-2">{sums.length > 1 ? t('proof.several') : t('proof.untold')}</p>
      </div>
    );
  }
  const isWhole = isProven(balances);
  const Icon = isWhole ? CircleCheck : CircleAlert;
  return (
    <div className="space-y-2 text-body">
      <p className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Part label={t('proof.opening')} amount={balances.opening} currency={currency} />
        <Sign>+</Sign>
        <Part label={t('proof.movements')} amount={balances.movements} currency={currency} />
        <Sign>=</Sign>
        <Part label={t('proof.closing')} amount={balances.closing} currency={currency} />
      </p>
      <p className={`flex items-start gap-1.5 ${isWhole ? 'text-positive' : 'text-negative'}`}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {isWhole ? (
            t('proof.whole')
          ) : (
            <>
              {t.rich('proof.gap', {
                money: () => <BalanceText amount={balances.difference} currency={currency} className="font-medium" />,
              })}
              {firstBreak && ` ${t('proof.break', { place: placeText(firstBreak, reader) })}`}
            </>
          )}
        </span>
      </p>
    </div>
  );
}

function Part({ label, amount, currency }: { label: string; amount: string; currency: string }) {
  return (
    <span>
      <span className="block text-xs text-ink-2">{label}</span>
      <BalanceText amount={amount} currency={currency} className="font-medium text-ink" />
    </span>
  );
}

function Sign({ children }: { readonly children: string }) {
  return <span className="pb-px text-ink-2">{children}</span>;
}

type AmountProps = { readonly amount: string; readonly currency: string; readonly className?: string };

/** Sums stand under each other: with two decimals at the least. */
export function BalanceText({ amount, currency, className }: AmountProps) {
  return <MoneyText money={{ amount: add(amount, '0.00'), currency }} className={className} />;
}
