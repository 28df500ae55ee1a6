import { CircleDashed, CirclePause, type LucideIcon, Radio, RefreshCw, Timer, UserRoundX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { Link } from './feed';

const LINKS = {
  connecting: { icon: CircleDashed, tone: '' },
  live: { icon: Radio, tone: 'text-positive' },
  reconnecting: { icon: RefreshCw, tone: 'text-caution' },
  polling: { icon: Timer, tone: 'text-progress' },
  paused: { icon: CirclePause, tone: '' },
  'signed out': { icon: UserRoundX, tone: 'text-negative' },
} as const satisfies Record<Link, { icon: LucideIcon; tone: string }>;

/** Whether what is shown follows the store, as icon and word. */
export function LiveDot({ link }: { readonly link: Link }) {
  const t = useTranslations('live');
  const { icon: Icon, tone } = LINKS[link];
  const name = link === 'signed out' ? 'signedOut' : link;
  return (
    <span
      title={t(`link.${name}.more`)}
      data-live={link}
      className="inline-flex h-7 items-center gap-1.5 px-1 text-xs text-ink-2"
    >
      <Icon aria-hidden className={classNames('size-3.5 shrink-0', tone)} />
      {t(`link.${name}.word`)}
    </span>
  );
}
