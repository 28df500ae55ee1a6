'use client';

import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { rowElement } from './rows';

export type RowAction = {
  readonly label: string;
  readonly icon: LucideIcon;
  /** The key that does the same from the row. */
  readonly shortcut?: string;
  /** Where it leads, or what it does. */
  readonly does: string | (() => void);
};

type Props = {
  readonly rowId: string;
  readonly label: string;
  /** In groups, with a rule between them. */
  readonly groups: readonly (readonly RowAction[])[];
  readonly close: () => void;
};

const ITEM =
  'flex w-full cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-left text-body text-ink -outline-offset-2 hover:bg-sunken focus:bg-sunken';
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** What can be done with a row, beside it: the platform's popover, so that Escape and a click outside close it. */
export function RowMenu({ rowId, label, groups, close }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const latestClose = useRef(close);
  latestClose.current = close;
  useEffect(() => {
    const element = menu.current;
    if (!element) return;
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') latestClose.current();
    };
    element.showPopover();
    placeBeside(element, rowElement(rowId));
    items(element)[0]?.focus();
    element.addEventListener('toggle', onToggle);
    return () => element.removeEventListener('toggle', onToggle);
  }, [rowId]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const all = items(event.currentTarget);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = STEPS[event.key];
    const place = step ? at + step : event.key === 'Home' ? 0 : event.key === 'End' ? -1 : null;
    if (event.key === 'Tab') menu.current?.hidePopover();
    if (place === null) return;
    event.preventDefault();
    all.at(place % all.length)?.focus();
  };
  const run = (does: () => void) => {
    menu.current?.hidePopover();
    does();
  };
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="popover-panel m-0! w-64 p-1.5"
    >
      {groups.map((actions, group) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <div key={group} role="none" className="border-line not-first:mt-1.5 not-first:border-t not-first:pt-1.5">
          {actions.map((action) => (
            <Item key={action.label} action={action} run={run} />
          ))}
        </div>
      ))}
    </div>
  );
}

type ItemProps = { readonly action: RowAction; readonly run: (does: () => void) => void };

function Item({ action: { label, icon: Icon, shortcut, does }, run }: ItemProps) {
  const content = (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </>
  );
  return typeof does === 'string' ? (
    <Link role="menuitem" tabIndex={-1} href={does} prefetch={false} scroll={false} className={ITEM}>
      {content}
    </Link>
  ) : (
    <button type="button" role="menuitem" tabIndex={-1} onClick={() => run(does)} className={ITEM}>
      {content}
    </button>
  );
}

function items(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

/** Under the row's start where there is room, else above it. */
function placeBeside(menu: HTMLElement, row: HTMLElement | null): void {
  const { top, bottom, left } = (row ?? document.body).getBoundingClientRect();
  const fitsBelow = bottom + menu.offsetHeight < window.innerHeight;
  const y = fitsBelow ? bottom : top - menu.offsetHeight;
  menu.style.inset = 'auto';
  menu.style.top = `${Math.max(8, Math.min(y, window.innerHeight - menu.offsetHeight - 8))}px`;
  menu.style.left = `${Math.max(8, Math.min(left + 16, window.innerWidth - menu.offsetWidth - 8))}px`;
}
