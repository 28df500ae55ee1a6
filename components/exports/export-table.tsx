import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader, useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { CopyButton } from '@/components/ui/copy-button';
import { type ExportRecord, isKept } from '@/lib/exports/export';
import { spokenKept } from '@/lib/language/said';
import type { TimeZone } from '@/lib/time-zones';
import { ControlTotals } from './control-totals';
import { ExportActions } from './export-actions';
import { ExportStateCell } from './export-state';
import { progressText, sizeText } from './export-words';

const HEADS = ['askedFor', 'file', 'state', 'rows', 'totals', 'digest', 'actions'] as const;

/** All of them stand on the file’s own page. */
const SHOWN_TOTALS = 3;

type Props = {
  readonly records: readonly ExportRecord[];
  /** The list's own page, by the id of the file. */
  readonly hrefs: ReadonlyMap<string, string>;
  readonly now: Date;
  readonly zone: TimeZone;
  readonly cancel: (data: FormData) => Promise<void>;
};

/** Files that were handed over or are being made, newest first. */
export function ExportTable({ records, hrefs, now, zone, cancel }: Props) {
  const t = useTranslations('exports');
  const region = useRegion();
  return (
    <table className="w-full min-w-5xl border-collapse text-body">
      <caption className="sr-only">{t('page.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4">
              {t(`page.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr
            key={record.id}
            className="border-b border-line align-top last:border-0 hover:bg-canvas [&>td]:px-3 [&>td]:py-2.5 [&>td]:first:pl-4 [&>td]:last:pr-4"
          >
            <td>
              <Instant at={record.requestedAt} zone={zone} className="block" />
              <span className="block max-w-44 text-xs text-ink-2 [overflow-wrap:anywhere]">{record.requestedBy}</span>
            </td>
            <FileCell record={record} href={hrefs.get(record.id) ?? '/exports'} />
            <td>
              <ExportStateCell record={record} />
            </td>
            <td className="whitespace-nowrap tabular-nums">
              {progressText(record, t)}
              {record.bytes !== null && (
                <span className="block text-xs text-ink-2">{sizeText(record.bytes, t, region)}</span>
              )}
            </td>
            <td>{record.state === 'done' && <ControlTotals totals={record.totals} most={SHOWN_TOTALS} />}</td>
            <td>{record.sha256 && <Digest sha256={record.sha256} />}</td>
            <td className="space-y-1">
              <ExportActions record={record} now={now} cancel={cancel} />
              {isKept(record, now) && (
                <p className="text-xs text-ink-2">
                  {t.rich('page.until', { at: () => <Instant at={record.keptUntil} zone={zone} /> })}
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is in it, and the filter it was made with. */
function FileCell({ record, href }: { readonly record: ExportRecord; readonly href: string }) {
  const t = useTranslations('exports');
  const reader = useReader();
  return (
    <td className="max-w-80 min-w-56">
      <Link href={`/exports/${record.id}`} className="font-medium text-accent hover:underline">
        {t(`list.${record.list}`)}
      </Link>
      <span className="text-xs text-ink-2">
        {t('page.formatAndColumns', { format: t(`format.${record.format}`), count: record.columns.length })}
      </span>
      <Link
        href={href}
        prefetch={false}
        title={t('page.openFilter')}
        className="block text-xs text-ink-2 [overflow-wrap:anywhere] hover:underline"
      >
        {spokenKept(record.filterWords, reader)}
      </Link>
    </td>
  );
}

function Digest({ sha256 }: { readonly sha256: string }) {
  return (
    <span className="inline-flex items-center gap-1 font-mono text-xs" title={sha256}>
      {sha256.slice(0, 8)}…
      <CopyButton value={sha256} label="SHA-256" />
    </span>
  );
}
