import type { ReactNode } from 'react';

/** Labels and values in two columns. */
export function FactList({ children }: { readonly children: ReactNode }) {
  return <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-body">{children}</dl>;
}

/** One line of a FactList; nothing at all where nothing was told. */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (children === null || children === undefined) return null;
  return (
    <div className="contents">
      <dt className="text-xs leading-5 text-ink-2">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere] text-ink">{children}</dd>
    </div>
  );
}
