import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Says } from '@/components/language/says';
import { Day } from '@/components/statements/day';
import { KindLabel } from '@/components/transactions/kind-label';
import { MoneyText } from '@/components/transactions/money-text';
import { Badge } from '@/components/ui/badge';
import { SectionCard } from '@/components/ui/card';
import { CriteriaStrip } from '@/components/workbench/criteria-strip';
import { STRENGTH_TONES } from '@/components/workbench/criteria-words';
import type { Said } from '@/lib/language/said';
import type { LegCandidate, LineCandidate, Strength } from '@/lib/reconciliation/view';
import { type DeedAction, DeedForm } from './deed-form';
import { Direction } from './direction';
import { legHref, lineHref } from './rail-links';
import { StateBadge } from './state-badge';

type Props = {
  readonly candidates: readonly (LegCandidate | LineCandidate)[];
  /** Why it is not matched, where nothing is near. */
  readonly whyNot: readonly Said[];
  /** What a candidate is. */
  readonly noun: 'line' | 'payment';
  /** The other end of every pair: the number of the line, or the id of the leg. */
  readonly of: string;
  /** Takes back that a line and a payment do not belong together. */
  readonly reconsider: DeedAction;
};

/** Why something is not matched: the nearest on the other side, and what each of them failed. */
export function WhyNotCard({ candidates, whyNot, noun, of, reconsider }: Props) {
  const t = useTranslations('reconciliation');
  const nearest = noun === 'line' ? t('whyNot.nearestLines') : t('whyNot.nearestPayments');
  return (
    <SectionCard
      title={t('whyNot.title')}
      description={candidates.length > 0 ? nearest : undefined}
      bodyClassName="py-1"
    >
      {whyNot.length > 0 && (
        <ul className="space-y-1 py-2 text-body">
          {whyNot.map((sentence) => (
            <li key={sentence.key}>
              <Says said={sentence} />
            </li>
          ))}
        </ul>
      )}
      {candidates.length === 0 && whyNot.length === 0 && (
        <p className="py-2 text-body text-ink-2">{t('whyNot.nothing')}</p>
      )}
      <ol className="divide-y divide-line">
        {candidates.map((candidate) => (
          <li key={'leg' in candidate ? candidate.leg.id : candidate.line.seq} className="space-y-1.5 py-3">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              {'leg' in candidate ? <LegHead {...candidate} /> : <LineHead {...candidate} />}
            </div>
            <CriteriaStrip criteria={candidate.criteria} />
            <Reasons candidate={candidate} />
            {candidate.isRefused && (
              <DeedForm action={reconsider} about={pairOf(candidate, of)}>
                {t('whyNot.again')}
              </DeedForm>
            )}
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}

function pairOf(candidate: LegCandidate | LineCandidate, of: string): { line: string; leg: string } {
  return 'leg' in candidate ? { line: of, leg: candidate.leg.id } : { line: candidate.line.seq, leg: of };
}

function Reasons({ candidate: { whyNot, isRefused } }: { readonly candidate: LegCandidate | LineCandidate }) {
  const t = useTranslations('reconciliation');
  return (
    <ul className="space-y-0.5 text-xs text-ink-2">
      {whyNot.map((sentence) => (
        <li key={sentence.key}>
          <Says said={sentence} />
        </li>
      ))}
      {isRefused && <li>{t('whyNot.refused')}</li>}
    </ul>
  );
}

function LegHead({ leg, strength }: LegCandidate) {
  return (
    <>
      <span className="flex flex-wrap items-center gap-2 text-body">
        <CandidateLink href={legHref(leg.id)}>
          <KindLabel provider={leg.provider} kind={leg.kind} />
        </CandidateLink>
        <Day day={leg.localDay} />
        <Direction direction={leg.direction} />
        <StateBadge state={leg.state} expectation={leg.expectation} />
        <StrengthWord strength={strength} />
      </span>
      <MoneyText money={leg.money} className="font-medium" />
    </>
  );
}

function LineHead({ line, strength }: LineCandidate) {
  return (
    <>
      <span className="flex flex-wrap items-center gap-2 text-body">
        <CandidateLink href={lineHref(line.seq)}>{line.accountName}</CandidateLink>
        <Day day={line.bookedOn} />
        <span className="text-xs text-ink-2">{line.place}</span>
        <StrengthWord strength={strength} />
      </span>
      <MoneyText money={{ amount: line.amount, currency: line.currency }} className="font-medium" />
    </>
  );
}

function CandidateLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="rounded-sm underline decoration-line-strong underline-offset-3">
      {children}
    </Link>
  );
}

function StrengthWord({ strength }: { readonly strength: Strength | null }) {
  const bench = useTranslations('workbench');
  if (strength === null) return null;
  return (
    <Badge tone={STRENGTH_TONES[strength]} title={bench(`strength.${strength}.means`)}>
      {bench(`strength.${strength}.words`)}
    </Badge>
  );
}
