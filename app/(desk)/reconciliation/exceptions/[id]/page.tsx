import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { WaitingNotice } from '@/components/approvals/waiting-notice';
import { DifferenceCard } from '@/components/exceptions/difference-card';
import { AgeBar, ExceptionStateBadge, SeverityBadge } from '@/components/exceptions/exception-badges';
import { ExceptionKeys } from '@/components/exceptions/exception-keys';
import { EXCEPTIONS, exceptionHref, reasonHref } from '@/components/exceptions/exception-links';
import { exceptionMessage } from '@/components/exceptions/exception-message';
import { valuesText } from '@/components/exceptions/exception-words';
import { ResolveCard } from '@/components/exceptions/resolve-card';
import { ExceptionTimeline } from '@/components/exceptions/timeline-card';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { CorrectionsCard } from '@/components/reconciliation/corrections-card';
import { LegCard } from '@/components/reconciliation/leg-card';
import { LineCard } from '@/components/reconciliation/line-card';
import { WhyNotCard } from '@/components/reconciliation/why-not-card';
import { MoneyText } from '@/components/transactions/money-text';
import { SectionCard } from '@/components/ui/card';
import { CopyTextButton } from '@/components/ui/copy-button';
import { type Sight, sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { openAbout } from '@/lib/approvals/proposal.store';
import { displayReader } from '@/lib/reader';
import { NOTHING_BESIDE } from '@/lib/reconciliation/beside';
import { readLegDetail, readLineDetail } from '@/lib/reconciliation/detail.store';
import { readException } from '@/lib/reconciliation/exception-view.store';
import { nextInQueue } from '@/lib/reconciliation/exception-work.store';
import { correctionsOf } from '@/lib/reconciliation/line-correction.store';
import type { ExceptionDetail } from '@/lib/reconciliation/view';
import { assignableUsers } from '@/lib/remarks/store';
import { correctLine, reconsider, undoCorrection } from '../../actions';
import { assignException, noteException, reopen, resolveException } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exceptions');
  return { title: t('one') };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** One exception: what differs, both sides, why no rule took them, and every way to close it. */
export default async function ExceptionPage({ params }: Props) {
  const viewer = await requireRight('browse');
  const { id } = await params;
  const now = new Date();
  const detail = await readException(sightOf(viewer), id, now);
  if (!detail) notFound();
  const { exception, line, leg } = detail;
  const [reader, users, next, corrections, waiting] = await Promise.all([
    displayReader(),
    assignableUsers(),
    nextInQueue(id),
    line ? correctionsOf(sightOf(viewer), line.seq) : [],
    openAbout({ lines: [], legs: [], exceptions: [id] }),
  ]);
  const people = users.map(({ email }) => email);
  const { zone } = reader;
  const t = await getTranslations('exceptions');
  const message = exceptionMessage({ exception, line, leg }, reader);
  return (
    <Messages rooms={['exceptions', 'reasons', 'remarks', 'legs', 'payment', 'keys']}>
      <PageHeader
        title={reader.t(`reasons.reason.${exception.reason}.label`)}
        description={valuesText(exception, reader)}
        back={{ href: EXCEPTIONS, label: t('title') }}
        actions={
          <ExceptionKeys
            key={id}
            id={id}
            viewer={viewer.email}
            isMine={exception.owner === viewer.email}
            isResolved={exception.state === 'resolved'}
            nextHref={next && exceptionHref(next)}
            assign={assignException}
          />
        }
      />
      <Facts detail={detail} />
      <WaitingNotice proposals={waiting} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-4">
          <DifferenceCard detail={detail} />
          <div className="grid items-start gap-4 lg:grid-cols-2">
            {line && <LineCard line={line} zone={zone} />}
            {leg && <LegCard leg={leg} beside={NOTHING_BESIDE} zone={zone} />}
            {!(line && leg) && <NoOtherSide detail={detail} />}
          </div>
          {line && corrections.length > 0 && (
            <CorrectionsCard
              corrections={corrections}
              zone={zone}
              undo={line.matchId === null ? undoCorrection : null}
            />
          )}
          <Candidates detail={detail} now={now} sight={sightOf(viewer)} />
          <SectionCard
            title={t('page.message')}
            actions={<CopyTextButton value={message} label={t('page.messageCopy')} />}
            bodyClassName="p-0"
          >
            <pre className="p-4 font-mono text-xs leading-5 [overflow-wrap:anywhere] whitespace-pre-wrap">
              {message}
            </pre>
          </SectionCard>
        </div>
        <div className="min-w-0 space-y-4">
          <ResolveCard
            key={`${id} ${exception.state}`}
            exception={exception}
            zone={zone}
            line={line}
            resolve={resolveException}
            correct={correctLine}
            reopen={reopen}
          />
          <ExceptionTimeline
            detail={detail}
            people={people}
            zone={zone}
            assign={assignException}
            addNote={noteException}
          />
        </div>
      </div>
    </Messages>
  );
}

function Facts({ detail: { exception } }: { readonly detail: ExceptionDetail }) {
  const t = useTranslations('exceptions');
  const { amount, currency, reason } = exception;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2">
      <SeverityBadge exception={exception} />
      <ExceptionStateBadge exception={exception} />
      <span className="text-body">
        {t.rich('page.stake', {
          small: (chunks) => <span className="text-xs text-ink-2">{chunks}</span>,
          money: () => <MoneyText money={amount === null ? null : { amount, currency }} className="font-medium" />,
        })}
      </span>
      <AgeBar exception={exception} />
      <Link href={reasonHref(reason)} className="text-body text-accent hover:underline">
        {t('page.whatItMeans')}
      </Link>
    </div>
  );
}

function NoOtherSide({ detail: { line, leg } }: { readonly detail: ExceptionDetail }) {
  const t = useTranslations('exceptions');
  const missing = line ? t('page.providerSide') : leg ? t('page.bankSide') : t('page.bothSides');
  return (
    <SectionCard title={missing}>
      <p className="text-body text-ink-2">{line || leg ? t('page.noneThere') : t('page.goneBoth')}</p>
    </SectionCard>
  );
}

/** The nearest on the other side, and what each of them failed; nothing once both sides are matched. */
type CandidatesProps = { readonly detail: ExceptionDetail; readonly now: Date; readonly sight: Sight };

async function Candidates({ detail: { exception }, now, sight }: CandidatesProps) {
  const { lineSeq, legId } = exception;
  if (lineSeq !== null) {
    const line = await readLineDetail(sight, lineSeq, now);
    if (!line || line.match) return null;
    const { candidates, whyNot } = line;
    if (line.line.kind !== 'payment') return null;
    return <WhyNotCard candidates={candidates} whyNot={whyNot} noun="payment" of={lineSeq} reconsider={reconsider} />;
  }
  const leg = legId === null ? null : await readLegDetail(sight, legId, now);
  if (!leg || leg.matches.length > 0) return null;
  return (
    <WhyNotCard candidates={leg.candidates} whyNot={leg.whyNot} noun="line" of={leg.leg.id} reconsider={reconsider} />
  );
}
