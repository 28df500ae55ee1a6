import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Day } from '@/components/statements/day';
import { MoneyText } from '@/components/transactions/money-text';
import { SectionCard } from '@/components/ui/card';
import type { LegRow, MatchView } from '@/lib/reconciliation/view';
import { Direction } from './direction';
import { legHref, lineHref } from './rail-links';
import { ReasonChip } from './reason-chip';
import { StateBadge } from './state-badge';
import { SumProof } from './sum-proof';

type Props = { readonly legs: readonly LegRow[]; readonly matches: readonly MatchView[] };

/** What of a payment a bank or a chain could see, where that stands, and the line that shows it. */
export function ReconciliationCard({ legs, matches }: Props) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  if (legs.length === 0) return null;
  return (
    <SectionCard title={t('title')} bodyClassName="py-1">
      <ul className="divide-y divide-line">
        {legs.map((leg) => (
          <li key={leg.id} className="space-y-1.5 py-3">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Link
                href={legHref(leg.id)}
                className="inline-flex items-center gap-2 rounded-sm text-body underline decoration-line-strong underline-offset-3"
              >
                {words(`rail.${leg.rail}`)} <Direction direction={leg.direction} />
              </Link>
              <StateBadge state={leg.state} expectation={leg.expectation} />
            </div>
            <MoneyText money={leg.money} className="block text-body" />
            {leg.reasons.map((reason) => (
              <ReasonChip key={reason} reason={reason} />
            ))}
          </li>
        ))}
      </ul>
      {matches.map((match) => (
        <div key={match.id} className="space-y-2 border-t border-line py-3">
          {match.lines.map((line) => (
            <p key={line.seq} className="text-body">
              <Link
                href={lineHref(line.seq)}
                className="rounded-sm underline decoration-line-strong underline-offset-3"
              >
                {line.accountName}, <Day day={line.bookedOn} />
              </Link>
            </p>
          ))}
          <SumProof match={match} />
        </div>
      ))}
    </SectionCard>
  );
}
