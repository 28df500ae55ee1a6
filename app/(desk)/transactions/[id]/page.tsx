import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { ReconciliationCard } from '@/components/reconciliation/reconciliation-card';
import { LadderCard } from '@/components/refunds/ladder-card';
import { RemarkCard } from '@/components/remarks/remark-card';
import { DetailCard } from '@/components/transactions/detail-card';
import { IdentifierCard } from '@/components/transactions/identifier-card';
import { RelatedCard } from '@/components/transactions/related-card';
import { TimelineCard } from '@/components/transactions/timeline-card';
import { arrivedTimeline } from '@/components/transactions/timeline-view';
import { TransactionHead } from '@/components/transactions/transaction-head';
import { TransactionNotices } from '@/components/transactions/transaction-notices';
import { writingIn } from '@/components/transactions/writing';
import { requireViewer } from '@/lib/access/session';
import { readBodies } from '@/lib/events/delivery.store';
import { shortenId } from '@/lib/format';
import { displayZone } from '@/lib/preferences';
import { KIND_LABELS, PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { readLegsOfTransaction } from '@/lib/reconciliation/transaction-legs.store';
import { readRefund } from '@/lib/refunds/board.store';
import { readLimits } from '@/lib/refunds/limit.store';
import { assignableUsers, remarksOf } from '@/lib/remarks/store';
import { readTransaction } from '@/lib/transactions/detail.store';
import { momentsOf, sentence } from '@/lib/transactions/sentence';
import { assignOwner, writeNote } from './actions';

type Props = { readonly params: Promise<{ readonly id: string }> };

/** Longer bodies are opened on the page of their delivery. */
const INLINE_BODY_BYTES = 32 * 1024;
/** Far more events than any payment has: past it the bodies stay one page away. */
const MAX_INLINE_BODIES = 100;

const read = cache(async (params: Props['params']) => {
  const id = decoded((await params).id);
  return id === null ? null : readTransaction(id);
});

/** Next hands a page the segment as it stands in the URL. `null` for what is no encoded text, or text no database holds. */
function decoded(segment: string): string | null {
  try {
    const id = decodeURIComponent(segment);
    return id.includes('\u0000') || !id.isWellFormed() ? null : id;
  } catch {
    return null;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireViewer();
  const detail = await read(params);
  if (!detail) return { title: 'No such transaction' };
  const { kind, id } = detail.transaction;
  return { title: `${KIND_LABELS[kind]} ${shortenId(id.split(':').at(-1) ?? id)}` };
}

/** One payment: where it stands, how it got there, and the evidence for both. */
export default async function TransactionPage({ params }: Props) {
  await requireViewer();
  const detail = await read(params);
  if (!detail) notFound();
  const { transaction, environment, events, related } = detail;
  const entries = arrivedTimeline(events);
  const firstSeqs = entries.flatMap(({ arrivals }) => arrivals.slice(0, 1).map((arrival) => arrival.deliverySeq));
  const now = new Date();
  const [zone, bodies, refund, limits, remarks, users, reconciliation] = await Promise.all([
    displayZone(),
    readBodies(firstSeqs.slice(0, MAX_INLINE_BODIES), INLINE_BODY_BYTES),
    readRefund(transaction.id, now),
    readLimits(now),
    remarksOf(transaction.id),
    assignableUsers(),
    readLegsOfTransaction(transaction.id),
  ]);
  const deliveryCount = new Set(entries.flatMap(({ arrivals }) => arrivals.map((arrival) => arrival.deliverySeq))).size;
  return (
    <>
      <PageHeader
        title={`${PROVIDER_LABELS[transaction.provider]} · ${KIND_LABELS[transaction.kind]}`}
        back={{ href: '/transactions', label: 'Transactions' }}
      />
      <div className="space-y-4">
        <TransactionNotices transaction={transaction} related={related} />
        <TransactionHead
          transaction={transaction}
          environment={environment}
          sentence={sentence(transaction, momentsOf(transaction, entries), writingIn(zone))}
        />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="min-w-0 space-y-4">
            {refund && (
              <LadderCard
                transaction={transaction}
                refund={refund}
                limits={limits}
                related={related}
                environment={environment}
                zone={zone}
                now={now}
              />
            )}
            <TimelineCard entries={entries} bodies={bodies} zone={zone} />
          </div>
          <aside aria-label="Owner, reconciliation, identifiers, links and details" className="min-w-0 space-y-4">
            <RemarkCard
              transactionId={transaction.id}
              remarks={remarks}
              people={users.map(({ email }) => email)}
              zone={zone}
              assign={assignOwner}
              addNote={writeNote}
            />
            <ReconciliationCard {...reconciliation} />
            <IdentifierCard transaction={transaction} environment={environment} />
            {related.length > 0 && <RelatedCard related={related} />}
            <DetailCard transaction={transaction} environment={environment} deliveryCount={deliveryCount} zone={zone} />
          </aside>
        </div>
      </div>
    </>
  );
}
