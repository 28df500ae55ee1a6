import { useTranslations } from 'next-intl';
import { Masked } from '@/components/access/masked';
import { useRegion } from '@/components/language/reader';
import { SectionCard } from '@/components/ui/card';
import { personalKind } from '@/lib/access/masking';
import type { DetailName } from '@/lib/events/event';
import { formatMoney } from '@/lib/format';
import { type Environment, PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import type { Transaction } from '@/lib/transactions/transaction';
import { Fact, FactList } from './fact-list';
import { Instant } from './instant';

type Props = {
  readonly transaction: Transaction;
  readonly environment: Environment;
  readonly deliveryCount: number;
  readonly zone: TimeZone;
};

/** Whatever else the provider told, under plain names. */
export function DetailCard({ transaction, environment, deliveryCount, zone }: Props) {
  const t = useTranslations('payment.detail');
  const words = useTranslations('words');
  const region = useRegion();
  const { details, eventCount, exchangeRate } = transaction;
  return (
    <SectionCard title={t('title')}>
      <FactList>
        <Fact label={t('provider')}>{PROVIDER_FULL_NAMES[transaction.provider]}</Fact>
        <Fact label={t('kind')}>{words(`kind.${transaction.kind}`)}</Fact>
        <Fact label={t('environment')}>{t(`world.${environment}`)}</Fact>
        <Fact label={t('created')}>
          <Instant at={transaction.occurredAt} zone={zone} />
        </Fact>
        <Fact label={t('lastEvent')}>
          <Instant at={transaction.updatedAt} zone={zone} />
        </Fact>
        <Fact label={t('events')}>{t('eventsFrom', { events: eventCount, deliveries: deliveryCount })}</Fact>
        <Fact label={t('network')}>{transaction.network}</Fact>
        <Fact label={t('token')}>{transaction.token}</Fact>
        <Fact label={t('exchangeRate')}>{exchangeRate && formatMoney(exchangeRate, null, region).text}</Fact>
        <Fact label={t('endUser')}>{transaction.endUser}</Fact>
        {(Object.keys(details) as DetailName[]).map((name) => (
          <Fact key={name} label={words(`detail.${name}`)}>
            {personalKind(name) ? (
              <Masked
                value={details[name] ?? ''}
                of={{ kind: 'transaction', id: transaction.id }}
                field={name}
                label={words(`detail.${name}`)}
              />
            ) : (
              // The provider's own words, in its own language.
              <span translate="no">{details[name]}</span>
            )}
          </Fact>
        ))}
      </FactList>
    </SectionCard>
  );
}
