import { FileJson } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ControlTotals } from '@/components/exports/control-totals';
import { ExportActions } from '@/components/exports/export-actions';
import { ExportStateCell } from '@/components/exports/export-state';
import { progressText, sizeText } from '@/components/exports/export-words';
import { KeepFresh } from '@/components/jobs/keep-fresh';
import { PageHeader } from '@/components/layout/page-header';
import { Instant } from '@/components/transactions/instant';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { exportLists } from '@/lib/export-lists';
import { EXPORT_LISTS, type ExportRecord, isUnderWay } from '@/lib/exports/export';
import { readExport } from '@/lib/exports/export.store';
import { FORMATS, PRESETS } from '@/lib/exports/file-format';
import { fileName } from '@/lib/exports/manifest';
import { displayZone } from '@/lib/preferences';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { cancelFile } from '../actions';

export const metadata: Metadata = { title: 'Export' };

const FRESH_SECONDS = 1;

type Props = { readonly params: Promise<{ readonly id: string }> };

/** One file and the proof of what is in it. */
export default async function ExportPage({ params }: Props) {
  const sight = sightOf(await requireRight('export'));
  const [{ id }, zone] = await Promise.all([params, displayZone()]);
  const record = await readExport(sight, id);
  if (!record) notFound();
  const now = new Date();
  return (
    <>
      <PageHeader
        title={fileName(record)}
        description={`${EXPORT_LISTS[record.list].label}, ${FORMATS[record.format].label}`}
        actions={
          <>
            <ExportActions record={record} now={now} cancel={cancelFile} />
            <a href={`/exports/${record.id}/manifest`} className={buttonClass({ size: 'small' })}>
              <FileJson aria-hidden /> Manifest
            </a>
          </>
        }
      />
      {isUnderWay(record.state) && <KeepFresh everySeconds={FRESH_SECONDS} />}
      <Card className="max-w-4xl">
        <dl className="grid gap-x-6 gap-y-3 p-4 text-body sm:grid-cols-[10rem_1fr] [&>dd]:min-w-0 [&>dd]:[overflow-wrap:anywhere] [&>dt]:text-ink-2">
          <Facts record={record} zone={zone} />
        </dl>
      </Card>
    </>
  );
}

function Facts({ record, zone }: { readonly record: ExportRecord; readonly zone: TimeZone }) {
  const { bytes, sha256, mark, resumes, keptUntil } = record;
  return (
    <>
      <dt>State</dt>
      <dd>
        <ExportStateCell record={record} />
      </dd>
      <dt>Filter</dt>
      <dd>
        <Link
          href={exportLists[record.list].href(record.query)}
          prefetch={false}
          className="text-accent hover:underline"
        >
          {record.filterWords}
        </Link>
      </dd>
      <dt>Time zone of dates</dt>
      <dd>{TIME_ZONES[record.zone]}</dd>
      <dt>Rows</dt>
      <dd className="tabular-nums">
        {progressText(record)}
        {bytes !== null && `, ${sizeText(bytes)}`}
      </dd>
      <dt>Control totals</dt>
      <dd>{record.state === 'done' ? <ControlTotals totals={record.totals} /> : 'once it is whole'}</dd>
      <dt>SHA-256</dt>
      <dd className="font-mono text-xs">
        {sha256 === null ? 'once it is whole' : sha256}
        {sha256 !== null && <CopyButton value={sha256} label="SHA-256" />}
      </dd>
      <dt>As of</dt>
      <dd>{mark === null ? 'before the first receipt' : `receipt ${mark}: nothing later is in it`}</dd>
      <dt>Columns</dt>
      <dd className="font-mono text-xs">{record.columns.join(', ')}</dd>
      <dt>Written for</dt>
      <dd>{PRESETS[record.preset].label}</dd>
      <dt>Asked for</dt>
      <dd>
        <Instant at={record.requestedAt} zone={zone} /> by {record.requestedBy}
      </dd>
      <dt>Ended</dt>
      <dd>
        {record.endedAt ? <Instant at={record.endedAt} zone={zone} /> : 'not yet'}
        {resumes > 0 && `, after ${resumes === 1 ? 'one interruption' : `${resumes} interruptions`}`}
      </dd>
      <dt>Kept</dt>
      <dd>
        {keptUntil ? (
          <>
            until <Instant at={keptUntil} zone={zone} />
          </>
        ) : (
          'its proof only; the file went to whoever asked'
        )}
      </dd>
    </>
  );
}
