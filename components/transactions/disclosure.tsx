import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = {
  readonly summary: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Something one click away: the browser's own disclosure, which works before any script has run. */
export function Disclosure({ summary, className, children }: Props) {
  return (
    <details className={className}>
      <summary className="-ml-1 inline-flex cursor-pointer items-center gap-1 rounded-md px-1 py-0.5 text-xs font-medium text-ink-2 select-none hover:text-ink">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 transition-transform [details[open]>summary>&]:rotate-90"
        />
        {summary}
      </summary>
      <div className="mt-1.5">{children}</div>
    </details>
  );
}
