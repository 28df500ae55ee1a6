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
import type { Tone } from '@/components/ui/tone';
import { formatCount } from '@/lib/format';
import type { RiskSum } from '@/lib/home';
import type { Environment } from '@/lib/providers/catalogue';
import { AT_RISK, type RiskGroup } from '@/lib/transactions/at-risk';
import { NO_FILTERS, writeListQuery } from '@/lib/transactions/filters';
import { type CardSum, RiskCard } from './risk-card';

const GROUPS = {
  failed: { title: 'Failed, not returned', icon: CircleX, tone: 'negative', explanation: 'The money is not back yet.' },
  in_flight: { title: 'In flight', icon: Hourglass, tone: 'progress', explanation: 'Neither completed nor failed.' },
  blocked: { title: 'Blocked by limit', icon: Ban, tone: 'caution', explanation: 'Held by the provider.' },
  reversed: { title: 'Reversed', icon: RotateCcw, tone: 'negative', explanation: 'Came back after success.' },
} as const satisfies Record<RiskGroup, { title: string; icon: LucideIcon; tone: Tone; explanation: string }>;

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
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {(Object.keys(GROUPS) as RiskGroup[]).map((group) => {
        const own = sums.filter((sum) => sum.group === group);
        const filters = { ...NO_FILTERS, status: AT_RISK[group], environment: [environment] };
        return (
          <RiskCard
            key={group}
            {...GROUPS[group]}
            href={`/transactions?${writeListQuery({ filters })}`}
            count={own.reduce((total, { count }) => total + count, 0)}
            noun={['transaction', 'transactions']}
            sums={own}
          />
        );
      })}
      <RiskCard
        href={refunds.href}
        title="Stuck or late refunds"
        icon={AlarmClock}
        tone="negative"
        count={refunds.sums.reduce((total, { count }) => total + count, 0)}
        noun={['refund', 'refunds']}
        explanation="Longer on the way back than is usual."
        sums={refunds.sums}
      />
      <RiskCard
        href={exceptions.href}
        title="Open exceptions"
        icon={Scale}
        tone="caution"
        count={exceptions.sums.reduce((total, { count }) => total + count, 0)}
        noun={['exception', 'exceptions']}
        explanation="Bank and provider do not agree."
        sums={exceptions.sums}
      />
      <RiskCard
        href={
          lost.undelivered > 0 || lost.acknowledged === 0 ? '/webhooks/unacknowledged' : '/webhooks/acknowledgements'
        }
        title="Never reached us"
        icon={MailX}
        tone="negative"
        count={lost.undelivered + lost.acknowledged}
        noun={['message', 'messages']}
        explanation={`${formatCount(lost.undelivered)} that BRLA could not deliver, ${formatCount(lost.acknowledged)} answered in front of us.`}
      />
      <RiskCard
        href="/webhooks?result=unrecognised"
        title="Unrecognised"
        icon={CircleQuestionMark}
        tone="caution"
        count={unrecognised}
        noun={['delivery', 'deliveries']}
        explanation="Stored whole; we could not read what they mean yet."
      />
    </div>
  );
}
