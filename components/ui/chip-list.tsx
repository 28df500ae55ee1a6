import { X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Chip = {
  /** What is narrowed; absent where the value says it. */
  readonly field?: string;
  readonly value: string;
  /** The same list without it. */
  readonly href: string;
};

type Props = { readonly chips: readonly Chip[]; readonly className?: string; readonly children?: ReactNode };

/** What a list is narrowed to: one chip per condition, each with its way out. */
export function ChipList({ chips, className, children }: Props) {
  return (
    <ul aria-label="Active filters" className={classNames('flex flex-wrap items-center gap-1.5', className)}>
      {chips.map(({ field, value, href }) => (
        <li
          key={`${field} ${value}`}
          className="inline-flex h-6.5 max-w-full items-center rounded-md border border-line bg-sunken pl-2 text-xs text-ink"
        >
          <span className="truncate">
            {field && <span className="text-ink-2">{field} </span>}
            {value}
          </span>
          <Link
            href={href}
            scroll={false}
            prefetch={false}
            aria-label={`Remove ${field ? `${field} ` : ''}${value}`}
            className="ml-1 grid size-6 shrink-0 place-items-center rounded-md text-ink-2 hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
      {children && <li>{children}</li>}
    </ul>
  );
}

/** The way out of all conditions at once. */
export function ClearAll({ href }: { readonly href: string }) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      className="rounded-md px-1.5 py-1 text-xs font-medium whitespace-nowrap text-accent hover:underline"
    >
      Clear all
    </Link>
  );
}
