import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { ExceptionsCard } from '@/components/reconciliation/exceptions-card';
import { LineCard } from '@/components/reconciliation/line-card';
import { MatchCard } from '@/components/reconciliation/match-card';
import { LINE_KIND_WORDS } from '@/components/reconciliation/rail-words';
import { WhyNotCard } from '@/components/reconciliation/why-not-card';
import { MoneyText } from '@/components/transactions/money-text';
import { Badge } from '@/components/ui/badge';
import { SectionCard } from '@/components/ui/card';
import { requireViewer } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { readLineDetail } from '@/lib/reconciliation/detail.store';
import type { LineDetail } from '@/lib/reconciliation/view';

type Props = { readonly params: Promise<{ readonly seq: string }> };

export const metadata: Metadata = { title: 'Statement line' };

/** One line of a statement: both sides, why they agree, or why nothing was found for it. */
export default async function LinePage({ params }: Props) {
  await requireViewer();
  const detail = await readLineDetail((await params).seq, new Date());
  if (!detail) notFound();
  const { line, match, exceptions } = detail;
  const zone = await displayZone();
  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            {line.accountName}, {line.place}
            <Badge tone={match ? 'positive' : 'neutral'}>{match ? 'Matched' : 'Unmatched'}</Badge>
          </span>
        }
        description={<MoneyText money={{ amount: line.amount, currency: line.currency }} />}
        back={back(line.accountRail)}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0 space-y-4">
          {match && <MatchCard match={match} zone={zone} />}
          <ExceptionsCard exceptions={exceptions} zone={zone} />
          {!match && <Unmatched detail={detail} />}
        </div>
        <aside aria-label="The line" className="min-w-0">
          <LineCard line={line} zone={zone} />
        </aside>
      </div>
    </>
  );
}

function back(rail: LineDetail['line']['accountRail']) {
  if (rail === 'ledger') return { href: '/reconciliation/rails/chain/lines', label: 'Unmatched lines' };
  return { href: `/reconciliation/rails/${rail}/lines`, label: 'Unmatched lines' };
}

function Unmatched({ detail: { line, candidates, whyNot } }: { readonly detail: LineDetail }) {
  if (line.kind === 'payment') return <WhyNotCard candidates={candidates} whyNot={whyNot} noun="payment" />;
  return (
    <SectionCard title="No payment is looked for">
      <p className="text-body text-ink-2">
        {LINE_KIND_WORDS[line.kind]}: it is the bank’s own, and no provider tells a payment for it.
      </p>
    </SectionCard>
  );
}
