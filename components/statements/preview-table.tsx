import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { MoneyText } from '@/components/transactions/money-text';
import { Badge } from '@/components/ui/badge';
import { spoken } from '@/lib/language/said';
import type { PreviewRow } from '@/lib/statements/imported';
import { placeText } from '@/lib/statements/place';
import { Absent } from './absent';
import { CLASS_LOOKS } from './class-looks';
import { Day } from './day';
import { MarkedText } from './marked-text';

const HEADS = ['where', 'becomes', 'day', 'text', 'counterparty', 'amount', 'balance'] as const;

/** Rows of a file, each with what an import would make of it. */
export function PreviewTable({ rows, label }: { readonly rows: readonly PreviewRow[]; readonly label: string }) {
  const t = useTranslations('statements');
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:whitespace-nowrap [&>th]:first:pl-4 [&>th]:last:pr-4 [&>th]:nth-last-[-n+2]:text-right">
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {t(`lines.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
          <Row key={i} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: PreviewRow }) {
  const t = useTranslations('statements');
  const reader = useReader();
  const { tone, icon } = CLASS_LOOKS[row.rowClass];
  const { duplicateOf } = row;
  return (
    <tr className="border-b border-line align-top last:border-0 hover:bg-canvas [&>td]:px-3 [&>td]:py-2 [&>td]:first:pl-4 [&>td]:last:pr-4">
      <td className="max-w-40 text-xs leading-5 [overflow-wrap:anywhere] text-ink-2">{placeText(row.place, reader)}</td>
      <td>
        <Badge tone={tone} icon={icon} title={t(`class.${row.rowClass}.about`)}>
          {t(`class.${row.rowClass}.label`)}
        </Badge>
        {duplicateOf && (
          <p className="mt-0.5 text-xs text-ink-2">
            {t.rich('preview.duplicateOf', {
              place: placeText(duplicateOf.place, reader),
              file: duplicateOf.fileName,
              line: (chunks) => (
                <Link
                  href={`/reconciliation/statements/${duplicateOf.statementId}`}
                  className="[overflow-wrap:anywhere] text-accent hover:underline"
                >
                  {chunks}
                </Link>
              ),
            })}
          </p>
        )}
      </td>
      {row.kind === null ? (
        <td colSpan={5}>
          {row.reason && row.rowClass === 'unreadable' && <p className="text-negative">{spoken(row.reason, reader)}</p>}
          <p className="font-mono text-xs [overflow-wrap:anywhere] text-ink-2">
            {row.reason && row.rowClass === 'note' ? spoken(row.reason, reader) : row.text || t('preview.blank')}
          </p>
        </td>
      ) : (
        <>
          <td>{row.bookedOn ? <Day day={row.bookedOn} /> : <Absent />}</td>
          <td className="min-w-64">
            <MarkedText text={row.text} ids={row.ids} />
          </td>
          <td className="max-w-56 [overflow-wrap:anywhere]">
            {row.name ?? (!row.account && !row.taxId && <Absent />)}
            <span className="block text-xs text-ink-2">{[row.account, row.taxId].filter(Boolean).join(' · ')}</span>
          </td>
          <td className="text-right">
            <MoneyText money={row.amount === null ? null : { amount: row.amount, currency: row.currency }} />
          </td>
          <td className="text-right tabular-nums">
            {row.balance === null ? <Absent /> : <MoneyText money={{ amount: row.balance, currency: row.currency }} />}
          </td>
        </>
      )}
    </tr>
  );
}
