import { ReconciliationCard } from '@/components/reconciliation/reconciliation-card';
import { LadderCard } from '@/components/refunds/ladder-card';
import { RemarkCard } from '@/components/remarks/remark-card';
import type { RemarkAction } from '@/components/remarks/remark-state';
import { KIND_LABELS, PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import type { ViewedTransaction } from '@/lib/transaction-view';
import { momentsOf, sentence } from '@/lib/transactions/sentence';
import type { Transaction } from '@/lib/transactions/transaction';
import { DetailCard } from './detail-card';
import { IdentifierCard } from './identifier-card';
import { RelatedCard } from './related-card';
import { TimelineCard } from './timeline-card';
import { arrivedTimeline } from './timeline-view';
import { TransactionHead } from './transaction-head';
import { TransactionNotices } from './transaction-notices';
import { writingIn } from './writing';

type Props = {
  readonly viewed: ViewedTransaction;
  readonly zone: TimeZone;
  readonly assign: RemarkAction;
  readonly addNote: RemarkAction;
};

export function transactionTitle({ provider, kind }: Pick<Transaction, 'provider' | 'kind'>): string {
  return `${PROVIDER_LABELS[provider]} · ${KIND_LABELS[kind]}`;
}

/** One payment: where it stands, how it got there, and the evidence for both. Where there is room, in two columns. */
export function TransactionView({ viewed, zone, assign, addNote }: Props) {
  const { transaction, environment, events, related, bodies, refund, limits, remarks, people, reconciliation } = viewed;
  const entries = arrivedTimeline(events);
  const deliveryCount = new Set(entries.flatMap(({ arrivals }) => arrivals.map((arrival) => arrival.deliverySeq))).size;
  return (
    <div className="@container space-y-4">
      <TransactionNotices transaction={transaction} related={related} />
      <TransactionHead
        transaction={transaction}
        environment={environment}
        sentence={sentence(transaction, momentsOf(transaction, entries), writingIn(zone))}
      />
      <div className="grid items-start gap-4 @min-[60rem]:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-4">
          {refund && (
            <LadderCard
              transaction={transaction}
              refund={refund}
              limits={limits}
              related={related}
              environment={environment}
              zone={zone}
              now={viewed.now}
            />
          )}
          <TimelineCard entries={entries} bodies={bodies} zone={zone} />
        </div>
        <aside aria-label="Owner, reconciliation, identifiers, links and details" className="min-w-0 space-y-4">
          <RemarkCard
            transactionId={transaction.id}
            remarks={remarks}
            people={people}
            zone={zone}
            assign={assign}
            addNote={addNote}
          />
          <ReconciliationCard {...reconciliation} />
          <IdentifierCard transaction={transaction} environment={environment} />
          {related.length > 0 && <RelatedCard related={related} />}
          <DetailCard transaction={transaction} environment={environment} deliveryCount={deliveryCount} zone={zone} />
        </aside>
      </div>
    </div>
  );
}
