import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { CopyButton } from '@/components/ui/copy-button';
import { TONE_SOFT } from '@/components/ui/tone';
import { type Environment, PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { failureText } from '@/lib/transactions/timeline';
import type { Transaction } from '@/lib/transactions/transaction';
import { MoneyText } from './money-text';
import { STATUS_LOOKS } from './status-badge';

type Props = { readonly transaction: Transaction; readonly environment: Environment; readonly sentence: string };

/** Where the payment stands, at a glance: the state, one sentence, the money, and the names it goes by. */
export function TransactionHead({ transaction, environment, sentence }: Props) {
  const t = useTranslations('payment');
  const words = useTranslations('words');
  const provider = PROVIDER_LABELS[transaction.provider];
  const providerId = transaction.identifiers.find(({ kind }) => kind === 'provider_id')?.value;
  const failure = failureText(transaction.failure);
  return (
    <Card className="p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <LargeStatus transaction={transaction} />
        <span className="text-xs text-ink-2">
          <ProviderWords transaction={transaction} />
        </span>
        {environment === 'stage' && <Badge title={t('head.stage')}>{words('environment.stage')}</Badge>}
      </div>
      <p className="group mt-3 flex items-start gap-1 text-base font-medium text-balance text-ink sm:text-lg">
        <span className="min-w-0 [overflow-wrap:anywhere]">{sentence}</span>
        <CopyButton value={sentence} label={t('head.copy.sentence')} className="mt-0.5" />
      </p>
      {failure && (
        <p className="mt-1 text-body [overflow-wrap:anywhere] text-ink-2">{t('head.reason', { provider, failure })}</p>
      )}
      <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-3 border-t border-line pt-4">
        <Fact label={transaction.amountOut ? t('head.amounts') : t('head.amount')}>
          <Amounts transaction={transaction} />
        </Fact>
        {transaction.fees.map((fee) => (
          <Fact key={fee.kind} label={t(`fee.${fee.kind}`)}>
            <MoneyText money={fee.amount} />
          </Fact>
        ))}
        {transaction.revertedAmount && (
          <Fact label={t('head.cameBack')}>
            <MoneyText money={transaction.revertedAmount} />
          </Fact>
        )}
        <Fact label={words('identifier.external_ref')}>
          {transaction.externalRef === null ? (
            <span className="text-ink-2">{t('head.noReference')}</span>
          ) : (
            <Id value={transaction.externalRef} label={t('head.copy.reference')} />
          )}
        </Fact>
        {providerId && (
          <Fact label={t('head.idAt', { provider })}>
            <Id value={providerId} label={t('head.copy.providerId')} />
          </Fact>
        )}
        <Fact label={t('head.ownId')}>
          <Id value={transaction.id} label={t('head.copy.id')} />
        </Fact>
      </dl>
    </Card>
  );
}

function LargeStatus({ transaction: { status, providerStatus } }: { readonly transaction: Transaction }) {
  const words = useTranslations('words');
  const { icon: Icon, tone } = STATUS_LOOKS[status];
  return (
    <span
      title={providerStatus ? words('providerSays', { word: providerStatus }) : words('providerSilent')}
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-lg border px-2.5 py-1 text-base font-semibold',
        TONE_SOFT[tone],
      )}
    >
      <Icon aria-hidden className="size-5" />
      {words(`status.${status}`)}
    </span>
  );
}

/** The provider's own words. BRLA's type REFUND brings the refund's word in place of the payment's. */
function ProviderWords({ transaction }: { readonly transaction: Transaction }) {
  const t = useTranslations('payment');
  const { kind, providerStatus: word, refund } = transaction;
  const provider = PROVIDER_LABELS[transaction.provider];
  if (!word) return t('head.silent', { provider });
  if (!refund?.providerStatus) return t('head.says', { provider, word });
  if (kind === 'usd_to_pix') return t('head.saysOfRefund', { provider, word });
  return t('head.saysBoth', { provider, word, refundWord: refund.providerStatus });
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
