import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { PARTS } from '@/components/table/table-parts';
import { classNames } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import { transactionColumns } from './transaction-columns';

const ROWS = 14;
const PILLS = ['w-24', 'w-18', 'w-18', 'w-18', 'w-17', 'w-22', 'w-17', 'w-72'];
const TOOLS = { id: 'tools', width: 64, isNumeric: false, card: 'max-md:[grid-area:tools]' };

/** The list before its rows: the columns everybody begins with, as wide and as high as they will be. */
export function ListSkeleton() {
  const t = useTranslations('transactions');
  const all = transactionColumns({ t, region: useRegion(), zone: 'UTC', now: new Date(0) });
  const shown = all.filter(({ isOptional }) => !isOptional);
  const columns = [TOOLS, ...shown];
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div aria-busy="true">
      <p className="sr-only">{t('loading')}</p>
      <div className="mb-4 flex flex-wrap gap-2">
        {PILLS.map((pill, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
          <Skeleton key={i} className={classNames('h-8 rounded-lg', pill)} />
        ))}
      </div>
      <div className="overflow-hidden rounded-xl border border-line bg-surface shadow-xs">
        <table
          aria-hidden
          style={{ minWidth: width }}
          className="w-full border-separate border-spacing-0 max-md:block md:table-fixed"
        >
          <thead className={PARTS.head}>
            <tr>
              {columns.map(({ id, width: own, isNumeric }) => (
                <th key={id} style={{ width: own }} className={PARTS.headCell}>
                  {id !== 'tools' && <Skeleton className={classNames('h-2.5 w-14', isNumeric && 'ml-auto')} />}
                </th>
              ))}
              <th className={PARTS.headCell} />
            </tr>
          </thead>
          <tbody className={PARTS.body}>
            {Array.from({ length: ROWS }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
              <tr key={row} className={PARTS.row}>
                {columns.map(({ id, isNumeric, card }) => (
                  <td key={id} className={classNames(PARTS.cell, card ?? 'max-md:hidden')}>
                    <Skeleton
                      className={classNames('w-3/4 max-md:w-24', id === 'tools' && 'w-4', isNumeric && 'ml-auto')}
                    />
                  </td>
                ))}
                <td className={classNames(PARTS.cell, 'max-md:hidden')} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
