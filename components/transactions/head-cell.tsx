import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { PARTS } from './table-layout';

type Props = {
  /** How the list is ordered by this column, if it is. */
  readonly sorted: 'asc' | 'desc' | false;
  /** The list in the order that a click asks for; `null` where one cannot order by this column. */
  readonly href: string | null;
  readonly className?: string;
  /** Stands before the words, outside their link. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
};

/** The head of a column; where the list can be ordered by it, a link. */
export function HeadCell({ sorted, href, className, before, children }: Props) {
  const look = classNames(PARTS.headCell.className, className);
  if (href === null) {
    return (
      <th {...PARTS.headCell} className={look}>
        {before}
        {children}
      </th>
    );
  }
  const Icon = sorted === 'desc' ? ArrowDown : sorted === 'asc' ? ArrowUp : ChevronsUpDown;
  const ariaSort = sorted === 'desc' ? 'descending' : sorted === 'asc' ? 'ascending' : 'none';
  return (
    <th {...PARTS.headCell} aria-sort={ariaSort} className={look}>
      {before}
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        className={classNames(
          'group/sort inline-flex items-center gap-1 rounded-sm hover:text-ink',
          sorted && 'text-ink',
        )}
      >
        {children}
        <Icon aria-hidden className={classNames('size-3.5', !sorted && 'opacity-40 group-hover/sort:opacity-100')} />
      </Link>
    </th>
  );
}
