import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { CopyButton } from '@/components/ui/copy-button';
import { TONE_SOFT } from '@/components/ui/tone';
import { STATUS_LABELS } from '@/lib/events/status';
import { type Environment, PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { FEE_LABELS, failureText } from '@/lib/transactions/timeline';
import type { Transaction } from '@/lib/transactions/transaction';
import { MoneyText } from './money-text';
import { STATUS_LOOKS } from './status-badge';

type Props = { readonly transaction: Transaction; readonly environment: Environment; readonly sentence: string };

/** Where the payment stands, at a glance: the state, one sentence, the money, and the names it goes by. */
export function TransactionHead({ transaction, environment, sentence }: Props) {
  const providerId = transaction.identifiers.find(({ kind }) => kind === 'provider_id')?.value;
  const failure = failureText(transaction.failure);
  return (
    <Card className="p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <LargeStatus transaction={transaction} />
        <span className="text-xs text-ink-2">{providerWords(transaction)}</span>
        {environment === 'stage' && <Badge title="A test system of the provider: no real money">Stage</Badge>}
      </div>
      <p className="group mt-3 flex items-start gap-1 text-base font-medium text-balance text-ink sm:text-lg">
        <span className="min-w-0 [overflow-wrap:anywhere]">{sentence}</span>
        <CopyButton value={sentence} label="this sentence" className="mt-0.5" />
      </p>
      {failure && (
        <p className="mt-1 text-body [overflow-wrap:anywhere] text-ink-2">
          {PROVIDER_LABELS[transaction.provider]} gives the reason “{failure}”.
        </p>
      )}
      <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-3 border-t border-line pt-4">
        <Fact label={transaction.amountOut ? 'Amount in → out' : 'Amount'}>
          <Amounts transaction={transaction} />
        </Fact>
        {transaction.fees.map((fee) => (
          <Fact key={fee.kind} label={FEE_LABELS[fee.kind]}>
            <MoneyText money={fee.amount} />
          </Fact>
        ))}
        {transaction.revertedAmount && (
          <Fact label="Came back">
            <MoneyText money={transaction.revertedAmount} />
          </Fact>
        )}
        <Fact label="External reference">
          {transaction.externalRef === null ? (
            <span className="text-ink-2">none told</span>
          ) : (
            <Id value={transaction.externalRef} label="external reference" />
          )}
        </Fact>
        {providerId && (
          <Fact label={`Id at ${PROVIDER_LABELS[transaction.provider]}`}>
            <Id value={providerId} label="provider id" />
          </Fact>
        )}
        <Fact label="Id at this desk">
          <Id value={transaction.id} label="id" />
        </Fact>
      </dl>
    </Card>
  );
}

function LargeStatus({ transaction: { status, providerStatus } }: { readonly transaction: Transaction }) {
  const { icon: Icon, tone } = STATUS_LOOKS[status];
  return (
    <span
      title={providerStatus ? `Provider says: ${providerStatus}` : 'The provider gave no status word'}
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-lg border px-2.5 py-1 text-base font-semibold',
        TONE_SOFT[tone],
      )}
    >
      <Icon aria-hidden className="size-5" />
      {STATUS_LABELS[status]}
    </span>
  );
}

/** The provider's own words. BRLA's type REFUND brings the refund's word in place of the payment's. */
function providerWords({ provider, kind, providerStatus, refund }: Transaction): string {
  const name = PROVIDER_LABELS[provider];
  if (!providerStatus) return `${name} gave no status word`;
  if (!refund?.providerStatus) return `${name} says ${providerStatus}`;
  if (kind === 'usd_to_pix') return `${name} says ${providerStatus} of the refund`;
  return `${name} says ${providerStatus}, and ${refund.providerStatus} of the refund`;
}

function Amounts({ transaction }: { readonly transaction: Transaction }) {
  const { amount, amountOut, isIncomplete, isCurrencyAssumed } = transaction;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-base font-semibold">
      <MoneyText money={amount} absent={isIncomplete ? 'unknown' : 'none'} isCurrencyAssumed={isCurrencyAssumed} />
      {amountOut && (
        <>
          <ArrowRight aria-hidden className="size-4 text-ink-3" />
          <MoneyText money={amountOut} />
        </>
      )}
    </span>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="flex min-h-7 items-center text-body text-ink">{children}</dd>
    </div>
  );
}

function Id({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <span className="flex min-w-0 items-center gap-0.5">
      <span className="min-w-0 font-mono text-xs break-all">{value}</span>
      <CopyButton value={value} label={label} />
    </span>
  );
}
