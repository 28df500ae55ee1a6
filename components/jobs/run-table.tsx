import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import type { JobRun } from '@/lib/jobs/run';
import { spokenKept } from '@/lib/language/said';
import type { TimeZone } from '@/lib/time-zones';
import { OutcomeBadge } from './outcome-badge';
import { durationOf, jobLabel } from './run-words';

const HEADS = ['started', 'outcome', 'job', 'took', 'says', 'askedBy'] as const;

type Props = { readonly runs: readonly JobRun[]; readonly now: Date; readonly zone: TimeZone };

/** Runs of jobs, newest first. */
export function RunTable({ runs, now, zone }: Props) {
  const t = useTranslations('jobs');
  const reader = useReader();
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">{t('runs.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th
              key={head}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${head === 'took' ? 'text-right' : ''}`}
            >
              {t(`runs.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr
            key={run.id}
            className="border-b border-line align-top last:border-0 hover:bg-canvas [&>td]:px-3 [&>td]:py-2.5 [&>td]:first:pl-4 [&>td]:last:pr-4"
          >
            <td>
              <Instant at={run.startedAt} zone={zone} />
            </td>
            <td>
              <OutcomeBadge outcome={run.outcome} />
            </td>
            <td className="min-w-44">{jobLabel(run.job, t)}</td>
            <td className="text-right whitespace-nowrap tabular-nums">
              {durationOf(run, now, t, reader.region) ?? t('runs.notKnown')}
            </td>
            <td className="min-w-64">
              {run.summary && <p className="[overflow-wrap:anywhere]">{spokenKept(run.summary, reader)}</p>}
            </td>
            <td className="max-w-64 min-w-52 [overflow-wrap:anywhere]">
              {run.requestedBy ?? <span className="text-ink-2">{t('runs.schedule')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
