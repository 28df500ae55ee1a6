import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

const LOOKS = {
  primary: 'border-transparent bg-accent text-on-accent shadow-xs hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink shadow-xs hover:bg-sunken',
  ghost: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink',
} as const;

const SIZES = {
  small: 'h-7 gap-1.5 rounded-md px-2.5 text-xs',
  medium: 'h-9 gap-2 rounded-lg px-3.5 text-body',
  icon: 'size-9 rounded-lg',
  'icon-small': 'size-7 rounded-md',
} as const;

type Look = { readonly look?: keyof typeof LOOKS; readonly size?: keyof typeof SIZES };

export function buttonClass({ look = 'secondary', size = 'medium' }: Look = {}, className?: string): string {
  return classNames(
    'inline-flex shrink-0 cursor-pointer items-center justify-center border font-medium whitespace-nowrap transition-colors select-none',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50',
    '[&_svg]:size-4 [&_svg]:shrink-0',
    LOOKS[look],
    SIZES[size],
    className,
  );
}

/** A button; `type="button"` unless told otherwise. */
export function Button({ look, size, className, type = 'button', ...rest }: ComponentProps<'button'> & Look) {
  return <button type={type} className={buttonClass({ look, size }, className)} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({ look, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={buttonClass({ look, size }, className)} {...rest} />;
}
