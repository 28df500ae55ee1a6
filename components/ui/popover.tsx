'use client';

import { type CSSProperties, type MouseEvent, type ReactNode, useId } from 'react';
import { classNames } from './class-names';

type Props = {
  /** Accessible name of the panel. */
  readonly label: string;
  readonly trigger: ReactNode;
  /** Accessible name of the button, where what it shows does not say it. */
  readonly triggerLabel?: string;
  readonly triggerClassName?: string;
  /** Marks on the button by which keys find it. */
  readonly triggerData?: Readonly<Record<`data-${string}`, string>>;
  readonly align?: 'start' | 'end';
  /** Close when something in it was chosen. */
  readonly closesOnClick?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

/**
 * A button and the panel it opens: the platform's own popover, so that it opens before and without hydration, closes on
 * Escape and on a click outside, and gives focus back.
 */
export function Popover({
  label,
  trigger,
  triggerLabel,
  triggerClassName,
  triggerData,
  align = 'start',
  closesOnClick,
  className,
  children,
}: Props) {
  const id = `popover-${useId().replaceAll(/\W/g, '')}`;
  const anchor = `--${id}`;
  const close = (event: MouseEvent<HTMLElement>) => {
    const isChoice = (event.target as HTMLElement).closest('button, a');
    // After the click has done its work: a hidden button does not submit its form.
    if (closesOnClick && isChoice) setTimeout(() => document.getElementById(id)?.hidePopover(), 0);
  };
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={triggerLabel}
        title={triggerLabel}
        className={triggerClassName}
        {...triggerData}
        style={{ anchorName: anchor } as CSSProperties}
      >
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: it only hears the buttons inside, which keys reach */}
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onClick={close}
        style={{ positionAnchor: anchor } as CSSProperties}
        className={classNames('popover-panel', align === 'end' ? 'popover-end' : 'popover-start', className)}
      >
        {children}
      </div>
    </>
  );
}

/** Closes the panel around an element. The button that sent its form was disabled, and with it the focus was lost. */
export function closePopover(inside: HTMLElement | null): void {
  const panel = inside?.closest<HTMLElement>('[popover]');
  panel?.hidePopover();
  if (panel) document.querySelector<HTMLElement>(`[popovertarget="${panel.id}"]`)?.focus();
}
