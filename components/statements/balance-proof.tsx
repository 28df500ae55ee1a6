import { CircleAlert, CircleCheck } from 'lucide-react';
import { MoneyText } from '@/components/transactions/money-text';
import { add } from '@/lib/money';
import { type Balances, isProven, type Sum } from '@/lib/statements/imported';

type Props = {
  readonly balances: Balances | null;
  readonly sums: readonly Sum[];
  readonly currency: string;
  /** Where the balances stop to follow one another. */
  readonly firstBreak?: string | null;
};

/** Opening + movements = closing, with what is missing between them; without both balances what moved in and out. */
export function BalanceProof({ balances, sums, currency, firstBreak = null }: Props) {
  if (!balances) {
    return (
      <div className="space-y-1 text-body">
        {sums.map((sum) => (
          <p key={sum.currency} className="flex flex-wrap gap-x-6">
            <Part label="In" amount={sum.incoming} currency={sum.currency} />
            <Part label="Out" amount={sum.outgoing} currency={sum.currency} />
          </p>
        ))}
        <p className="text-xs text-ink-2">
          {sums.length > 1
            ? 'The file has several currencies, so that no one balance can be proven.'
            : 'The file does not tell both balances, so nothing proves that it is whole.'}
        </p>
      </div>
    );
  }
  const isWhole = isProven(balances);
  const Icon = isWhole ? CircleCheck : CircleAlert;
  return (
    <div className="space-y-2 text-body">
      <p className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Part label="Opening" amount={balances.opening} currency={currency} />
        <Sign>+</Sign>
        <Part label="Movements" amount={balances.movements} currency={currency} />
        <Sign>=</Sign>
        <Part label="Closing" amount={balances.closing} currency={currency} />
      </p>
      <p className={`flex items-start gap-1.5 ${isWhole ? 'text-positive' : 'text-negative'}`}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {isWhole ? (
            'It closes to the last digit.'
          ) : (
            <>
              Opening and movements differ from the closing balance by{' '}
              <BalanceText amount={balances.difference} currency={currency} className="font-medium" />: rows are
              missing, read twice, or read wrongly.
              {firstBreak && ` The balances stop to follow one another at ${firstBreak}.`}
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
