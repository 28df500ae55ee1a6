import { useTranslations } from 'next-intl';
import { BarList } from '@/components/charts/bar-list';
import { ChartEmpty } from '@/components/charts/chart-states';
import { useRegion } from '@/components/language/reader';
import { KindLabel } from '@/components/transactions/kind-label';
import { SectionCard } from '@/components/ui/card';
import { formatLag } from '@/lib/format';
import { CHART_DAYS, type ChartPeriod, type Completion, logLengthOf, MOST_MEASURED } from '@/lib/home-charts';
import type { Region } from '@/lib/language/region';
import type { Environment } from '@/lib/providers/catalogue';
import { periodHref } from './period-href';

type Props = {
  readonly completions: readonly Completion[];
  readonly period: ChartPeriod;
  readonly environment: Environment;
};

const HALF = 'bg-accent/80';
const MOSTLY = 'border border-accent bg-accent-soft';

/** How long each kind of payment takes from its beginning to its completion; each opens its completed transactions. */
export function CompletionChart({ completions, period, environment }: Props) {
  const t = useTranslations('home');
  const region = useRegion();
  const longest = Math.max(0, ...completions.map(({ mostly }) => mostly));
  return (
    <SectionCard
      title={t('completion.title')}
      description={t('completion.about', { days: CHART_DAYS, most: MOST_MEASURED })}
    >
      {completions.length === 0 ? (
        <ChartEmpty>{t('completion.nothing', { days: CHART_DAYS })}</ChartEmpty>
      ) : (
        <>
          <Legend />
          <BarList
            label={t('completion.byKind')}
            rows={completions.map(({ provider, kind, measured, half, mostly }) => ({
              key: kind,
              href: periodHref(period, environment, { kind: [kind], status: ['completed'] }),
              label: (
                <>
                  <KindLabel provider={provider} kind={kind} />{' '}
                  <span className="text-xs text-ink-2">{t('completion.measured', { count: measured })}</span>
                </>
              ),
              value: t('completion.took', { half: took(half, region), mostly: took(mostly, region) }),
              bars: [
                { length: logLengthOf(half, longest), className: HALF },
                { length: logLengthOf(mostly, longest), className: MOSTLY },
              ],
            }))}
          />
        </>
      )}
    </SectionCard>
  );
}

/** A few minutes with their seconds: two figures that differ must not read the same. */
function took(seconds: number, region: Region): string {
  if (seconds < 60 || seconds >= 600) return formatLag(seconds * 1000, region);
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

function Legend() {
  const t = useTranslations('home');
  return (
    <p aria-hidden className="mb-2 flex flex-wrap gap-x-4 text-xs text-ink-2">
      {[
        { fill: HALF, text: t('completion.half') },
        { fill: MOSTLY, text: t('completion.mostly') },
      ].map(({ fill, text }) => (
        <span key={fill} className="inline-flex items-center gap-1.5">
          <span className={`h-2 w-4 rounded-xs ${fill}`} /> {text}
        </span>
      ))}
    </p>
  );
}
