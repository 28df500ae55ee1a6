import { MoneyText } from '@/components/transactions/money-text';
import { Button } from '@/components/ui/button';
import { formatCount } from '@/lib/format';
import { SET_LIMITS } from '@/lib/reconciliation/exact-sets';
import type { LegRow } from '@/lib/reconciliation/view';
import type { BenchSets } from '@/lib/reconciliation/workbench-view';

type Props = { readonly sets: BenchSets; readonly choose: (legs: readonly LegRow[]) => void };

/** Payments that come to the selected lines together, the fewest first, and how far they were looked for. */
export function SetList({ sets: { sets, lookedAt, leftOut, stoppedBy }, choose }: Props) {
  return (
    <section aria-labelledby="exact-sets" className="border-b border-line px-4 py-3">
      <h3 id="exact-sets" className="text-xs font-semibold text-ink">
        {sets.length > 0 ? 'Together they come to the amount' : 'No payments come to the amount together'}
      </h3>
      <ul className="mt-1.5 space-y-1.5">
        {sets.map((legs) => (
          <li
            key={legs.map(({ id }) => id).join(' ')}
            className="flex items-center justify-between gap-3 rounded-lg border border-line px-3 py-2"
          >
            <span className="min-w-0 text-xs">
              <span className="font-medium">
                {legs.length} {legs.length === 1 ? 'payment' : 'payments'}
              </span>
              <span className="flex flex-wrap gap-x-2 text-ink-2">
                {legs.map((leg) => (
                  <MoneyText key={leg.id} money={leg.money} />
                ))}
              </span>
            </span>
            <Button size="small" onClick={() => choose(legs)}>
              Select {legs.length === 1 ? 'it' : `these ${legs.length}`}
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-xs text-ink-2">{limitText(lookedAt, leftOut, stoppedBy)}</p>
    </section>
  );
}

function limitText(lookedAt: number, leftOut: number, stoppedBy: BenchSets['stoppedBy']): string {
  const among = `Looked for among the ${formatCount(lookedAt)} free payments nearest in day`;
  const rest = leftOut > 0 ? `; ${formatCount(leftOut)} further ones were not looked at` : '';
  if (stoppedBy === 'steps')
    return `${among}${rest}. The search stopped after ${formatCount(SET_LIMITS.steps)} steps, so there may be others.`;
  if (stoppedBy === 'sets') return `${among}${rest}. It stopped at ${SET_LIMITS.sets} sets, so there may be others.`;
  return `${among}${rest}. All of their sums were tried.`;
}
