import { CircleCheck, CircleSlash } from 'lucide-react';
import Link from 'next/link';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import type { RefusalRow } from '@/lib/events/refusal';
import type { TimeZone } from '@/lib/time-zones';
import { formatBytes } from './byte-text';
import { refusalWords } from './refusal-words';

const HEADS = ['Received', 'Path', 'Why', 'From', 'Size', 'Answer', 'State'];

/** What the door turned away, newest first; each row opens to its bytes. */
export function RefusedTable({ rows, zone }: { readonly rows: readonly RefusalRow[]; readonly zone: TimeZone }) {
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">Messages refused, newest first</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th
              key={head}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${isNumber(head) ? 'text-right' : ''}`}
            >
              {head}
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
            <td>
              <Link
                href={`/webhooks/refused/${row.seq}`}
                className="rounded-sm font-medium underline decoration-line-strong underline-offset-3 hover:decoration-accent"
              >
                <Instant at={row.receivedAt} zone={zone} />
              </Link>
            </td>
            <td className="min-w-56 font-mono text-xs leading-5 [overflow-wrap:anywhere]">{row.path}</td>
            <td className="min-w-64">
              <span className="font-medium">{refusalWords(row).label}</span>
              <p className="text-xs [overflow-wrap:anywhere] text-ink-2">{row.reason}</p>
            </td>
            <td className="font-mono text-xs leading-5 whitespace-nowrap">{row.sourceAddress}</td>
            <td className="text-right whitespace-nowrap tabular-nums">{formatBytes(row.sizeBytes)}</td>
            <td className="text-right tabular-nums">{row.answerStatus}</td>
            <td>
              <RefusalStateBadge row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isNumber(head: string): boolean {
  return head === 'Size' || head === 'Answer';
}

/** Whether somebody has admitted it, who, and where it went. */
export function RefusalStateBadge({ row: { admission } }: { readonly row: Pick<RefusalRow, 'admission'> }) {
  if (!admission) {
    return (
      <Badge icon={CircleSlash} tone="neutral" title="Nobody has admitted it">
        Open
      </Badge>
    );
  }
  return (
    <>
      <Badge icon={CircleCheck} tone="positive" title="A person made a delivery of it">
        Admitted
      </Badge>
      <p className="mt-0.5 text-xs text-ink-2">
        as{' '}
        <Link href={`/webhooks/${admission.deliverySeq}`} className="whitespace-nowrap text-accent hover:underline">
          delivery {admission.deliverySeq}
        </Link>{' '}
        by <span className="[overflow-wrap:anywhere]">{admission.by}</span>
      </p>
    </>
  );
}
