import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

/** A raised surface. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={classNames('rounded-xl border border-line bg-surface shadow-xs', className)} {...rest} />;
}

type SectionProps = {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly bodyClassName?: string;
  readonly id?: string;
  readonly children: ReactNode;
};

/** A card with a heading (h2), an optional line under it, and room for actions at the right. */
export function SectionCard({ title, description, actions, className, bodyClassName, id, children }: SectionProps) {
  return (
    <section id={id} className={classNames('min-w-0 rounded-xl border border-line bg-surface shadow-xs', className)}>
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2.5">
        <div className="min-w-0">
          <h2 className="text-sm font-semibold text-ink">{title}</h2>
          {description && <p className="text-xs text-ink-2">{description}</p>}
        </div>
        {actions && <div className="flex items-center gap-2">{actions}</div>}
      </header>
      <div className={classNames('p-4', bodyClassName)}>{children}</div>
    </section>
  );
}
