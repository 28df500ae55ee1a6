import { CircleDashed, CirclePause, type LucideIcon, Radio, RefreshCw, Timer, UserRoundX } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';
import type { Link } from './feed';

const LINKS = {
  connecting: { icon: CircleDashed, word: 'Connecting', more: 'Asking for what changes from now on.', tone: '' },
  live: { icon: Radio, word: 'Live', more: 'Changes are shown as they happen.', tone: 'text-positive' },
  reconnecting: {
    icon: RefreshCw,
    word: 'Reconnecting',
    more: 'The connection broke. What happens meanwhile is shown once it is back.',
    tone: 'text-caution',
  },
  polling: { icon: Timer, word: 'Polling', more: 'Changes are asked for every five seconds.', tone: 'text-progress' },
  paused: { icon: CirclePause, word: 'Paused', more: 'Nobody is looking. The list catches up on return.', tone: '' },
  'signed out': {
    icon: UserRoundX,
    word: 'Signed out',
    more: 'Your session has ended. Reload the page to sign in again.',
    tone: 'text-negative',
  },
} as const satisfies Record<Link, { icon: LucideIcon; word: string; more: string; tone: string }>;

/** Whether what is shown follows the store, as icon and word. */
export function LiveDot({ link }: { readonly link: Link }) {
  const { icon: Icon, word, more, tone } = LINKS[link];
  return (
    <span title={more} data-live={link} className="inline-flex h-7 items-center gap-1.5 px-1 text-xs text-ink-2">
      <Icon aria-hidden className={classNames('size-3.5 shrink-0', tone)} />
      {word}
    </span>
  );
}
