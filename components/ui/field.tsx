import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

const BOX =
  'h-9 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-3 text-body text-ink shadow-xs transition-colors hover:border-ink-3/60 disabled:opacity-50';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={classNames(BOX, className)} {...rest} />;
}

/** Several lines of text. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={classNames(BOX, 'h-auto py-2', className)} {...rest} />;
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={classNames(BOX, 'cursor-pointer pr-8', className)} {...rest} />;
}

/** A labelled field; the label is the accessible name. */
export function Field({
  label,
  hint,
  children,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="block min-w-0">
      <span className="mb-1 block text-xs font-medium text-ink-2">{label}</span>
      {children}
      {hint && <span className="mt-1 block text-xs text-ink-2">{hint}</span>}
    </label>
  );
}

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & { readonly children: ReactNode };

/** A checkbox with its words, the whole line clickable. */
export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={classNames(
        'flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 text-body text-ink hover:bg-sunken',
        className,
      )}
    >
      <input type="checkbox" className="size-4 shrink-0 cursor-pointer rounded accent-accent" {...rest} />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
