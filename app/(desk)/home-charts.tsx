import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { type ReactNode, Suspense } from 'react';
import { ChartBoundary } from '@/components/charts/chart-boundary';
import { ChartSkeleton, ChartTookTooLong } from '@/components/charts/chart-states';
import { CompletionChart } from '@/components/home/completion-chart';
import { FlowCharts } from '@/components/home/flow-charts';
import { periodHref } from '@/components/home/period-href';
import type { ChartPeriod } from '@/lib/home-charts';
import { readCompletion, readFlow } from '@/lib/home-charts.store';
import type { Environment } from '@/lib/providers/catalogue';

type Props = { readonly period: ChartPeriod; readonly environment: Environment };
type FlowProps = Props & { readonly currency: string | null };

/** The charts come after what needs a person, each when it is counted; the page does not wait for them. */
export function HomeCharts({ currency, ...props }: FlowProps) {
  const t = useTranslations('home');
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <Apart title={t('flow.title')}>
        <Flow currency={currency} {...props} />
      </Apart>
      <Apart title={t('completion.title')}>
        <Completions {...props} />
      </Apart>
    </div>
  );
}

function Apart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <ChartBoundary title={title}>
      <Suspense fallback={<ChartSkeleton title={title} />}>{children}</Suspense>
    </ChartBoundary>
  );
}

async function Flow({ period, environment, currency }: FlowProps) {
  const rows = await readFlow(environment, period);
  if (rows === 'too long') {
    const t = await getTranslations('home');
    return <ChartTookTooLong title={t('flow.title')} href={periodHref(period, environment, {})} />;
  }
  return <FlowCharts rows={rows} period={period} environment={environment} currency={currency} />;
}

async function Completions({ period, environment }: Props) {
  const completions = await readCompletion(environment, period);
  if (completions === 'too long') {
    const completed = periodHref(period, environment, { status: ['completed'] });
    const t = await getTranslations('home');
    return <ChartTookTooLong title={t('completion.title')} href={completed} />;
  }
  return <CompletionChart completions={completions} period={period} environment={environment} />;
}
