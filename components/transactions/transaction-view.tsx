import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { ReconciliationCard } from '@/components/reconciliation/reconciliation-card';
import { LadderCard } from '@/components/refunds/ladder-card';
import { RemarkCard } from '@/components/remarks/remark-card';
import type { RemarkAction } from '@/components/remarks/remark-state';
import type { Room, Translator } from '@/lib/language/catalogue';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
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

type Props = {
  readonly viewed: ViewedTransaction;
  readonly zone: TimeZone;
  readonly assign: RemarkAction;
  readonly addNote: RemarkAction;
};

/** What the forms and buttons inside say: a page that shows a payment sends these rooms. */
export const VIEW_ROOMS = ['remarks', 'deliveries'] as const satisfies readonly Room[];

type Titled = Pick<Transaction, 'provider' | 'kind'>;

export function transactionTitle({ provider, kind }: Titled, words: Translator<'words'>): string {
  return `${PROVIDER_LABELS[provider]} · ${words(`kind.${kind}`)}`;
}

/** One payment: where it stands, how it got there, and the evidence for both. Where there is room, in two columns. */
export function TransactionView({ viewed, zone, assign, addNote }: Props) {
  const { transaction, environment, events, related, bodies, refund, limits, remarks, people, reconciliation } = viewed;
  const t = useTranslations('payment');
  const entries = arrivedTimeline(events);
  const deliveryCount = new Set(entries.flatMap(({ arrivals }) => arrivals.map((arrival) => arrival.deliverySeq))).size;
  return (
    <div className="@container space-y-4">
      <TransactionNotices transaction={transaction} related={related} />
      <TransactionHead
        transaction={transaction}
        environment={environment}
        sentence={sentence(transaction, momentsOf(transaction, entries), useReader())}
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
        <aside aria-label={t('aside')} className="min-w-0 space-y-4">
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
