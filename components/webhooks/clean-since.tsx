import type { ReactNode } from 'react';
import { Instant } from '@/components/transactions/instant';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import type { AcknowledgementTotals } from '@/lib/events/acknowledgement';
import { type Cleanness, LONGEST_GAP_HOURS, type LogCoverage } from '@/lib/events/log-import';
import { formatCount, formatLag } from '@/lib/format';
import type { TimeZone } from '@/lib/time-zones';

type Props = {
  readonly totals: AcknowledgementTotals;
  readonly coverage: LogCoverage;
  readonly cleanness: Cleanness;
  readonly now: Date;
  readonly zone: TimeZone;
};

/** Since when no message is known to be lost, how far that was looked at, and how old the look is. Green only when all three are well. */
export function CleanSince({ totals, coverage, cleanness, now, zone }: Props) {
  const isChecked = cleanness.state === 'checked';
  const isGood = totals.open === 0 && isChecked && !cleanness.isStale;
  const earliest = coverage.stretches.at(-1)?.from ?? null;
  const latest = coverage.stretches[0]?.to ?? null;
  return (
    <Alert
      tone={totals.open > 0 ? 'negative' : isGood ? 'positive' : isChecked ? 'caution' : 'neutral'}
      title={
        <span className="text-base">
          {totals.open > 0 && `${formatCount(totals.open)} lost and not recovered · `}
          {isChecked ? (
            <>
              Clean since <Instant at={cleanness.since} zone={zone} />
            </>
          ) : (
            'Not checked yet'
          )}
        </span>
      }
      actions={
        <ButtonLink href="#import" size="small">
          Import a log
        </ButtonLink>
      }
    >
      <p>
        <Verdict cleanness={cleanness} coverage={coverage} now={now} />
      </p>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
        <Figure label="Open">{formatCount(totals.open)}</Figure>
        <Figure label="Recovered">{formatCount(totals.recovered)}</Figure>
        <Figure label="Covered by logs">
          {earliest && latest ? (
            <>
              <Instant at={earliest} zone={zone} /> to <Instant at={latest} zone={zone} />
              <Gaps count={coverage.stretches.length - 1} />
            </>
          ) : (
            'nothing'
          )}
        </Figure>
        <Figure label="Last import">
          {coverage.lastImportedAt ? <Instant at={coverage.lastImportedAt} zone={zone} /> : 'never'}
        </Figure>
      </dl>
    </Alert>
  );
}

function Verdict({ cleanness, coverage, now }: Pick<Props, 'cleanness' | 'coverage' | 'now'>) {
  if (cleanness.state === 'unchecked') {
    return coverage.imports === 0
      ? 'No log of the proxy in front of the desk was imported, so nobody can say what was answered there.'
      : 'None of the logs that were imported has a line about a webhook, so nobody can say what was answered in front of the desk.';
  }
  if (!cleanness.isStale)
    return 'Every webhook that the logs say was answered below 500 since then is in the store, or was recovered.';
  const importedAgo = coverage.lastImportedAt ? +now - +coverage.lastImportedAt : 0;
  const coveredAgo = +now - +cleanness.until;
  return coveredAgo > importedAgo
    ? `Nothing is known of the last ${formatLag(coveredAgo)}: the latest log ends there. Import a newer one.`
    : `The last import was ${formatLag(importedAgo)} ago. Import a newer log.`;
}

function Gaps({ count }: { readonly count: number }) {
  if (count <= 0) return null;
  return (
    <span className="font-normal text-ink-2">
      , with {formatCount(count)} {count === 1 ? 'gap' : 'gaps'} longer than {LONGEST_GAP_HOURS} h
    </span>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs">{label}</dt>
      <dd className="font-medium text-ink tabular-nums">{children}</dd>
    </div>
  );
}
