import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';

export type Column = {
  readonly key: string;
  readonly href: string;
  /** What the column stands for ("21 Nov 2026"), and its figure in words. */
  readonly label: string;
  readonly value: string;
  /** In percent of the highest. */
  readonly length: number;
};

type Props = {
  readonly label: string;
  readonly columns: readonly Column[];
  /** What the table's two columns are called: "Day", "Transactions". */
  readonly heads: readonly [string, string];
  /** What the highest column stands for, at the top of the scale. */
  readonly highest: string;
};

/**
 * A row of columns to look at, each of which opens its list, and the same as a table to read: whoever uses a keyboard or
 * has the page read out goes through that instead of a long row of bars.
 */
export function ColumnChart({ label, columns, heads, highest }: Props) {
  const t = useTranslations('home');
  return (
    <figure aria-label={label}>
      <div aria-hidden>
        <div className="flex items-center gap-2 text-2xs text-ink-2">
          {highest} <span className="h-px flex-1 bg-line" />
        </div>
        <div className="flex h-36 items-stretch border-b border-line-strong">
          {columns.map((column) => (
            <Link
              key={column.key}
              href={column.href}
              prefetch={false}
              tabIndex={-1}
              title={`${column.label}: ${column.value}`}
              className="group flex min-w-0 flex-1 items-end px-px hover:bg-sunken"
            >
              <span
                className={classNames(
                  'block w-full rounded-t-xs',
                  column.length > 0 ? 'min-h-0.5 bg-accent/80 group-hover:bg-accent' : 'h-px bg-line-strong',
                )}
                style={column.length > 0 ? { height: `${column.length}%` } : undefined}
              />
            </Link>
          ))}
        </div>
        <div className="mt-1 flex justify-between text-2xs text-ink-2">
          {[columns[0], columns[Math.floor((columns.length - 1) / 2)], columns.at(-1)].map((column) => (
            <span key={column?.key}>{column?.label}</span>
          ))}
        </div>
      </div>
      <details className="mt-2 text-body">
        <summary className="inline-flex cursor-pointer rounded-md py-1 text-xs text-ink-2 underline underline-offset-3 hover:text-ink">
          {t('chart.asTable')}
        </summary>
        <div className="mt-1 max-h-72 overflow-y-auto">
          <ColumnTable columns={columns} heads={heads} />
        </div>
      </details>
    </figure>
  );
}

/** The latest first: that is what a table is opened for. */
function ColumnTable({ columns, heads }: Pick<Props, 'columns' | 'heads'>) {
  return (
    <table className="w-full max-w-md">
      <thead>
        <tr className="text-left text-xs text-ink-2">
          <th scope="col" className="py-1 font-medium">
            {heads[0]}
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            {heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.toReversed().map((column) => (
          <tr key={column.key} className="border-t border-line">
            <th scope="row" className="py-1 text-left font-normal">
              <Link href={column.href} prefetch={false} className="text-accent underline-offset-3 hover:underline">
                {column.label}
              </Link>
            </th>
            <td className="py-1 text-right tabular-nums">{column.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
