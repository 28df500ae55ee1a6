import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

export type Bar = {
  /** In percent of the longest of the list. */
  readonly length: number;
  readonly className: string;
};

export type BarRow = {
  readonly key: string;
  /** The list of what the bar stands for. */
  readonly href: string;
  readonly label: ReactNode;
  /** The figure in words: the bar only repeats it. */
  readonly value: ReactNode;
  readonly bars: readonly Bar[];
};

/** Figures under each other, each a link with its bar: readable without seeing the bars at all. */
export function BarList({ rows, label }: { readonly rows: readonly BarRow[]; readonly label: string }) {
  return (
    <ul aria-label={label} className="space-y-1">
      {rows.map((row) => (
        <li key={row.key}>
          <Link
            href={row.href}
            prefetch={false}
            className="group -mx-2 block rounded-md px-2 py-1.5 text-body hover:bg-sunken"
          >
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="min-w-0">{row.label}</span>
              <span className="text-ink-2 tabular-nums group-hover:text-ink">{row.value}</span>
            </span>
            <span aria-hidden className="mt-1 block space-y-0.5">
              {row.bars.map((bar) => (
                <span key={bar.className} className="block h-2 rounded-xs bg-sunken group-hover:bg-line">
                  <span
                    className={classNames('block h-full min-w-0.5 rounded-xs', bar.className)}
                    style={{ width: `${bar.length}%` }}
                  />
                </span>
              ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
