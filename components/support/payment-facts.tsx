import { useTranslations } from 'next-intl';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { SectionCard } from '@/components/ui/card';
import { PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import { referenceOf, tracesOf } from '@/lib/support/shown';
import { moneyIn } from '@/lib/support/wording';
import type { Transaction } from '@/lib/transactions/transaction';
import { Moment, type Reader } from './moment';

type Props = {
  readonly transaction: Transaction;
  readonly reader: Reader;
};

/** By what the payment is known, as far as it says nothing of a person: no name, no account, no tax id. */
export function PaymentFacts({ transaction, reader }: Props) {
  const t = useTranslations('support');
  const { externalRef, provider, occurredAt, isCurrencyAssumed } = transaction;
  const amount = transaction.amount && moneyIn(t, reader.region)(transaction.amount);
  const reference = referenceOf(transaction);
  const missing = externalRef === null ? t('fact.noReference') : t('fact.hidden');
  return (
    <SectionCard title={t('fact.title')}>
      <FactList>
        <Fact label={t('fact.reference')}>
          {reference === null ? <span className="text-ink-2">{missing}</span> : <Id value={reference} />}
        </Fact>
        <Fact label={t('fact.amount')}>
          <span className="tabular-nums">{amount ?? t('fact.noAmount')}</span>
          {amount !== null && isCurrencyAssumed && <span className="text-ink-2"> ({t('fact.assumed')})</span>}
        </Fact>
        <Fact label={t('fact.begun')}>
          <Moment at={occurredAt} reader={reader} />
        </Fact>
        <Fact label={t('fact.provider')}>{PROVIDER_FULL_NAMES[provider]}</Fact>
        {tracesOf(transaction).map(({ kind, value }) => (
          <Fact key={value} label={t(`fact.${kind}`)}>
            <Id value={value} />
          </Fact>
        ))}
      </FactList>
    </SectionCard>
  );
}

function Id({ value }: { readonly value: string }) {
  return <code className="font-mono text-xs break-all select-all">{value}</code>;
}
