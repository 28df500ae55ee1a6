import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Role } from '@/lib/access/rights';
import { BrandMark } from './brand';
import { NavLinks } from './nav-links';

/** The left rail: words on a wide screen, icons on a medium one, a bar at the bottom of a phone. */
export function Rail({ role }: { readonly role: Role }) {
  const t = useTranslations('frame');
  return (
    <>
      <nav
        aria-label={t('main')}
        className="sticky top-0 hidden h-dvh flex-col gap-4 border-r border-line bg-surface px-3 py-3 md:flex md:max-xl:items-stretch md:max-xl:px-2"
      >
        <Link
          href="/"
          aria-label={t('homeLink')}
          className="flex h-8 items-center gap-2.5 rounded-lg px-1.5 md:max-xl:justify-center md:max-xl:px-0"
        >
          <BrandMark />
          <span className="text-[0.9375rem] font-semibold tracking-tight md:max-xl:hidden">Concilia</span>
        </Link>
        <div className="flex flex-col gap-0.5">
          <NavLinks shape="rail" role={role} />
        </div>
      </nav>
      <nav
        aria-label={t('main')}
        className="fixed inset-x-0 bottom-0 z-30 flex gap-1 overflow-x-auto border-t border-line bg-surface px-3 pt-1.5 pb-[max(0.375rem,env(safe-area-inset-bottom))] md:hidden"
      >
        <NavLinks shape="bar" role={role} />
      </nav>
    </>
  );
}
