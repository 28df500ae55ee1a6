import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { CopyButton } from '@/components/ui/copy-button';
import type { LogImport } from '@/lib/events/log-import';
import { formatCount, shortenId } from '@/lib/format';
import type { TimeZone } from '@/lib/time-zones';
import { formatBytes } from './byte-text';

const COUNTS = [
  'lines',
  'webhookRequests',
  'paired',
  'found',
  'alreadyKnown',
  'unreadable',
] as const satisfies readonly (keyof LogImport)[];
const HEADS = ['imported', 'by', 'log', 'covers'] as const;

/** Each reading of an access log, newest first, also those that found nothing. */
export function LogImportTable({ rows, zone }: { readonly rows: readonly LogImport[]; readonly zone: TimeZone }) {
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  return (
    <table className="w-full min-w-5xl border-collapse text-body">
      <caption className="sr-only">{t('imports.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs whitespace-nowrap text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:first:pl-4 [&>th]:last:pr-4">
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {t(`imports.head.${head}`)}
            </th>
          ))}
          {COUNTS.map((name) => (
            <th key={name} scope="col" title={t(`imports.count.${name}.title`)} className="text-right">
              {t(`imports.count.${name}.label`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.seq}
            className="border-b border-line align-top last:border-0 hover:bg-canvas [&>td]:px-3 [&>td]:py-2.5 [&>td]:first:pl-4 [&>td]:last:pr-4"
          >
            <td className="font-medium">
              <Instant at={row.importedAt} zone={zone} />
            </td>
            <td className="min-w-52 [overflow-wrap:anywhere]">{row.importedBy ?? t('imports.commandLine')}</td>
            <td>
              <span className="[overflow-wrap:anywhere]">{row.fileName ?? t('imports.pasted')}</span>
              <span className="flex items-center gap-1 text-xs whitespace-nowrap text-ink-2">
                {formatBytes(row.sizeBytes, region)} ·{' '}
                <span className="font-mono" title={`SHA-256 ${row.sha256}`}>
                  {shortenId(row.sha256, 8, 4)}
                </span>
                <CopyButton value={row.sha256} label={t('imports.theDigest')} />
              </span>
            </td>
            <td className="text-xs leading-5">
              <Covers row={row} zone={zone} />
            </td>
            {COUNTS.map((name) => (
              <td
                key={name}
                className={`text-right tabular-nums ${name === 'found' && row.found > 0 ? 'font-medium text-negative' : ''}`}
              >
                {formatCount(row[name], region)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Covers({
  row: { firstAt, lastAt, webhookRequests },
  zone,
}: {
  readonly row: LogImport;
  readonly zone: TimeZone;
}) {
  const t = useTranslations('acknowledgements');
  if (!firstAt || !lastAt) return <span className="text-ink-2 italic">{t('imports.noTime')}</span>;
  return (
    <>
      {t.rich('imports.span', {
        from: () => <Instant at={firstAt} zone={zone} />,
        line: () => <br />,
        to: () => <Instant at={lastAt} zone={zone} />,
      })}
      {webhookRequests === 0 && <span className="block text-ink-2 italic">{t('imports.coversNothing')}</span>}
    </>
  );
}
