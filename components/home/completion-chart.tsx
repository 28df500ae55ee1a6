import { BarList } from '@/components/charts/bar-list';
import { ChartEmpty } from '@/components/charts/chart-states';
import { KindLabel } from '@/components/transactions/kind-label';
import { SectionCard } from '@/components/ui/card';
import { formatCount, formatLag } from '@/lib/format';
import { CHART_DAYS, type ChartPeriod, type Completion, logLengthOf, MOST_MEASURED } from '@/lib/home-charts';
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
  const longest = Math.max(0, ...completions.map(({ mostly }) => mostly));
  return (
    <SectionCard
      title="Time to completion"
      description={`Last ${CHART_DAYS} days, of each kind the latest ${formatCount(MOST_MEASURED)} that completed; bars on a logarithmic scale`}
    >
      {completions.length === 0 ? (
        <ChartEmpty>{`Nothing completed in the last ${CHART_DAYS} days of which the beginning was told too.`}</ChartEmpty>
      ) : (
        <>
          <Legend />
          <BarList
            label="Time to completion by kind"
            rows={completions.map(({ provider, kind, measured, half, mostly }) => ({
              key: kind,
              href: periodHref(period, environment, { kind: [kind], status: ['completed'] }),
              label: (
                <>
                  <KindLabel provider={provider} kind={kind} />{' '}
                  <span className="text-xs text-ink-2">{formatCount(measured)} measured</span>
                </>
              ),
              value: `half in ${took(half)}, 95 % in ${took(mostly)}`,
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
function took(seconds: number): string {
  if (seconds < 60 || seconds >= 600) return formatLag(seconds * 1000);
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

function Legend() {
  return (
    <p aria-hidden className="mb-2 flex flex-wrap gap-x-4 text-xs text-ink-2">
      {[
        { fill: HALF, text: 'half are done in' },
        { fill: MOSTLY, text: '95 % are done in' },
      ].map(({ fill, text }) => (
        <span key={fill} className="inline-flex items-center gap-1.5">
          <span className={`h-2 w-4 rounded-xs ${fill}`} /> {text}
        </span>
      ))}
    </p>
  );
}
