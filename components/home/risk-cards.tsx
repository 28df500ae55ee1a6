import {
  AlarmClock,
  Ban,
  CircleQuestionMark,
  CircleX,
  Hourglass,
  type LucideIcon,
  MailX,
  RotateCcw,
  Scale,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Tone } from '@/components/ui/tone';
import type { RiskSum } from '@/lib/home';
import type { Environment } from '@/lib/providers/catalogue';
import { AT_RISK, type RiskGroup } from '@/lib/transactions/at-risk';
import { NO_FILTERS, writeListQuery } from '@/lib/transactions/filters';
import { type CardSum, RiskCard } from './risk-card';

const GROUPS = {
  failed: { icon: CircleX, tone: 'negative' },
  in_flight: { icon: Hourglass, tone: 'progress' },
  blocked: { icon: Ban, tone: 'caution' },
  reversed: { icon: RotateCcw, tone: 'negative' },
} as const satisfies Record<RiskGroup, { icon: LucideIcon; tone: Tone }>;

type Props = {
  readonly sums: readonly RiskSum[];
  /** What is stuck or late on its way back, and the list of it. */
  readonly refunds: { readonly sums: readonly CardSum[]; readonly href: string };
  /** What bank and providers do not agree on, and the list of it. */
  readonly exceptions: { readonly sums: readonly CardSum[]; readonly href: string };
  /** Messages that never reached us: listed by BRLA as undelivered, and answered in front of us. */
  readonly lost: { readonly undelivered: number; readonly acknowledged: number };
  readonly unrecognised: number;
  readonly environment: Environment;
};

/** What needs a person, each card with the list behind it: the counts come from the same states as the list. */
export function RiskCards({ sums, refunds, exceptions, lost, unrecognised, environment }: Props) {
  const t = useTranslations('home');
  const refundCount = countOf(refunds.sums);
  const exceptionCount = countOf(exceptions.sums);
  const lostCount = lost.undelivered + lost.acknowledged;
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {(Object.keys(GROUPS) as RiskGroup[]).map((group) => {
        const own = sums.filter((sum) => sum.group === group);
        const count = countOf(own);
        const filters = { ...NO_FILTERS, status: AT_RISK[group], environment: [environment] };
        return (
          <RiskCard
            key={group}
            {...GROUPS[group]}
            title={t(`risk.group.${group}`)}
            explanation={t(`risk.about.${group}`)}
            href={`/transactions?${writeListQuery({ filters })}`}
            count={count}
            noun={t('risk.transactions', { count })}
            sums={own}
          />
        );
      })}
      <RiskCard
        href={refunds.href}
        title={t('risk.refunds')}
        icon={AlarmClock}
        tone="negative"
        count={refundCount}
        noun={t('risk.refundCount', { count: refundCount })}
        explanation={t('risk.refundsAbout')}
        sums={refunds.sums}
      />
      <RiskCard
        href={exceptions.href}
        title={t('risk.exceptions')}
        icon={Scale}
        tone="caution"
        count={exceptionCount}
        noun={t('risk.exceptionCount', { count: exceptionCount })}
        explanation={t('risk.exceptionsAbout')}
        sums={exceptions.sums}
      />
      <RiskCard
        href={
          lost.undelivered > 0 || lost.acknowledged === 0 ? '/webhooks/unacknowledged' : '/webhooks/acknowledgements'
        }
        title={t('risk.lost')}
        icon={MailX}
        tone="negative"
        count={lostCount}
        noun={t('risk.messages', { count: lostCount })}
        explanation={t('risk.lostAbout', lost)}
      />
      <RiskCard
        href="/webhooks?result=unrecognised"
        title={t('risk.unrecognised')}
        icon={CircleQuestionMark}
        tone="caution"
        count={unrecognised}
        noun={t('risk.deliveries', { count: unrecognised })}
        explanation={t('risk.unrecognisedAbout')}
      />
    </div>
  );
}

function countOf(sums: readonly { readonly count: number }[]): number {
  return sums.reduce((total, { count }) => total + count, 0);
}
