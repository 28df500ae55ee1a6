import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { WaitingNotice } from '@/components/approvals/waiting-notice';
import { PageHeader } from '@/components/layout/page-header';
import { CorrectForm } from '@/components/reconciliation/correct-form';
import { CorrectionsCard } from '@/components/reconciliation/corrections-card';
import { ExceptionsCard } from '@/components/reconciliation/exceptions-card';
import { LineCard } from '@/components/reconciliation/line-card';
import { MatchCard } from '@/components/reconciliation/match-card';
import { WhyNotCard } from '@/components/reconciliation/why-not-card';
import { Disclosure } from '@/components/transactions/disclosure';
import { MoneyText } from '@/components/transactions/money-text';
import { Badge } from '@/components/ui/badge';
import { SectionCard } from '@/components/ui/card';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { openAbout } from '@/lib/approvals/proposal.store';
import { displayZone } from '@/lib/preferences';
import { readLineDetail } from '@/lib/reconciliation/detail.store';
import { correctionsOf } from '@/lib/reconciliation/line-correction.store';
import type { LineDetail } from '@/lib/reconciliation/view';
import { LINE_KIND_WORDS } from '@/lib/statements/statement';
import { correctLine, reconsider, undoCorrection, undoOneMatch } from '../../actions';

type Props = { readonly params: Promise<{ readonly seq: string }> };

export const metadata: Metadata = { title: 'Statement line' };

/** One line of a statement: both sides, why they agree, or why nothing was found for it. */
export default async function LinePage({ params }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const detail = await readLineDetail(sight, (await params).seq, new Date());
  if (!detail) notFound();
  const { line, match, exceptions } = detail;
  const [zone, corrections, waiting] = await Promise.all([
    displayZone(),
    correctionsOf(sight, line.seq),
    openAbout({ lines: [line.seq], legs: [], exceptions: exceptions.map(({ id }) => id) }),
  ]);
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
      <WaitingNotice proposals={waiting} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0 space-y-4">
          {match && <MatchCard match={match} zone={zone} undo={undoOneMatch} />}
          <ExceptionsCard exceptions={exceptions} zone={zone} />
          {!match && <Unmatched detail={detail} />}
        </div>
        <aside aria-label="The line" className="min-w-0 space-y-4">
          <LineCard line={line} zone={zone} />
          <CorrectionsCard corrections={corrections} zone={zone} undo={match ? null : undoCorrection}>
            {match ? (
              <p className="text-xs text-ink-2">
                It is matched. To correct how it is read, or to take a correction back, undo the match first.
              </p>
            ) : (
              <Disclosure summary="Correct how it is read">
                <CorrectForm key={corrections[0]?.seq} line={line} action={correctLine} />
              </Disclosure>
            )}
          </CorrectionsCard>
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
  if (line.kind === 'payment')
    return <WhyNotCard candidates={candidates} whyNot={whyNot} noun="payment" of={line.seq} reconsider={reconsider} />;
  return (
    <SectionCard title="No payment is looked for">
      <p className="text-body text-ink-2">
        {LINE_KIND_WORDS[line.kind]}:{' '}
        {line.kind === 'internal' ? 'the money stayed with the company' : 'it is the bank’s own'}, and no provider tells
        a payment for it.
      </p>
    </SectionCard>
  );
}
