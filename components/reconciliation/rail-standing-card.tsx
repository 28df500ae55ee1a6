import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { SectionCard } from '@/components/ui/card';
import { formatCount } from '@/lib/format';
import type { Rail } from '@/lib/reconciliation/leg';
import type { RailStanding } from '@/lib/reconciliation/overview';
import type { SideTotal } from '@/lib/reconciliation/view';
import { TotalText } from './side-totals';
import { StateBadge } from './state-badge';

type Props = {
  readonly rail: Rail;
  /** `summing`: not told yet; `too long`: the database’s own limit ended it. */
  readonly standing: RailStanding | 'summing' | 'too long';
};

/** Where the legs of one rail stand: each state with its count and exact sums, and the way to them. */
export function RailStandingCard({ rail, standing }: Props) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const path = `/reconciliation/rails/${rail}`;
  return (
    <SectionCard
      title={
        <Link href={path} className="rounded-sm hover:underline">
          {words(`rail.${rail}`)}
        </Link>
      }
      bodyClassName="p-0"
    >
      {standing === 'summing' || standing === 'too long' ? (
        <p className="px-4 py-4 text-body text-ink-2">
          {standing === 'summing' ? t('standing.summing') : t('standing.tooLong')}
        </p>
      ) : (
        <States rail={rail} path={path} told={standing.states.filter(({ count }) => count > 0)} />
      )}
    </SectionCard>
  );
}

type StatesProps = { readonly rail: Rail; readonly path: string; readonly told: RailStanding['states'] };

function States({ rail, path, told }: StatesProps) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const legs = useTranslations('legs');
  const region = useRegion();
  if (told.length === 0) return <p className="px-4 py-4 text-body text-ink-2">{t('standing.none')}</p>;
  return (
    <ul className="divide-y divide-line">
      {told.map(({ state, count, totals }) => (
        <li
          key={state}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1.5 px-4 py-2.5 sm:grid-cols-[7rem_3rem_minmax(0,1fr)]"
        >
          <Link
            href={`${path}?state=${state}`}
            aria-label={t('standing.state', { rail: words(`rail.${rail}`), state: legs(`state.${state}`), count })}
            className="w-fit rounded-md"
          >
            <StateBadge state={state} />
          </Link>
          <span className="text-right text-body font-medium tabular-nums">{formatCount(count, region)}</span>
          <Sums totals={totals} />
        </li>
      ))}
    </ul>
  );
}

/** One line per currency: what came in, what went out. */
function Sums({ totals }: { readonly totals: readonly SideTotal[] }) {
  return (
    <ul className="space-y-0.5 text-body max-sm:col-span-2 sm:text-right">
      {[...new Set(totals.map(({ currency }) => currency))].map((currency) => (
        <li key={currency} className="flex flex-wrap gap-x-5 sm:justify-end">
          {(['in', 'out'] as const).map((direction) => (
            <SideSum
              key={direction}
              total={totals.find((total) => total.currency === currency && total.direction === direction)}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}

function SideSum({ total }: { readonly total: SideTotal | undefined }) {
  const words = useTranslations('words');
  if (!total) return null;
  return (
    <span>
      <span className="mr-1.5 text-xs text-ink-2">{words(`direction.${total.direction}`)}</span>
      <TotalText total={total} />
    </span>
  );
}
