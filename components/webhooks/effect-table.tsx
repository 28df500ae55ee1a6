import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { StatusBadge } from '@/components/transactions/status-badge';
import { transactionHref } from '@/components/transactions/transaction-href';
import { shortenId } from '@/lib/format';
import type { EffectRow } from './effect-row';
import { ResultBadge } from './result-badge';
import { TableCard } from './table-card';

type Props = { readonly rows: readonly EffectRow[]; readonly isDone: boolean };

/** What reading each delivery again did, or would do. */
export function EffectTable({ rows, isDone }: Props) {
  const label = isDone ? 'What reading again did' : 'What reading again would do';
  return (
    <TableCard label={label}>
      <table className="w-full min-w-3xl border-collapse text-body">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-line text-left text-xs text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:first:pl-4 [&>th]:last:pr-4">
            <th scope="col">Delivery</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Transaction</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.seq}
              className="border-b border-line last:border-0 [&>td]:h-10 [&>td]:px-3 [&>td]:py-1.5 [&>td]:first:pl-4 [&>td]:last:pr-4"
            >
              <td>
                <Link href={`/webhooks/${row.seq}`} prefetch={false} className="text-accent hover:underline">
                  {row.seq}
                </Link>
              </td>
              <td>
                <ResultBadge outcome={row.before} />
              </td>
              <td>
                {row.after === row.before ? (
                  <span className="text-ink-2">same</span>
                ) : (
                  <ResultBadge outcome={row.after} />
                )}
              </td>
              <td>{row.transaction ? <TransactionChange transaction={row.transaction} /> : <None />}</td>
              <td className="min-w-52 text-xs [overflow-wrap:anywhere] text-ink-2">{reasonText(row, isDone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableCard>
  );
}

function TransactionChange({ transaction }: { readonly transaction: NonNullable<EffectRow['transaction']> }) {
  const { id, before, after } = transaction;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {after === null ? (
        <span className="font-mono text-xs" title={id}>
          {shortenId(id, 18, 4)}
        </span>
      ) : (
        <Link
          href={transactionHref(id)}
          prefetch={false}
          title={id}
          className="font-mono text-xs text-accent hover:underline"
        >
          {shortenId(id, 18, 4)}
        </Link>
      )}
      <span className="inline-flex items-center gap-1">
        {before ? <StatusBadge status={before} /> : <span className="text-xs text-ink-2">not there</span>}
        <ArrowRight aria-label="becomes" className="size-3.5 shrink-0 text-ink-2" />
        {after ? <StatusBadge status={after} /> : <span className="text-xs text-ink-2">not there</span>}
      </span>
    </span>
  );
}

function None() {
  return (
    <span className="text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">not touched</span>
    </span>
  );
}

function reasonText({ verdict, reason }: EffectRow, isDone: boolean): string {
  if (verdict === 'needs_rebuild')
    return 'Its event is stored and would be read differently; events are never changed in place: npm run rebuild makes it anew.';
  if (reason) return reason;
  if (verdict === 'unchanged') return 'It is read the same way today.';
  return isDone ? 'It is understood now.' : 'It would be understood now.';
}
