import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '@/components/transactions/status-badge';
import { transactionHref } from '@/components/transactions/transaction-href';
import { shortenId } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import type { EffectRow } from './effect-row';
import { ResultBadge } from './result-badge';
import { TableCard } from './table-card';

type Props = { readonly rows: readonly EffectRow[]; readonly isDone: boolean };

/** What reading each delivery again did, or would do. */
export function EffectTable({ rows, isDone }: Props) {
  const t = useTranslations('deliveries');
  const label = isDone ? t('effects.did') : t('effects.would');
  return (
    <TableCard label={label}>
      <table className="w-full min-w-3xl border-collapse text-body">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-line text-left text-xs text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:first:pl-4 [&>th]:last:pr-4">
            <th scope="col">{t('effects.delivery')}</th>
            <th scope="col">{t('effects.before')}</th>
            <th scope="col">{t('effects.after')}</th>
            <th scope="col">{t('effects.transaction')}</th>
            <th scope="col">{t('effects.reason')}</th>
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
                  <span className="text-ink-2">{t('effects.same')}</span>
                ) : (
                  <ResultBadge outcome={row.after} />
                )}
              </td>
              <td>{row.transaction ? <TransactionChange transaction={row.transaction} /> : <None />}</td>
              <td className="min-w-52 text-xs [overflow-wrap:anywhere] text-ink-2">{reasonText(row, isDone, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableCard>
  );
}

function TransactionChange({ transaction }: { readonly transaction: NonNullable<EffectRow['transaction']> }) {
  const t = useTranslations('deliveries');
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
        {before ? <StatusBadge status={before} /> : <span className="text-xs text-ink-2">{t('effects.notThere')}</span>}
        <ArrowRight aria-label={t('effects.becomes')} className="size-3.5 shrink-0 text-ink-2" />
        {after ? <StatusBadge status={after} /> : <span className="text-xs text-ink-2">{t('effects.notThere')}</span>}
      </span>
    </span>
  );
}

function None() {
  const t = useTranslations('deliveries');
  return (
    <span className="text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('effects.notTouched')}</span>
    </span>
  );
}

function reasonText({ verdict, reason }: EffectRow, isDone: boolean, t: Translator<'deliveries'>): string {
  if (verdict === 'needs_rebuild') return t('effects.needsRebuild');
  if (reason) return reason;
  if (verdict === 'unchanged') return t('effects.unchanged');
  return isDone ? t('effects.understood') : t('effects.wouldBe');
}
