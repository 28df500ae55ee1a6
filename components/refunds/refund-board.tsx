import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { MoneyText } from '@/components/transactions/money-text';
import { classNames } from '@/components/ui/class-names';
import { TONE_TEXT } from '@/components/ui/tone';
import { formatCount } from '@/lib/format';
import { RETURNED_HOURS, type Stage } from '@/lib/refunds/board';
import type { RefundQuery } from '@/lib/refunds/refund-query';
import { BoardCard } from './board-card';
import { refundsHref } from './refund-links';
import { STAGE_LOOKS } from './refund-words';

type Props = { readonly stages: readonly Stage[]; readonly query: RefundQuery };

/**
 * The refunds by how far they are. From a tablet up the columns stand side by side in a pane of their own, and an empty
 * one gives its room to the others; on a phone they follow one another.
 */
export function RefundBoard({ stages, query }: Props) {
  const t = useTranslations('refunds');
  const widths = stages.map(({ count }) => (count === 0 ? '8.5rem' : 'minmax(11.5rem, 1fr)'));
  return (
    <section
      aria-label={t('board.label')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      style={{ '--columns': widths.join(' ') } as React.CSSProperties}
      className="-outline-offset-2 max-md:space-y-5 md:grid md:min-h-0 md:flex-1 md:grid-cols-(--columns) md:gap-3 md:overflow-auto"
    >
      {stages.map((stage) => (
        <Column key={stage.column} stage={stage} query={query} />
      ))}
    </section>
  );
}

function Column({ stage, query }: Pick<Props, 'query'> & { readonly stage: Stage }) {
  const { column, count, totals, rows } = stage;
  const t = useTranslations('refunds');
  const region = useRegion();
  const { icon: Icon, tone } = STAGE_LOOKS[column];
  const isEmpty = count === 0;
  const id = `stage-${column}`;
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col">
      <header className="sticky top-14 z-10 rounded-t-lg border border-line bg-sunken px-3 py-2 max-md:rounded-lg md:top-0">
        <h2 id={id} className="flex items-center gap-1.5 text-body font-semibold text-ink">
          <Icon aria-hidden className={classNames('size-4 shrink-0', isEmpty ? 'text-ink-3' : TONE_TEXT[tone])} />
          <span className="min-w-0 flex-1">
            {t(`stage.${column}`)}
            {column === 'returned' && <span className="font-normal text-ink-2"> {RETURNED_HOURS} h</span>}
          </span>
          <span className={classNames('font-medium tabular-nums', isEmpty && 'text-ink-3')}>
            {formatCount(count, region)}
          </span>
        </h2>
        {totals.length > 0 && (
          <ul aria-label={t('board.sums', { column })} className="mt-1 text-xs leading-4.5">
            {totals.map(({ currency, sum }) => (
              <li key={currency} className="text-right">
                {sum === null ? (
                  <span className="text-ink-2 italic">{t('stranded.noAmount')}</span>
                ) : (
                  <MoneyText money={{ amount: sum, currency }} />
                )}
              </li>
            ))}
          </ul>
        )}
      </header>
      {!isEmpty && (
        <ul className="flex-1 list-none space-y-2 rounded-b-lg border-line bg-canvas py-2 max-md:pt-2 md:border md:border-t-0 md:p-2">
          {rows.map((refund) => (
            <li key={refund.transactionId}>
              <BoardCard refund={refund} />
            </li>
          ))}
          {count > rows.length && (
            <li>
              <Link
                href={refundsHref({
                  ...query,
                  cursor: null,
                  view: 'table',
                  filters: { ...query.filters, column: [column] },
                })}
                className="block rounded-md px-1 py-1.5 text-center text-xs font-medium text-accent hover:underline"
              >
                {t('board.all', { count })}
              </Link>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
