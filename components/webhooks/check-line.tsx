import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useReader, useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { Alert } from '@/components/ui/alert';
import type { LedgerCounts } from '@/lib/feeds/ledger';
import { formatCount } from '@/lib/format';
import type { JobRun } from '@/lib/jobs/run';
import { spokenKept } from '@/lib/language/said';
import type { TimeZone } from '@/lib/time-zones';

type Props = {
  readonly last: JobRun | null;
  readonly nextAt: Date;
  readonly counts: LedgerCounts;
  readonly zone: TimeZone;
  /** The button that asks again. */
  readonly children: ReactNode;
};

/** When the provider was last asked, what it said, and when it is asked again: an empty list means nothing without it. */
export function CheckLine({ last, nextAt, counts, zone, children }: Props) {
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  return (
    <div className="space-y-3">
      <Problem last={last} />
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 rounded-xl border border-line bg-surface px-4 py-3 shadow-xs">
        <dl className="grid grid-cols-2 gap-x-8 gap-y-3 lg:flex lg:flex-wrap">
          <Figure label={t('ledger.check.last')}>
            {last ? <Instant at={last.endedAt ?? last.startedAt} zone={zone} /> : t('ledger.check.never')}
            {last && last.endedAt === null && <span className="text-ink-2">{t('ledger.check.underWay')}</span>}
          </Figure>
          <Figure label={t('ledger.check.next')}>
            <Instant at={nextAt} zone={zone} />
          </Figure>
          <Figure label={t('ledger.check.listed')}>
            {last?.counts.compared === undefined ? t('notKnown') : formatCount(last.counts.compared, region)}
          </Figure>
          <Figure label={t('ledger.check.missing')}>
            {formatCount(counts.found + counts.failed, region)}
            {counts.foreign > 0 && (
              <span className="text-ink-2">{t('ledger.check.foreign', { count: counts.foreign })}</span>
            )}
          </Figure>
          <Figure label={t('ledger.check.unconfirmed')}>{formatCount(counts.applied, region)}</Figure>
        </dl>
        {children}
      </div>
    </div>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="text-body font-medium tabular-nums">{children}</dd>
    </div>
  );
}

function Problem({ last }: { readonly last: JobRun | null }) {
  const t = useTranslations('acknowledgements');
  const reader = useReader();
  if (!last || last.outcome === 'done' || last.outcome === null) return null;
  const summary = last.summary === null ? '' : spokenKept(last.summary, reader);
  if (last.outcome === 'not_set_up') {
    return (
      <Alert tone="caution" title={t('ledger.check.nobodyAsks')}>
        {t('ledger.check.nobodyAsksText', { summary })}
      </Alert>
    );
  }
  return (
    <Alert tone={last.outcome === 'partial' ? 'caution' : 'negative'} title={t(`ledger.check.${last.outcome}`)}>
      {summary}
    </Alert>
  );
}
