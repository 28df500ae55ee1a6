import { ENVIRONMENT_LABELS } from '@/components/layout/environment-badges';
import { MoneyText } from '@/components/transactions/money-text';
import { formatCount } from '@/lib/format';
import type { Environment } from '@/lib/providers/catalogue';
import type { Stranded } from '@/lib/refunds/board';

type Props = { readonly stranded: readonly Stranded[]; readonly environment: Environment };

/** What has not come back yet, whatever the filter: one exact sum per currency, and how many are late or stuck. */
export function StrandedLine({ stranded, environment }: Props) {
  if (stranded.length === 0) return `${ENVIRONMENT_LABELS[environment]}: nothing is on its way back`;
  return (
    <>
      {ENVIRONMENT_LABELS[environment]}, not back yet:{' '}
      {stranded.map(({ currency, count, sum, lateCount, stuckCount }, at) => (
        <span key={currency}>
          {at > 0 && ' · '}
          {sum === null ? (
            <span className="italic">no amount told</span>
          ) : (
            <MoneyText money={{ amount: sum, currency }} />
          )}{' '}
          in {formatCount(count)}
          {lateCount + stuckCount > 0 && ` (${troubled(lateCount, stuckCount)})`}
        </span>
      ))}
    </>
  );
}

function troubled(late: number, stuck: number): string {
  return [late > 0 && `${formatCount(late)} late`, stuck > 0 && `${formatCount(stuck)} stuck`]
    .filter(Boolean)
    .join(', ');
}
