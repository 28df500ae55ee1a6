import { Instant } from '@/components/transactions/instant';
import { CopyButton } from '@/components/ui/copy-button';
import type { LogImport } from '@/lib/events/log-import';
import { formatCount, shortenId } from '@/lib/format';
import type { TimeZone } from '@/lib/time-zones';
import { formatBytes } from './byte-text';

const COUNTS = [
  { label: 'Lines', count: (row: LogImport) => row.lines, title: 'Lines read' },
  { label: 'Webhooks', count: (row: LogImport) => row.webhookRequests, title: 'Lines about our webhooks’ paths' },
  { label: 'Paired', count: (row: LogImport) => row.paired, title: 'Answered below 500, and the bytes are stored' },
  { label: 'New', count: (row: LogImport) => row.found, title: 'Answered below 500 without stored bytes' },
  { label: 'Known', count: (row: LogImport) => row.alreadyKnown, title: 'Found by an earlier import already' },
  { label: 'Unreadable', count: (row: LogImport) => row.unreadable, title: 'Lines that are neither form' },
] as const;
const HEADS = ['Imported', 'By', 'Log', 'Covers'];

/** Each reading of an access log, newest first, also those that found nothing. */
export function LogImportTable({ rows, zone }: { readonly rows: readonly LogImport[]; readonly zone: TimeZone }) {
  return (
    <table className="w-full min-w-5xl border-collapse text-body">
      <caption className="sr-only">Imports of access logs, newest first</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs whitespace-nowrap text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:first:pl-4 [&>th]:last:pr-4">
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          {COUNTS.map(({ label, title }) => (
            <th key={label} scope="col" title={title} className="text-right">
              {label}
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
            <td className="min-w-52 [overflow-wrap:anywhere]">{row.importedBy ?? 'command line'}</td>
            <td>
              <span className="[overflow-wrap:anywhere]">{row.fileName ?? 'pasted lines'}</span>
              <span className="flex items-center gap-1 text-xs whitespace-nowrap text-ink-2">
                {formatBytes(row.sizeBytes)} ·{' '}
                <span className="font-mono" title={`SHA-256 ${row.sha256}`}>
                  {shortenId(row.sha256, 8, 4)}
                </span>
                <CopyButton value={row.sha256} label="the SHA-256" />
              </span>
            </td>
            <td className="text-xs leading-5">
              <Covers row={row} zone={zone} />
            </td>
            {COUNTS.map(({ label, count }) => (
              <td
                key={label}
                className={`text-right tabular-nums ${label === 'New' && row.found > 0 ? 'font-medium text-negative' : ''}`}
              >
                {formatCount(count(row))}
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
  if (!firstAt || !lastAt) return <span className="text-ink-2 italic">no time told</span>;
  return (
    <>
      <Instant at={firstAt} zone={zone} />
      <br />
      to <Instant at={lastAt} zone={zone} />
      {webhookRequests === 0 && <span className="block text-ink-2 italic">no webhook in it: covers nothing</span>}
    </>
  );
}
