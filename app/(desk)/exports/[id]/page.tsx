import { FileJson } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ControlTotals } from '@/components/exports/control-totals';
import { ExportActions } from '@/components/exports/export-actions';
import { ExportStateCell } from '@/components/exports/export-state';
import { progressText, sizeText } from '@/components/exports/export-words';
import { KeepFresh } from '@/components/jobs/keep-fresh';
import { useReader } from '@/components/language/reader';
import { PageHeader } from '@/components/layout/page-header';
import { Instant } from '@/components/transactions/instant';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { exportLists } from '@/lib/export-lists';
import { type ExportRecord, isUnderWay } from '@/lib/exports/export';
import { readExport } from '@/lib/exports/export.store';
import { fileName } from '@/lib/exports/manifest';
import { spokenKept } from '@/lib/language/said';
import { displayZone } from '@/lib/preferences';
import type { TimeZone } from '@/lib/time-zones';
import { cancelFile } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports');
  return { title: t('page.one') };
}

const FRESH_SECONDS = 1;

type Props = { readonly params: Promise<{ readonly id: string }> };

/** One file and the proof of what is in it. */
export default async function ExportPage({ params }: Props) {
  const sight = sightOf(await requireRight('export'));
  const [{ id }, zone, t] = await Promise.all([params, displayZone(), getTranslations('exports')]);
  const record = await readExport(sight, id);
  if (!record) notFound();
  const now = new Date();
  return (
    <>
      <PageHeader
        title={fileName(record)}
        description={t('page.listAndFormat', { list: t(`list.${record.list}`), format: t(`format.${record.format}`) })}
        actions={
          <>
            <ExportActions record={record} now={now} cancel={cancelFile} />
            <a href={`/exports/${record.id}/manifest`} className={buttonClass({ size: 'small' })}>
              <FileJson aria-hidden /> {t('page.manifest')}
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
  const t = useTranslations('exports');
  const reader = useReader();
  const { bytes, sha256, mark, resumes, keptUntil } = record;
  return (
    <>
      <dt>{t('page.head.state')}</dt>
      <dd>
        <ExportStateCell record={record} />
      </dd>
      <dt>{t('page.filter')}</dt>
      <dd>
        <Link
          href={exportLists[record.list].href(record.query)}
          prefetch={false}
          className="text-accent hover:underline"
        >
          {spokenKept(record.filterWords, reader)}
        </Link>
      </dd>
      <dt>{t('page.zone')}</dt>
      <dd>{reader.t(`frame.zone.names.${record.zone}`)}</dd>
      <dt>{t('page.head.rows')}</dt>
      <dd className="tabular-nums">
        {bytes === null
          ? progressText(record, t)
          : t('page.rowsAndSize', { rows: progressText(record, t), size: sizeText(bytes, t, reader.region) })}
      </dd>
      <dt>{t('page.head.totals')}</dt>
      <dd>{record.state === 'done' ? <ControlTotals totals={record.totals} /> : t('page.onceWhole')}</dd>
      <dt>{t('page.head.digest')}</dt>
      <dd className="font-mono text-xs">
        {sha256 === null ? t('page.onceWhole') : sha256}
        {sha256 !== null && <CopyButton value={sha256} label="SHA-256" />}
      </dd>
      <dt>{t('page.asOf')}</dt>
      <dd>{mark === null ? t('page.beforeFirst') : t('page.receipt', { mark })}</dd>
      <dt>{t('page.columns')}</dt>
      <dd className="font-mono text-xs">{record.columns.join(', ')}</dd>
      <dt>{t('page.writtenFor')}</dt>
      <dd>{t(`preset.${record.preset}`)}</dd>
      <dt>{t('page.head.askedFor')}</dt>
      <dd>
        {t.rich('page.askedBy', {
          who: record.requestedBy,
          at: () => <Instant at={record.requestedAt} zone={zone} />,
        })}
      </dd>
      <dt>{t('page.ended')}</dt>
      <dd>
        {record.endedAt ? <Instant at={record.endedAt} zone={zone} /> : t('page.notYet')}
        {resumes > 0 && t('page.resumed', { count: resumes })}
      </dd>
      <dt>{t('page.kept')}</dt>
      <dd>
        {keptUntil ? t.rich('page.until', { at: () => <Instant at={keptUntil} zone={zone} /> }) : t('page.proofOnly')}
      </dd>
    </>
  );
}
