import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** A key on the keyboard. */
export function Kbd({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <kbd
      className={classNames(
        'inline-grid h-5 min-w-5 place-items-center rounded-sm border border-line-strong bg-surface px-1 font-sans text-2xs text-ink-2',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
