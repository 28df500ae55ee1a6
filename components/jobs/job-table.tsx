import { Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { formatLag } from '@/lib/format';
import { JOBS } from '@/lib/jobs/job';
import type { JobLine } from '@/lib/jobs/run';
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

const HEADS = ['Job', 'Next run', 'Last run', 'Last error'];

/** Every job and where it stands; on a phone each is a block of its own. The roles stay when the boxes change. */
export function JobTable({ lines, now, zone, runNow }: Props) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: a table laid out as blocks loses the roles it has by itself
    <table role="table" className="w-full border-collapse text-body max-md:block">
      <caption className="sr-only">The jobs, when they run next, and how they ran last</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th key={head} role="columnheader" scope="col" className="px-3 py-2 font-medium first:pl-4">
              {head}
            </th>
          ))}
          <th role="columnheader" scope="col" className="px-3 py-2 pr-4">
            <span className="sr-only">Actions</span>
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
              <span className="font-medium">{JOBS[line.name].label}</span>
              <p className="text-xs text-ink-2">{JOBS[line.name].does}</p>
            </th>
            <Cell head="Next run">
              <NextRun line={line} now={now} zone={zone} />
            </Cell>
            <Cell head="Last run" className="md:w-[34%]">
              <LastRun line={line} now={now} zone={zone} />
            </Cell>
            <Cell head="Last error">
              <LastError line={line} zone={zone} />
            </Cell>
            <td role="cell" className={`${CELL} md:pr-4`}>
              <RunNowForm job={line.name} label={JOBS[line.name].label} action={runNow} />
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
  if (isWaiting) {
    return (
      <Badge icon={Hourglass} tone="progress" title="Its turn has come; it begins as soon as a worker takes it">
        Waiting to begin
      </Badge>
    );
  }
  return (
    <>
      <span>in {formatLag(+nextAt - +now)}</span>
      <Instant at={nextAt} zone={zone} className="block text-xs text-ink-2" />
    </>
  );
}

function LastRun({ line: { lastRun }, now, zone }: LineProps) {
  if (!lastRun) return <span className="text-ink-2">It has never run.</span>;
  const { startedAt, outcome, summary } = lastRun;
  const duration = durationOf(lastRun, now);
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <OutcomeBadge outcome={outcome} />
        <span className="text-xs text-ink-2">
          <Instant at={startedAt} zone={zone} />
          {duration && (outcome === null ? `, for ${duration} now` : `, took ${duration}`)}
        </span>
      </p>
      {summary && <p className="[overflow-wrap:anywhere]">{summary}</p>}
    </div>
  );
}

function LastError({ line: { lastFailure }, zone }: Omit<LineProps, 'now'>) {
  if (!lastFailure) return <span className="text-ink-2">none</span>;
  return (
    <>
      <p className="text-negative [overflow-wrap:anywhere]">{lastFailure.summary}</p>
      <Instant at={lastFailure.endedAt ?? lastFailure.startedAt} zone={zone} className="block text-xs text-ink-2" />
    </>
  );
}
