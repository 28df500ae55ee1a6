import { Masked } from '@/components/access/masked';
import { SectionCard } from '@/components/ui/card';
import { personalKind } from '@/lib/access/masking';
import { DETAIL_LABELS, type DetailName } from '@/lib/events/event';
import { formatCount } from '@/lib/format';
import { type Environment, KIND_LABELS, PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
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

const ENVIRONMENT_WORDS = {
  production: 'Production',
  stage: 'Stage: a test system, no real money',
} as const satisfies Record<Environment, string>;

/** Whatever else the provider told, under plain names. */
export function DetailCard({ transaction, environment, deliveryCount, zone }: Props) {
  const { details, eventCount } = transaction;
  return (
    <SectionCard title="Details">
      <FactList>
        <Fact label="Provider">{PROVIDER_FULL_NAMES[transaction.provider]}</Fact>
        <Fact label="Kind">{KIND_LABELS[transaction.kind]}</Fact>
        <Fact label="Environment">{ENVIRONMENT_WORDS[environment]}</Fact>
        <Fact label="Created">
          <Instant at={transaction.occurredAt} zone={zone} />
        </Fact>
        <Fact label="Last event">
          <Instant at={transaction.updatedAt} zone={zone} />
        </Fact>
        <Fact label="Events">
          {`${formatCount(eventCount)} from ${formatCount(deliveryCount)} ${deliveryCount === 1 ? 'delivery' : 'deliveries'}`}
        </Fact>
        <Fact label="Network">{transaction.network}</Fact>
        <Fact label="Token">{transaction.token}</Fact>
        <Fact label="Exchange rate">{transaction.exchangeRate}</Fact>
        <Fact label="End user">{transaction.endUser}</Fact>
        {(Object.keys(details) as DetailName[]).map((name) => (
          <Fact key={name} label={DETAIL_LABELS[name]}>
            {personalKind(name) ? (
              <Masked
                value={details[name] ?? ''}
                of={{ kind: 'transaction', id: transaction.id }}
                field={name}
                label={DETAIL_LABELS[name]}
              />
            ) : (
              details[name]
            )}
          </Fact>
        ))}
      </FactList>
    </SectionCard>
  );
}
