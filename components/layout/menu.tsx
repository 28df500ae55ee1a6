import { Check, type LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

/** The small square buttons of the top bar. */
export const MENU_BUTTON =
  'inline-flex h-9 min-w-9 shrink-0 cursor-pointer items-center justify-center gap-1.5 rounded-lg px-2 text-body font-medium text-ink-2 transition-colors hover:bg-sunken hover:text-ink';

type Props = ComponentProps<'button'> & { readonly icon?: LucideIcon; readonly isCurrent?: boolean };

/** One choice in a menu of the top bar. */
export function MenuItem({ icon: Icon, isCurrent, children, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      aria-pressed={isCurrent}
      className="flex w-full cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-left text-body text-ink -outline-offset-2 hover:bg-sunken"
      {...rest}
    >
      {Icon && <Icon aria-hidden className="size-4 text-ink-2" />}
      <span className="flex-1">{children}</span>
      {isCurrent && <Check aria-hidden className="size-4 text-accent" />}
    </button>
  );
}
