import { CircleAlert, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { formatCount, shortenId } from '@/lib/format';
import { isProven, keptLines, type StatementRecord } from '@/lib/statements/imported';
import type { TimeZone } from '@/lib/time-zones';
import { Absent } from './absent';
import { BalanceText } from './balance-proof';
import { Day } from './day';

const HEADS = ['account', 'period', 'gap', 'lines', 'matched', 'opening', 'movements', 'closing', 'imported'] as const;
const FIGURES: readonly string[] = ['lines', 'matched', 'opening', 'movements', 'closing'];

type Props = { readonly rows: readonly StatementRecord[]; readonly zone: TimeZone };

/** The imported statements, the latest import first. */
export function StatementTable({ rows, zone }: Props) {
  const t = useTranslations('statements');
  return (
    <table className="w-full min-w-6xl border-collapse text-body">
      <caption className="sr-only">{t('table.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th
              key={head}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${FIGURES.includes(head) ? 'text-right' : ''}`}
            >
              {t(`table.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, zone }: { readonly row: StatementRecord; readonly zone: TimeZone }) {
  const t = useTranslations('statements');
  const region = useRegion();
  return (
    <tr className="border-b border-line align-top last:border-0 hover:bg-canvas [&>td]:px-3 [&>td]:py-2.5 [&>td]:last:pr-4 [&>th]:py-2.5 [&>th]:pr-3 [&>th]:pl-4">
      <th scope="row" className="max-w-64 min-w-48 text-left font-normal">
        <Link
          href={`/reconciliation/statements/${row.id}`}
          className="font-medium [overflow-wrap:anywhere] text-ink hover:text-accent hover:underline"
        >
          {row.accountName}
        </Link>
        <span className="block text-xs [overflow-wrap:anywhere] text-ink-2">
          {row.bank && `${row.bank} · `}
          {row.fileName}
        </span>
        {row.undoneAt && (
          <Badge className="mt-1" title={row.undoneBy ? t('table.undoneBy', { who: row.undoneBy }) : undefined}>
            {t('table.undone')}
          </Badge>
        )}
      </th>
      <td>{row.firstDay && row.lastDay ? <Period first={row.firstDay} last={row.lastDay} /> : <Absent />}</td>
      <td>
        <Gap days={row.gapDays} isUndone={row.undoneAt !== null} />
      </td>
      <Figure>
        {formatCount(keptLines(row.tallies), region)}
        {row.tallies.duplicate > 0 && (
          <span className="block text-xs whitespace-nowrap text-ink-2">
            {t('table.known', { count: row.tallies.duplicate })}
          </span>
        )}
      </Figure>
      <Figure>
        <MatchedShare payments={row.payments} matched={row.matched} />
      </Figure>
      <BalanceCells row={row} />
      <td className="min-w-48">
        <Instant at={row.importedAt} zone={zone} />
        <span className="block text-xs [overflow-wrap:anywhere] text-ink-2">{row.importedBy}</span>
        <span className="flex items-center gap-1 text-xs whitespace-nowrap text-ink-2">
          {t(`format.${row.format}`)} ·{' '}
          <span className="font-mono" title={`SHA-256 ${row.fileHash}`}>
            {shortenId(row.fileHash, 8, 4)}
          </span>
          <CopyButton value={row.fileHash} label={t('table.sha')} />
        </span>
      </td>
    </tr>
  );
}

function BalanceCells({ row: { balances, sums, currency } }: { readonly row: StatementRecord }) {
  const t = useTranslations('statements');
  if (!balances) {
    return (
      <>
        <Figure>
          <Absent />
        </Figure>
        <Figure>
          {sums.map((sum) => (
            <span key={sum.currency} className="block">
              <BalanceText amount={sum.incoming} currency={sum.currency} className="block" />
              <BalanceText amount={sum.outgoing} currency={sum.currency} className="block" />
            </span>
          ))}
        </Figure>
        <Figure>
          <Absent />
        </Figure>
      </>
    );
  }
  const isWhole = isProven(balances);
  const Icon = isWhole ? CircleCheck : CircleAlert;
  return (
    <>
      <Figure>
        <BalanceText amount={balances.opening} currency={currency} />
      </Figure>
      <Figure>
        <BalanceText amount={balances.movements} currency={currency} />
      </Figure>
      <Figure>
        <BalanceText amount={balances.closing} currency={currency} />
        <span
          className={`mt-0.5 flex items-center justify-end gap-1 text-xs whitespace-nowrap ${isWhole ? 'text-positive' : 'text-negative'}`}
        >
          <Icon aria-hidden className="size-3.5 shrink-0" />
          {isWhole ? t('proof.proven') : <BalanceText amount={balances.difference} currency={currency} />}
        </span>
      </Figure>
    </>
  );
}

function Figure({ children }: { readonly children: ReactNode }) {
  return <td className="text-right whitespace-nowrap tabular-nums">{children}</td>;
}

function Period({ first, last }: { readonly first: string; readonly last: string }) {
  const t = useTranslations('statements');
  return (
    <>
      <Day day={first} />
      {first !== last && (
        <span className="block whitespace-nowrap">{t.rich('table.until', { day: () => <Day day={last} /> })}</span>
      )}
    </>
  );
}

function Gap({ days, isUndone }: { readonly days: number; readonly isUndone: boolean }) {
  const t = useTranslations('statements');
  if (isUndone) return <Absent words={t('table.gapUndone')} />;
  if (days === 0) return <span className="text-ink-2">{t('table.noGap')}</span>;
  return (
    <span className="inline-flex items-center gap-1 font-medium whitespace-nowrap text-negative">
      <CircleAlert aria-hidden className="size-3.5" />
      {t('table.gapDays', { days })}
    </span>
  );
}

/** Rounded down: 100 % is all of them. */
export function MatchedShare({ payments, matched }: { readonly payments: number; readonly matched: number }) {
  const t = useTranslations('statements');
  if (payments === 0) return <Absent words={t('table.noPayments')} />;
  return <span title={t('table.share', { matched, payments })}>{Math.floor((matched / payments) * 100)} %</span>;
}
