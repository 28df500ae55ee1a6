import { classNames } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import { COLUMN_LOOKS, PARTS } from './table-layout';

const ROWS = 14;
const PILLS = ['w-24', 'w-18', 'w-18', 'w-18', 'w-17', 'w-22', 'w-17', 'w-72'];

/** The list before its rows: the same columns, the same heights. */
export function ListSkeleton() {
  const columns = Object.entries(COLUMN_LOOKS);
  return (
    <div aria-busy="true">
      <p className="sr-only">Loading transactions</p>
      <div className="mb-4 flex flex-wrap gap-2">
        {PILLS.map((width, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
          <Skeleton key={i} className={classNames('h-8 rounded-lg', width)} />
        ))}
      </div>
      <div className="overflow-hidden rounded-xl border border-line bg-surface shadow-xs">
        <table aria-hidden className={PARTS.table.className}>
          <thead className={PARTS.head.className}>
            <tr>
              {columns.map(([id, look]) => (
                <th key={id} className={PARTS.headCell.className}>
                  <Skeleton className={classNames('h-2.5 w-14', look.head && 'ml-auto')} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={PARTS.body.className}>
            {Array.from({ length: ROWS }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
              <tr key={row} className={PARTS.row.className}>
                {columns.map(([id, look]) => (
                  <td key={id} className={classNames(PARTS.cell.className, look.cell)}>
                    <Skeleton className={look.bar} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
