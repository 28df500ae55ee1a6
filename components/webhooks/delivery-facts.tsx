import { ENVIRONMENT_LABELS } from '@/components/layout/environment-badges';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import type { DeliveryDetail } from '@/lib/events/received';
import { PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import { rawName } from '@/lib/providers/raw-name';
import type { TimeZone } from '@/lib/time-zones';
import { AnswerText } from './answer-text';
import { formatBytes } from './byte-text';
import { ORIGIN_WORDS, PROOF_WORDS } from './delivery-words';
import { LagText } from './lag-text';

/** When and from where it came, how it was proven, and how it was answered. */
export function DeliveryFacts({ delivery, zone }: { readonly delivery: DeliveryDetail; readonly zone: TimeZone }) {
  const { receivedAt, occurredAt, proof, origin } = delivery;
  const name = rawName(delivery.provider, delivery.body);
  return (
    <SectionCard title="Delivery">
      <FactList>
        <Fact label="Provider">{PROVIDER_FULL_NAMES[delivery.provider]}</Fact>
        <Fact label="Event">
          {name ? <span className="font-mono text-xs">{name}</span> : <i className="text-ink-2">no name in it</i>}
        </Fact>
        <Fact label="Happened">
          {occurredAt ? (
            <Instant at={occurredAt} zone={zone} />
          ) : (
            <i className="text-ink-2">not told, or not understood</i>
          )}
        </Fact>
        <Fact label="Received">
          <Instant at={receivedAt} zone={zone} />
        </Fact>
        <Fact label="Lag">
          <LagText occurredAt={occurredAt} receivedAt={receivedAt} />
        </Fact>
        <Fact label="Verified">{`${PROOF_WORDS[proof].explanation}.`}</Fact>
        <Fact label="From">
          <span className="font-mono text-xs">{delivery.sourceAddress || 'not recorded'}</span>
        </Fact>
        <Fact label="Answer">
          <AnswerText {...delivery} />, given once the bytes were stored
        </Fact>
        <Fact label="Origin">{`${ORIGIN_WORDS[origin].explanation}.`}</Fact>
        <Fact label="Environment">{ENVIRONMENT_LABELS[delivery.environment]}</Fact>
        <Fact label="Size">{formatBytes(delivery.sizeBytes)}</Fact>
      </FactList>
    </SectionCard>
  );
}
