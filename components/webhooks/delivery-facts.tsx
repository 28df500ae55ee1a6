import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import type { DeliveryDetail } from '@/lib/events/received';
import { PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import { rawName } from '@/lib/providers/raw-name';
import type { TimeZone } from '@/lib/time-zones';
import { AnswerText } from './answer-text';
import { formatBytes } from './byte-text';
import { LagText } from './lag-text';

/** When and from where it came, how it was proven, and how it was answered. */
export function DeliveryFacts({ delivery, zone }: { readonly delivery: DeliveryDetail; readonly zone: TimeZone }) {
  const { receivedAt, occurredAt, proof, origin } = delivery;
  const t = useTranslations('webhooks');
  const words = useTranslations('words');
  const tellings = useTranslations('deliveries');
  const region = useRegion();
  const name = rawName(delivery.provider, delivery.body);
  return (
    <SectionCard title={t('delivery.facts')}>
      <FactList>
        <Fact label={t('delivery.provider')}>{PROVIDER_FULL_NAMES[delivery.provider]}</Fact>
        <Fact label={t('delivery.event')}>
          {name ? <span className="font-mono text-xs">{name}</span> : <i className="text-ink-2">{t('row.noName')}</i>}
        </Fact>
        <Fact label={t('delivery.happened')}>
          {occurredAt ? <Instant at={occurredAt} zone={zone} /> : <i className="text-ink-2">{t('delivery.notTold')}</i>}
        </Fact>
        <Fact label={t('delivery.received')}>
          <Instant at={receivedAt} zone={zone} />
        </Fact>
        <Fact label={t('delivery.lag')}>
          <LagText occurredAt={occurredAt} receivedAt={receivedAt} />
        </Fact>
        <Fact label={t('delivery.verified')}>{`${tellings(`proof.${proof}.explanation`)}.`}</Fact>
        <Fact label={t('delivery.address')}>
          <span className="font-mono text-xs">{delivery.sourceAddress || t('delivery.notRecorded')}</span>
        </Fact>
        <Fact label={t('delivery.answer')}>
          {t.rich('delivery.answered', { answer: () => <AnswerText {...delivery} /> })}
        </Fact>
        <Fact label={t('delivery.origin')}>{`${tellings(`origin.${origin}.explanation`)}.`}</Fact>
        <Fact label={t('delivery.environment')}>{words(`environment.${delivery.environment}`)}</Fact>
        <Fact label={t('delivery.size')}>{formatBytes(delivery.sizeBytes, region)}</Fact>
      </FactList>
    </SectionCard>
  );
}
