import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { LegRow } from '@/lib/reconciliation/view';
import type { BenchCandidate } from '@/lib/reconciliation/workbench-view';
import type { TimeZone } from '@/lib/time-zones';
import { CriteriaStrip } from './criteria-strip';
import { LegCard } from './leg-card';
import { StrengthBadge } from './strength-badge';

type Props = {
  readonly candidates: readonly BenchCandidate[];
  readonly zone: TimeZone;
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (leg: LegRow) => void;
  readonly dismiss: (candidate: BenchCandidate) => void;
  readonly isBusy: boolean;
};

/** The payments nearest to the selected lines, the nearest first. */
export function CandidateList({ candidates, zone, chosen, toggle, dismiss, isBusy }: Props) {
  const t = useTranslations('workbench');
  return (
    <ul aria-label={t('candidates')}>
      {candidates.map((candidate) => (
        <LegCard
          key={candidate.leg.id}
          leg={candidate.leg}
          zone={zone}
          criteria={candidate.criteria}
          isChosen={chosen.has(candidate.leg.id)}
          toggle={toggle}
        >
          <CriteriaStrip criteria={candidate.criteria} />
          <div className="flex flex-wrap items-center justify-between gap-2">
            <StrengthBadge strength={candidate.strength} rivals={candidate.rivals} />
            <Button look="ghost" size="small" disabled={isBusy} onClick={() => dismiss(candidate)}>
              {t('notBelong')}
            </Button>
          </div>
        </LegCard>
      ))}
    </ul>
  );
}
