import { CircleCheck, CircleDotDashed, CircleMinus, Clock, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { LegExpectation } from '@/lib/reconciliation/leg';
import { RECONCILED, type Reconciled } from '@/lib/reconciliation/match';

/** Each state has its own icon and word; the tone only groups them. */
export const STATE_LOOKS = {
  matched: { icon: CircleCheck, tone: 'positive' },
  expected: { icon: CircleDotDashed, tone: 'progress' },
  late: { icon: Clock, tone: 'caution' },
  exception: { icon: TriangleAlert, tone: 'negative' },
  not_needed: { icon: CircleMinus, tone: 'neutral' },
} as const satisfies Record<Reconciled, { icon: LucideIcon; tone: Tone }>;

export const STATES = RECONCILED;

/** Where a leg stands against the bank; the title says whether a line is expected at all. */
export function StateBadge({
  state,
  expectation,
}: {
  readonly state: Reconciled;
  readonly expectation?: LegExpectation;
}) {
  const t = useTranslations('legs');
  const { icon, tone } = STATE_LOOKS[state];
  return (
    <Badge icon={icon} tone={tone} title={expectation && t(`expectation.${expectation}`)}>
      {t(`state.${state}`)}
    </Badge>
  );
}
