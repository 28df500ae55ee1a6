import { useTranslations } from 'next-intl';
import { MoneyText } from '@/components/transactions/money-text';
import { Button } from '@/components/ui/button';
import type { Translator } from '@/lib/language/catalogue';
import { SET_LIMITS } from '@/lib/reconciliation/exact-sets';
import type { LegRow } from '@/lib/reconciliation/view';
import type { BenchSets } from '@/lib/reconciliation/workbench-view';

type Props = { readonly sets: BenchSets; readonly choose: (legs: readonly LegRow[]) => void };

/** Payments that come to the selected lines together, the fewest first, and how far they were looked for. */
export function SetList({ sets: found, choose }: Props) {
  const t = useTranslations('workbench');
  const { sets } = found;
  return (
    <section aria-labelledby="exact-sets" className="border-b border-line px-4 py-3">
      <h3 id="exact-sets" className="text-xs font-semibold text-ink">
        {sets.length > 0 ? t('sets.some') : t('sets.none')}
      </h3>
      <ul className="mt-1.5 space-y-1.5">
        {sets.map((legs) => (
          <li
            key={legs.map(({ id }) => id).join(' ')}
            className="flex items-center justify-between gap-3 rounded-lg border border-line px-3 py-2"
          >
            <span className="min-w-0 text-xs">
              <span className="font-medium">{t('payments', { count: legs.length })}</span>
              <span className="flex flex-wrap gap-x-2 text-ink-2">
                {legs.map((leg) => (
                  <MoneyText key={leg.id} money={leg.money} />
                ))}
              </span>
            </span>
            <Button size="small" onClick={() => choose(legs)}>
              {t('sets.select', { count: legs.length })}
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-xs text-ink-2">{limitText(found, t)}</p>
    </section>
  );
}

function limitText({ lookedAt: looked, leftOut: left, stoppedBy }: BenchSets, t: Translator<'workbench'>): string {
  const among = left > 0 ? t('sets.amongOf', { looked, left }) : t('sets.among', { looked });
  if (stoppedBy === 'steps') return t('sets.steps', { among, most: SET_LIMITS.steps });
  if (stoppedBy === 'sets') return t('sets.stopped', { among, most: SET_LIMITS.sets });
  return t('sets.all', { among });
}
