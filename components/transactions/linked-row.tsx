'use client';

import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { PARTS } from './table-layout';

type Props = { readonly href: string; readonly className?: string; readonly children: ReactNode };

/** A row of which a click anywhere does what its link does; links, buttons and selected text keep their own meaning. */
export function LinkedRow({ href, className, children }: Props) {
  const router = useRouter();
  const open = (event: MouseEvent<HTMLElement>) => {
    const isOwn = (event.target as HTMLElement).closest('a, button, input, label') !== null;
    if (isOwn || event.defaultPrevented || String(window.getSelection()) !== '') return;
    if (event.metaKey || event.ctrlKey || event.button === 1) window.open(href, '_blank', 'noopener');
    else if (event.button === 0) router.push(href);
  };
  return (
    <tr
      {...PARTS.row}
      onClick={open}
      onAuxClick={open}
      className={classNames(
        PARTS.row.className,
        'cursor-pointer hover:bg-sunken has-[[data-row-link]:focus-visible]:bg-accent-soft',
        className,
      )}
    >
      {children}
    </tr>
  );
}
