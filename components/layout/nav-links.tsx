'use client';

import { ArrowLeftRight, CalendarClock, FileDown, Headset, House, Scale, Settings, Undo2, Webhook } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { may, type Role } from '@/lib/access/rights';

const PLACES = [
  { href: '/', name: 'home', icon: House, right: 'browse' },
  { href: '/transactions', name: 'transactions', icon: ArrowLeftRight, right: 'browse' },
  { href: '/refunds', name: 'refunds', icon: Undo2, right: 'browse' },
  { href: '/reconciliation', name: 'reconciliation', icon: Scale, right: 'browse' },
  { href: '/webhooks', name: 'webhooks', icon: Webhook, right: 'browse' },
  { href: '/exports', name: 'exports', icon: FileDown, right: 'export' },
  { href: '/jobs', name: 'jobs', icon: CalendarClock, right: 'browse' },
  { href: '/support', name: 'support', icon: Headset, right: 'ask' },
  { href: '/settings/you', name: 'settings', icon: Settings, right: 'ask' },
] as const;

const SHAPES = {
  rail: 'h-9 gap-3 rounded-lg px-2.5 text-body font-medium md:max-xl:justify-center md:max-xl:px-0',
  bar: 'min-w-fit flex-1 flex-col gap-0.5 rounded-lg px-2 py-1.5 text-2xs font-medium',
} as const;

/** `/settings/people` is in the same place as `/settings/you`. */
const placeOf = (path: string) => path.split('/', 2)[1];

/** The desk's places that this role may go to; the one that is open says so. */
export function NavLinks({ shape, role }: { readonly shape: keyof typeof SHAPES; readonly role: Role }) {
  const t = useTranslations('frame');
  const pathname = usePathname();
  return PLACES.filter(({ right }) => may({ role }, right)).map(({ href, name, icon: Icon }) => {
    const isCurrent = placeOf(pathname) === placeOf(href);
    return (
      <Link
        key={href}
        href={href}
        aria-current={isCurrent ? 'page' : undefined}
        title={shape === 'rail' ? t(`places.${name}`) : undefined}
        className={classNames(
          'flex items-center text-ink-2 transition-colors hover:bg-sunken hover:text-ink',
          SHAPES[shape],
          isCurrent && 'bg-accent-soft text-accent hover:bg-accent-soft hover:text-accent',
        )}
      >
        <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.9} />
        <span className={shape === 'rail' ? 'md:max-xl:sr-only' : undefined}>{t(`places.${name}`)}</span>
      </Link>
    );
  });
}
