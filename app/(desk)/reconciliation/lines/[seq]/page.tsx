import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { WaitingNotice } from '@/components/approvals/waiting-notice';
import { Messages } from '@/components/language/messages';
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
import { correctLine, reconsider, undoCorrection, undoOneMatch } from '../../actions';

type Props = { readonly params: Promise<{ readonly seq: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reconciliation');
  return { title: t('line.title') };
}

/** One line of a statement: both sides, why they agree, or why nothing was found for it. */
export default async function LinePage({ params }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const detail = await readLineDetail(sight, (await params).seq, new Date());
  if (!detail) notFound();
  const { line, match, exceptions } = detail;
  const t = await getTranslations('reconciliation');
  const [zone, corrections, waiting] = await Promise.all([
    displayZone(),
    correctionsOf(sight, line.seq),
    openAbout({ lines: [line.seq], legs: [], exceptions: exceptions.map(({ id }) => id) }),
  ]);
  return (
    <Messages rooms={['legs', 'payment']}>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            {t('line.heading', { account: line.accountName, place: line.place })}
            <Badge tone={match ? 'positive' : 'neutral'}>{match ? t('matched') : t('unmatched')}</Badge>
          </span>
        }
        description={<MoneyText money={{ amount: line.amount, currency: line.currency }} />}
        back={{ href: linesHref(line.accountRail), label: t('rail.lines') }}
      />
      <WaitingNotice proposals={waiting} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0 space-y-4">
          {match && <MatchCard match={match} zone={zone} undo={undoOneMatch} />}
          <ExceptionsCard exceptions={exceptions} zone={zone} />
          {!match && <Unmatched detail={detail} />}
        </div>
        <aside aria-label={t('line.label')} className="min-w-0 space-y-4">
          <LineCard line={line} zone={zone} />
          <CorrectionsCard corrections={corrections} zone={zone} undo={match ? null : undoCorrection}>
            {match ? (
              <p className="text-xs text-ink-2">{t('line.matchedSoKept')}</p>
            ) : (
              <Disclosure summary={t('line.correct')}>
                <CorrectForm key={corrections[0]?.seq} line={line} action={correctLine} />
              </Disclosure>
            )}
          </CorrectionsCard>
        </aside>
      </div>
    </Messages>
  );
}

function linesHref(rail: LineDetail['line']['accountRail']): string {
  return `/reconciliation/rails/${rail === 'ledger' ? 'chain' : rail}/lines`;
}

function Unmatched({ detail: { line, candidates, whyNot } }: { readonly detail: LineDetail }) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  if (line.kind === 'payment')
    return <WhyNotCard candidates={candidates} whyNot={whyNot} noun="payment" of={line.seq} reconsider={reconsider} />;
  const kind = words(`lineKind.${line.kind}`);
  return (
    <SectionCard title={t('line.noPayment')}>
      <p className="text-body text-ink-2">
        {line.kind === 'internal' ? t('line.noPaymentInternal', { kind }) : t('line.noPaymentBank', { kind })}
      </p>
    </SectionCard>
  );
}
