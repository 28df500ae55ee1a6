import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useRegion } from '@/components/language/reader';
import { MoneyText } from '@/components/transactions/money-text';
import { formatCount } from '@/lib/format';
import type { QueueRow } from '@/lib/reconciliation/exception-subject';
import type { ExceptionPage } from '@/lib/reconciliation/view';

/** Rows under one head. `title` is `null` where the page is not grouped. */
export type RowGroup = {
  readonly title: string | null;
  /** What the reason means, and the list of all of its rows. */
  readonly helpHref?: string;
  readonly href?: string;
  readonly totals: ExceptionPage['totals'];
  /** The first of them. */
  readonly rows: readonly QueueRow[];
};

type Props = { readonly group: RowGroup; readonly columns: number; readonly before: ReactNode };

/** On a phone they are laid out as blocks; the roles keep them parts of the table for those who listen. */
const ROW = { role: 'row', className: 'max-md:block' } as const;
const HEAD = {
  role: 'rowheader',
  scope: 'rowgroup',
  className: 'border-b border-line bg-sunken px-4 py-2 text-left font-normal max-md:block',
} as const;

/** The head of a group: how many there are, what is at stake in each currency, and the way to all of them. */
export function GroupHead({ group: { title, helpHref, href, totals, rows }, columns, before }: Props) {
  const t = useTranslations('exceptions');
  const region = useRegion();
  const count = totals.reduce((sum, total) => sum + total.count, 0);
  return (
    <tr {...ROW}>
      <th {...HEAD} colSpan={columns}>
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="font-medium">
            {before}
            {title}
          </span>
          <span className="text-xs text-ink-2 tabular-nums">{formatCount(count, region)}</span>
          {totals.map(({ currency, sum }) =>
            sum === null ? null : <MoneyText key={currency} money={{ amount: sum, currency }} className="text-xs" />,
          )}
          <span className="flex gap-4 text-xs">
            {helpHref && (
              <Link href={helpHref} prefetch={false} className="text-accent hover:underline">
                {t('table.whatToDo')}
              </Link>
            )}
            {href && count > rows.length && (
              <Link href={href} prefetch={false} className="text-accent hover:underline">
                {t('table.all', { count })}
              </Link>
            )}
          </span>
        </span>
      </th>
    </tr>
  );
}
