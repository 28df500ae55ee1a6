'use client';

import { ArrowLeftRight, CalendarClock, FileDown, House, Scale, Undo2, Webhook } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from '@/components/ui/class-names';

const PLACES = [
  { href: '/', label: 'Home', icon: House },
  { href: '/transactions', label: 'Transactions', icon: ArrowLeftRight },
  { href: '/refunds', label: 'Refunds', icon: Undo2 },
  { href: '/reconciliation', label: 'Reconciliation', icon: Scale },
  { href: '/webhooks', label: 'Webhooks', icon: Webhook },
  { href: '/exports', label: 'Exports', icon: FileDown },
  { href: '/jobs', label: 'Jobs', icon: CalendarClock },
] as const;

const SHAPES = {
  rail: 'h-9 gap-3 rounded-lg px-2.5 text-body font-medium md:max-xl:justify-center md:max-xl:px-0',
  bar: 'flex-1 flex-col gap-0.5 rounded-lg py-1.5 text-2xs font-medium',
} as const;

/** The desk's places; the one that is open says so. */
export function NavLinks({ shape }: { readonly shape: keyof typeof SHAPES }) {
  const pathname = usePathname();
  return PLACES.map(({ href, label, icon: Icon }) => {
    const isCurrent = href === '/' ? pathname === '/' : pathname.startsWith(href);
    return (
      <Link
        key={href}
        href={href}
        aria-current={isCurrent ? 'page' : undefined}
        title={shape === 'rail' ? label : undefined}
        className={classNames(
          'flex items-center text-ink-2 transition-colors hover:bg-sunken hover:text-ink',
          SHAPES[shape],
          isCurrent && 'bg-accent-soft text-accent hover:bg-accent-soft hover:text-accent',
        )}
      >
        <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.9} />
        <span className={shape === 'rail' ? 'md:max-xl:sr-only' : undefined}>{label}</span>
      </Link>
    );
  });
}
