import type { ReactNode } from 'react';
import { Instant } from '@/components/transactions/instant';
import { Alert } from '@/components/ui/alert';
import type { LedgerCounts } from '@/lib/feeds/ledger';
import { formatCount } from '@/lib/format';
import type { JobRun } from '@/lib/jobs/run';
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
  return (
    <div className="space-y-3">
      <Problem last={last} />
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 rounded-xl border border-line bg-surface px-4 py-3 shadow-xs">
        <dl className="grid grid-cols-2 gap-x-8 gap-y-3 lg:flex lg:flex-wrap">
          <Figure label="Last check">
            {last ? <Instant at={last.endedAt ?? last.startedAt} zone={zone} /> : 'Never'}
            {last && last.endedAt === null && <span className="text-ink-2"> under way</span>}
          </Figure>
          <Figure label="Next check">
            <Instant at={nextAt} zone={zone} />
          </Figure>
          <Figure label="Listed as undelivered">
            {last?.counts.compared === undefined ? 'not known' : formatCount(last.counts.compared)}
          </Figure>
          <Figure label="Of these not in our store">
            {formatCount(counts.found + counts.failed)}
            {counts.foreign > 0 && (
              <span className="text-ink-2"> and {formatCount(counts.foreign)} of other accounts</span>
            )}
          </Figure>
          <Figure label="In our store, not confirmed">{formatCount(counts.applied)}</Figure>
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
  if (!last || last.outcome === 'done' || last.outcome === null) return null;
  if (last.outcome === 'not_set_up') {
    return (
      <Alert tone="caution" title="Nobody asks BRLA">
        {last.summary} Until then this list says nothing.
      </Alert>
    );
  }
  const titles = {
    partial: 'Not everything could be compared',
    failed: 'The last check failed',
    interrupted: 'The last check was interrupted',
  };
  return (
    <Alert tone={last.outcome === 'partial' ? 'caution' : 'negative'} title={titles[last.outcome]}>
      {last.summary}
    </Alert>
  );
}
