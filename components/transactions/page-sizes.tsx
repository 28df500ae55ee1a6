import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { ListQuery } from '@/lib/transactions/filters';
import { listHref } from './list-links';

const SIZES = [50, 100, 200, 500];

/** How many rows a page has, as links to its first page. */
export function PageSizes({ query }: { readonly query: ListQuery }) {
  const t = useTranslations('transactions');
  return (
    <nav aria-label={t('rowsPerPage')} className="flex items-center gap-0.5 text-xs text-ink-2">
      <span className="mr-1 max-sm:sr-only">{t('rowsPerPage')}</span>
      {SIZES.map((limit) => (
        <Link
          key={limit}
          href={listHref({ ...query, limit, cursor: null })}
          scroll={false}
          prefetch={false}
          aria-current={query.limit === limit ? 'true' : undefined}
          className={classNames(
            'rounded-md px-1.5 py-1 tabular-nums hover:bg-sunken hover:text-ink',
            query.limit === limit && 'bg-accent-soft font-medium text-accent',
          )}
        >
          {limit}
        </Link>
      ))}
    </nav>
  );
}
