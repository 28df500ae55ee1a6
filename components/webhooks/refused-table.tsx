import { CircleCheck, CircleSlash } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import type { RefusalRow } from '@/lib/events/refusal';
import { spokenKept } from '@/lib/language/said';
import type { TimeZone } from '@/lib/time-zones';
import { formatBytes } from './byte-text';
import { becauseOf } from './refusal-words';

const HEADS = ['received', 'path', 'why', 'from', 'size', 'answer', 'state'] as const;

/** What the door turned away, newest first; each row opens to its bytes. */
export function RefusedTable({ rows, zone }: { readonly rows: readonly RefusalRow[]; readonly zone: TimeZone }) {
  const t = useTranslations('webhooks');
  const reader = useReader();
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">{t('refused.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th
              key={head}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${isNumber(head) ? 'text-right' : ''}`}
            >
              {t(`refused.column.${head}`)}
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
              <span className="font-medium">{t(`because.${becauseOf(row)}.label`)}</span>
              <p className="text-xs [overflow-wrap:anywhere] text-ink-2">{spokenKept(row.reason, reader)}</p>
            </td>
            <td className="font-mono text-xs leading-5 whitespace-nowrap">{row.sourceAddress}</td>
            <td className="text-right whitespace-nowrap tabular-nums">{formatBytes(row.sizeBytes, reader.region)}</td>
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
  return head === 'size' || head === 'answer';
}

/** Whether somebody has admitted it, who, and where it went. */
export function RefusalStateBadge({ row: { admission } }: { readonly row: Pick<RefusalRow, 'admission'> }) {
  const t = useTranslations('webhooks');
  if (!admission) {
    return (
      <Badge icon={CircleSlash} tone="neutral" title={t('refused.state.openTitle')}>
        {t('refused.state.open')}
      </Badge>
    );
  }
  return (
    <>
      <Badge icon={CircleCheck} tone="positive" title={t('refused.state.admittedTitle')}>
        {t('refused.state.admitted')}
      </Badge>
      <p className="mt-0.5 text-xs text-ink-2">
        {t.rich('refused.state.as', {
          seq: admission.deliverySeq,
          delivery: (words) => (
            <Link href={`/webhooks/${admission.deliverySeq}`} className="whitespace-nowrap text-accent hover:underline">
              {words}
            </Link>
          ),
          by: () => <span className="[overflow-wrap:anywhere]">{admission.by}</span>,
        })}
      </p>
    </>
  );
}
