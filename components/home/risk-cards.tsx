import { Ban, CircleQuestionMark, CircleX, Hourglass, type LucideIcon, RotateCcw } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { RiskSum } from '@/lib/home';
import type { Environment } from '@/lib/providers/catalogue';
import { AT_RISK, type RiskGroup } from '@/lib/transactions/at-risk';
import { NO_FILTERS, writeListQuery } from '@/lib/transactions/filters';
import { RiskCard } from './risk-card';

const GROUPS = {
  failed: { title: 'Failed, not returned', icon: CircleX, tone: 'negative', explanation: 'The money is not back yet.' },
  in_flight: { title: 'In flight', icon: Hourglass, tone: 'progress', explanation: 'Neither completed nor failed.' },
  blocked: { title: 'Blocked by limit', icon: Ban, tone: 'caution', explanation: 'Held by the provider.' },
  reversed: { title: 'Reversed', icon: RotateCcw, tone: 'negative', explanation: 'Came back after success.' },
} as const satisfies Record<RiskGroup, { title: string; icon: LucideIcon; tone: Tone; explanation: string }>;

type Props = { readonly sums: readonly RiskSum[]; readonly unrecognised: number; readonly environment: Environment };

/** What needs a person, each card with the list behind it: the counts come from the same states as the list. */
export function RiskCards({ sums, unrecognised, environment }: Props) {
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-6 xl:grid-cols-[2fr_2fr_1.1fr_1fr_1fr] lg:max-xl:*:col-span-2 lg:max-xl:*:nth-[-n+2]:col-span-3">
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
