import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { TONE_SOFT, type Tone } from './tone';

type Props = {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly title?: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A short word with an optional icon; the icon is decoration, the word says it. */
export function Badge({ tone = 'neutral', icon: Icon, title, className, children }: Props) {
  return (
    <span
      title={title}
      className={classNames(
        'inline-flex h-5.5 max-w-full items-center gap-1 rounded-md border px-1.5 text-xs font-medium whitespace-nowrap',
        TONE_SOFT[tone],
        className,
      )}
    >
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />}
      <span className="truncate">{children}</span>
    </span>
  );
}
