import { CircleCheck, CircleX, Copy, Download, type LucideIcon, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Says } from '@/components/language/says';
import { KindLabel } from '@/components/transactions/kind-label';
import { MoneyText } from '@/components/transactions/money-text';
import { StatusBadge } from '@/components/transactions/status-badge';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import type { Tone } from '@/components/ui/tone';
import { spoken } from '@/lib/language/said';
import { COLUMN_RESULTS, type ColumnHit, type ColumnResult, type ColumnRow, resultOf } from '@/lib/search-column-row';
import { fieldName } from '@/lib/search-field';

const LOOKS = {
  found: { icon: CircleCheck, tone: 'positive' },
  none: { icon: CircleX, tone: 'negative' },
  several: { icon: Copy, tone: 'caution' },
} as const satisfies Record<ColumnResult, { icon: LucideIcon; tone: Tone }>;

type Props = { readonly rows: readonly ColumnRow[]; readonly file: string };

/** What became of each value of a pasted column, in its order; as a file too. */
export function ColumnResultTable({ rows, file }: Props) {
  const t = useTranslations('search.column');
  const counts = COLUMN_RESULTS.map((result) =>
    t(`counted.${result}`, { count: rows.filter((row) => resultOf(row) === result).length }),
  );
  return (
    <SectionCard
      title={t('lookedUp', { count: rows.length })}
      description={counts.join(' · ')}
      bodyClassName="p-0"
      actions={
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(file)}`}
          download="concilia-looked-up.csv"
          className={buttonClass({ size: 'small' })}
        >
          <Download aria-hidden /> {t('file')}
        </a>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={t('region')} className="max-h-[75dvh] overflow-auto -outline-offset-2">
        <table className="w-full min-w-[44rem] border-collapse text-body">
          <thead className="sticky top-0 z-10 bg-surface">
            <tr className="border-b border-line text-left text-xs text-ink-2 [&>th]:px-4 [&>th]:py-2 [&>th]:font-medium">
              <th scope="col">{t('value')}</th>
              <th scope="col">{t('readAs')}</th>
              <th scope="col">{t('result')}</th>
              <th scope="col">{t('payments')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column may hold the same value twice, and never changes
              <ResultRow key={place} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </SectionCard>
  );
}

function ResultRow({ row }: { readonly row: ColumnRow }) {
  const t = useTranslations('search.column');
  const words = useTranslations('words');
  const result = resultOf(row);
  const { icon, tone } = LOOKS[result];
  return (
    <tr className="border-b border-line align-top last:border-0 [&>td]:px-4 [&>td]:py-2">
      <td className="font-mono text-xs leading-5.5 break-all">{row.typed}</td>
      <td className="text-ink-2">
        {row.reading === null ? t('reference') : words(`reading.${row.reading}`)}
        {row.warning && result === 'none' && (
          <p className="flex items-start gap-1 text-xs text-caution">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <Says said={row.warning} />
          </p>
        )}
      </td>
      <td>
        <Badge icon={icon} tone={tone}>
          {t(`outcome.${result}`)}
        </Badge>
      </td>
      <td>
        <ul className="space-y-1.5">
          {row.hits.map((hit) => (
            <HitItem key={hit.id} hit={hit} />
          ))}
          {row.isMore && <li className="text-xs text-ink-2">{t('more')}</li>}
        </ul>
      </td>
    </tr>
  );
}

function HitItem({ hit }: { readonly hit: ColumnHit }) {
  const reader = useReader();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link
        href={transactionHref(hit.id)}
        prefetch={false}
        title={hit.id}
        className="text-accent underline-offset-2 hover:underline"
      >
        <KindLabel provider={hit.provider} kind={hit.kind} />
      </Link>
      <StatusBadge status={hit.status} providerStatus={hit.providerStatus} />
      <MoneyText money={hit.amount} absent={hit.isIncomplete ? 'unknown' : 'none'} />
      <span className="text-xs text-ink-2">
        {hit.fields.map((field) => spoken(fieldName(field), reader)).join(', ')}
      </span>
    </li>
  );
}
