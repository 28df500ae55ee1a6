import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Props = {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** One plain sentence: why there is nothing, and what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
};

/** What stands where a list would stand. "Nothing yet", "nothing matches" and "could not load" say different things in it. */
export function EmptyState({ icon: Icon, title, children, actions, className }: Props) {
  return (
    <div className={classNames('mx-auto flex max-w-2xl flex-col items-center px-6 py-14 text-center', className)}>
      {Icon && (
        <span className="mb-4 grid size-11 place-items-center rounded-xl border border-line bg-sunken text-ink-2">
          <Icon aria-hidden className="size-5" strokeWidth={1.75} />
        </span>
      )}
      <h2 className="text-base font-semibold text-ink">{title}</h2>
      {children && <div className="mt-1.5 w-full text-sm text-ink-2">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap items-center justify-center gap-2">{actions}</div>}
    </div>
  );
}
