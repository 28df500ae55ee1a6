import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useReader, useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { formatLag } from '@/lib/format';
import type { JobLine } from '@/lib/jobs/run';
import { spokenKept } from '@/lib/language/said';
import type { TimeZone } from '@/lib/time-zones';
import { OutcomeBadge } from './outcome-badge';
import { RunNowForm, type RunNowState } from './run-now-form';
import { durationOf } from './run-words';

type Props = {
  readonly lines: readonly JobLine[];
  readonly now: Date;
  readonly zone: TimeZone;
  readonly runNow: (before: RunNowState, data: FormData) => Promise<RunNowState>;
};

const HEADS = ['job', 'next', 'last', 'error'] as const;

/** Every job and where it stands; on a phone each is a block of its own. The roles stay when the boxes change. */
export function JobTable({ lines, now, zone, runNow }: Props) {
  const t = useTranslations('jobs');
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: a table laid out as blocks loses the roles it has by itself
    <table role="table" className="w-full border-collapse text-body max-md:block">
      <caption className="sr-only">{t('table.caption')}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th key={head} role="columnheader" scope="col" className="px-3 py-2 font-medium first:pl-4">
              {t(`table.${head}`)}
            </th>
          ))}
          <th role="columnheader" scope="col" className="px-3 py-2 pr-4">
            <span className="sr-only">{t('table.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {lines.map((line) => (
          <tr
            key={line.name}
            role="row"
            className="border-b border-line align-top last:border-0 max-md:block max-md:py-3"
          >
            <th role="rowheader" scope="row" className={`${CELL} md:pl-4 md:w-[26%] text-left font-normal`}>
              <span className="font-medium">{t(`job.${line.name}.label`)}</span>
              <p className="text-xs text-ink-2">{t(`job.${line.name}.does`)}</p>
            </th>
            <Cell head={t('table.next')}>
              <NextRun line={line} now={now} zone={zone} />
            </Cell>
            <Cell head={t('table.last')} className="md:w-[34%]">
              <LastRun line={line} now={now} zone={zone} />
            </Cell>
            <Cell head={t('table.error')}>
              <LastError line={line} zone={zone} />
            </Cell>
            <td role="cell" className={`${CELL} md:pr-4`}>
              <RunNowForm job={line.name} label={t(`job.${line.name}.label`)} action={runNow} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: a table laid out as blocks loses the roles it has by itself
  );
}

const CELL = 'px-3 py-2.5 max-md:block max-md:px-4 max-md:py-1.5';

function Cell({ head, className, children }: { head: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <td role="cell" className={`${CELL} ${className ?? ''}`}>
      <span aria-hidden className="block text-xs text-ink-2 md:hidden">
        {head}
      </span>
      {children}
    </td>
  );
}

type LineProps = { readonly line: JobLine; readonly now: Date; readonly zone: TimeZone };

function NextRun({ line: { nextAt, isWaiting }, now, zone }: LineProps) {
  const t = useTranslations('jobs');
  const region = useRegion();
  if (isWaiting) {
    return (
      <Badge icon={Hourglass} tone="progress" title={t('table.waitingTitle')}>
        {t('table.waiting')}
      </Badge>
    );
  }
  return (
    <>
      <span>{t('table.in', { time: formatLag(+nextAt - +now, region) })}</span>
      <Instant at={nextAt} zone={zone} className="block text-xs text-ink-2" />
    </>
  );
}

function LastRun({ line: { lastRun }, now, zone }: LineProps) {
  const t = useTranslations('jobs');
  const reader = useReader();
  if (!lastRun) return <span className="text-ink-2">{t('table.never')}</span>;
  const { startedAt, outcome, summary } = lastRun;
  const duration = durationOf(lastRun, now, t, reader.region);
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <OutcomeBadge outcome={outcome} />
        <span className="text-xs text-ink-2">
          <Instant at={startedAt} zone={zone} />
          {duration && (outcome === null ? t('table.forNow', { time: duration }) : t('table.took', { time: duration }))}
        </span>
      </p>
      {summary && <p className="[overflow-wrap:anywhere]">{spokenKept(summary, reader)}</p>}
    </div>
  );
}

function LastError({ line: { lastFailure }, zone }: Omit<LineProps, 'now'>) {
  const t = useTranslations('jobs');
  const reader = useReader();
  if (!lastFailure) return <span className="text-ink-2">{t('table.none')}</span>;
  return (
    <>
      <p className="text-negative [overflow-wrap:anywhere]">
        {lastFailure.summary && spokenKept(lastFailure.summary, reader)}
      </p>
      <Instant at={lastFailure.endedAt ?? lastFailure.startedAt} zone={zone} className="block text-xs text-ink-2" />
    </>
  );
}
