import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useRegion } from '@/components/language/reader';
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
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  const isChecked = cleanness.state === 'checked';
  const isGood = totals.open === 0 && isChecked && !cleanness.isStale;
  const earliest = coverage.stretches.at(-1)?.from ?? null;
  const latest = coverage.stretches[0]?.to ?? null;
  return (
    <Alert
      tone={totals.open > 0 ? 'negative' : isGood ? 'positive' : isChecked ? 'caution' : 'neutral'}
      title={
        <span className="text-base">
          {totals.open > 0 && t('clean.lost', { count: totals.open })}
          {isChecked
            ? t.rich('clean.since', { at: () => <Instant at={cleanness.since} zone={zone} /> })
            : t('clean.unchecked')}
        </span>
      }
      actions={
        <ButtonLink href="#import" size="small">
          {t('clean.importLog')}
        </ButtonLink>
      }
    >
      <p>
        <Verdict cleanness={cleanness} coverage={coverage} now={now} />
      </p>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
        <Figure label={t('clean.open')}>{formatCount(totals.open, region)}</Figure>
        <Figure label={t('clean.recovered')}>{formatCount(totals.recovered, region)}</Figure>
        <Figure label={t('clean.covered')}>
          {earliest && latest ? (
            <>
              {t.rich('clean.span', {
                from: () => <Instant at={earliest} zone={zone} />,
                to: () => <Instant at={latest} zone={zone} />,
              })}
              <Gaps count={coverage.stretches.length - 1} />
            </>
          ) : (
            t('clean.nothing')
          )}
        </Figure>
        <Figure label={t('clean.lastImport')}>
          {coverage.lastImportedAt ? <Instant at={coverage.lastImportedAt} zone={zone} /> : t('never')}
        </Figure>
      </dl>
    </Alert>
  );
}

function Verdict({ cleanness, coverage, now }: Pick<Props, 'cleanness' | 'coverage' | 'now'>) {
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  if (cleanness.state === 'unchecked') {
    return coverage.imports === 0 ? t('clean.verdict.noImport') : t('clean.verdict.noWebhook');
  }
  if (!cleanness.isStale) return t('clean.verdict.good');
  const importedAgo = coverage.lastImportedAt ? +now - +coverage.lastImportedAt : 0;
  const coveredAgo = +now - +cleanness.until;
  return coveredAgo > importedAgo
    ? t('clean.verdict.ends', { lag: formatLag(coveredAgo, region) })
    : t('clean.verdict.old', { lag: formatLag(importedAgo, region) });
}

function Gaps({ count }: { readonly count: number }) {
  const t = useTranslations('acknowledgements');
  if (count <= 0) return null;
  return <span className="font-normal text-ink-2">{t('clean.gaps', { count, hours: String(LONGEST_GAP_HOURS) })}</span>;
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs">{label}</dt>
      <dd className="font-medium text-ink tabular-nums">{children}</dd>
    </div>
  );
}
