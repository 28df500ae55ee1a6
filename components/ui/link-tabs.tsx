import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type LinkTab = {
  readonly href: string;
  readonly label: ReactNode;
  readonly isCurrent: boolean;
  readonly count?: string | number;
};

/** Tabs that are links: the URL says which one is open. */
export function LinkTabs({
  tabs,
  label,
  className,
}: {
  readonly tabs: readonly LinkTab[];
  readonly label: string;
  readonly className?: string;
}) {
  return (
    <nav aria-label={label} className={classNames('flex gap-1 overflow-x-auto border-b border-line', className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.isCurrent ? 'page' : undefined}
          className={classNames(
            '-mb-px inline-flex items-center gap-2 rounded-t-md border-b-2 border-transparent px-3 py-2 text-body font-medium whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink',
            // Where the row is wider than the screen it begins at the open one.
            tab.isCurrent && 'border-accent text-ink [scroll-initial-target:nearest]',
          )}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="rounded-md bg-sunken px-1.5 text-xs text-ink-2 tabular-nums">{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
